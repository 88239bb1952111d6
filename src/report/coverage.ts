// Contact reasons × types of article: what agents can rely on today, and the reasons that leave them to their memory.
import { articleDocuments, type KnowledgeBase } from '../content/knowledge-base.ts';
import { judgeAbsence } from '../content/obsolescence.ts';
import { type ArticleType, articleTypes } from '../model/article.ts';
import type { IsoDate } from '../model/iso-date.ts';

/**
 * What a contact reason lacks: `nothing` in force at all, or no procedure and no decision aid, so that agents find facts
 * and reply templates and nothing that says what to do.
 */
export type CoverageHole = 'nothing' | 'no-procedure';

export interface ReasonCoverage {
  readonly reason: string;
  /** Articles in force in the base's own language, by type. */
  readonly types: Readonly<Record<ArticleType, number>>;
  readonly total: number;
  /** Articles in force in each of the base's other languages, of all types. */
  readonly otherLanguages: Readonly<Record<string, number>>;
  readonly hole: CoverageHole | undefined;
}

export interface Coverage {
  /** The language whose articles are counted by type, and in which a reason without one is a hole. */
  readonly lang: string;
  readonly otherLanguages: readonly string[];
  /** In the order of the configuration. */
  readonly reasons: readonly ReasonCoverage[];
}

type Counts = Record<string, number>;

/** Counts the articles in force on `today` (neither draft nor scheduled nor obsolete) for each configured reason. Pure. */
export function buildCoverage(base: KnowledgeBase, today: IsoDate): Coverage {
  const { lang, languages, reasons } = base.config;
  const otherLanguages = languages.filter((other) => other !== lang);
  const own = new Map<string, Counts>();
  const others = new Map<string, Counts>();
  for (const document of articleDocuments(base)) {
    if (judgeAbsence(document, base, today) !== undefined) continue;
    const { article } = document;
    for (const reason of new Set(article.reasons)) {
      if (article.lang === lang) count(own, reason, article.type);
      else count(others, reason, article.lang);
    }
  }
  return {
    lang,
    otherLanguages,
    reasons: Object.keys(reasons).map((reason) => {
      const types = complete(articleTypes, own.get(reason));
      const total = Object.values(types).reduce((sum, articles) => sum + articles, 0);
      const inOthers = complete(otherLanguages, others.get(reason));
      return { reason, types, total, otherLanguages: inOthers, hole: findHole(types, total) };
    }),
  };
}

function count(counts: Map<string, Counts>, reason: string, key: string): void {
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
