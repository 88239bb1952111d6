// Contact reasons × types of article and audiences: what agents can rely on today, and the reasons that leave them to their memory.
import { articleDocuments, type KnowledgeBase } from '../content/knowledge-base.ts';
import { judgeAbsence } from '../content/obsolescence.ts';
import { type ArticleType, articleTypes } from '../model/article.ts';
import type { Config } from '../model/config.ts';
import type { IsoDate } from '../model/iso-date.ts';
import { listReasonTree, reasonsAbove, withReasonsAbove } from '../model/reasons.ts';

/**
 * What a contact reason lacks: `nothing` in force at all, or no procedure and no decision aid, so that agents find facts
 * and reply templates and nothing that says what to do.
 */
export type CoverageHole = 'nothing' | 'no-procedure';

export interface ReasonCoverage {
  readonly reason: string;
  /** The reason that holds it, null for one on top. */
  readonly parent: string | null;
  /** 0 for a reason on top. */
  readonly depth: number;
  /** Articles in force in the base's own language, by type: its own and those of the reasons below it, each once. */
  readonly types: Readonly<Record<ArticleType, number>>;
  readonly total: number;
  /** How many of the total name the reason itself. */
  readonly own: number;
  /** How many of the total each audience can read. */
  readonly audiences: Readonly<Record<string, number>>;
  /** Articles in force in each of the base's other languages, of all types. */
  readonly otherLanguages: Readonly<Record<string, number>>;
  readonly hole: CoverageHole | undefined;
  /** Contacts a month for it and for the reasons below it, to the whole contact; null where no volumes are known. */
  readonly contactsPerMonth: number | null;
}

export interface Coverage {
  /** The language whose articles are counted by type, and in which a reason without one is a hole. */
  readonly lang: string;
  readonly otherLanguages: readonly string[];
  /** From the most restricted to the most open. */
  readonly audiences: readonly string[];
  /** Each followed by those below it, else in the order of the configuration. */
  readonly reasons: readonly ReasonCoverage[];
}

type Counts = Record<string, number>;

/** What is counted for each reason, by reason. */
type Tally = Map<string, Counts>;

/**
 * Counts the articles in force on `today` (neither draft nor scheduled nor obsolete) for each configured reason; `volumes` are
 * contacts a month by reason. Pure.
 */
export function buildCoverage(
  base: KnowledgeBase,
  today: IsoDate,
  volumes?: ReadonlyMap<string, number>,
): Coverage {
  const { config } = base;
  const { lang, languages, audiences } = config;
  const otherLanguages = languages.filter((other) => other !== lang);
  const [types, own, readable, others]: [Tally, Tally, Tally, Tally] = [
    new Map(),
    new Map(),
    new Map(),
    new Map(),
  ];
  for (const document of articleDocuments(base)) {
    if (judgeAbsence(document, base, today) !== undefined) continue;
    const { article } = document;
    for (const reason of withReasonsAbove(config, article.reasons)) {
      if (article.lang !== lang) {
        count(others, reason, article.lang);
        continue;
      }
      count(types, reason, article.type);
      if (article.reasons.includes(reason)) count(own, reason, 'own');
      for (const audience of new Set(article.audience)) count(readable, reason, audience);
    }
  }
  const contacts = volumes && rollUp(config, volumes);
  const rows = listReasonTree(config).map(({ key: reason, depth }): ReasonCoverage => {
    const byType = complete(articleTypes, types.get(reason));
    const total = Object.values(byType).reduce((sum, articles) => sum + articles, 0);
    return {
      reason,
      parent: reasonsAbove(config, reason).at(-1) ?? null,
      depth,
      types: byType,
      total,
      own: own.get(reason)?.own ?? 0,
      audiences: complete(audiences, readable.get(reason)),
      otherLanguages: complete(otherLanguages, others.get(reason)),
      hole: findHole(byType, total),
      contactsPerMonth: contacts === undefined ? null : Math.round(contacts.get(reason) ?? 0),
    };
  });
  return { lang, otherLanguages, audiences, reasons: rows };
}

/** Contacts a month by reason, those of the reasons below it included. */
function rollUp(config: Config, volumes: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const [reason, contacts] of volumes) {
    for (const holder of withReasonsAbove(config, [reason]))
      sums.set(holder, (sums.get(holder) ?? 0) + contacts);
  }
  return sums;
}

function count(counts: Tally, reason: string, key: string): void {
  const row = counts.get(reason) ?? {};
  row[key] = (row[key] ?? 0) + 1;
  counts.set(reason, row);
}

function complete<Key extends string>(
  keys: readonly Key[],
  counts: Readonly<Counts> = {},
): Record<Key, number> {
  return Object.fromEntries(keys.map((key) => [key, counts[key] ?? 0])) as Record<Key, number>;
}

function findHole(types: ReasonCoverage['types'], total: number): CoverageHole | undefined {
  if (total === 0) return 'nothing';
  return types.procedure + types.decision === 0 ? 'no-procedure' : undefined;
}
