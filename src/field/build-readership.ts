// Roster and receipts → who has read what: for each article that asks to be acknowledged, each person who should, and when they did.
import {
  type ArticleDocument,
  articleDocuments,
  findArticle,
  type KnowledgeBase,
} from '../content/knowledge-base.ts';
import { judgeAbsence } from '../content/obsolescence.ts';
import type { AnnouncementLevel } from '../model/article.ts';
import { acknowledgedVersions, versionOf } from '../model/article-version.ts';
import type { IsoDate } from '../model/iso-date.ts';
import { isPresent, type Roster } from '../model/roster.ts';
import type { Receipt } from './receipt-ledger.ts';

/** A person who is asked to read an article. */
export interface Reading {
  readonly reader: string;
  readonly name: string;
  readonly team: string;
  /** The first day on which a version that counts was acknowledged; null where none was. */
  readonly readOn: IsoDate | null;
  /** Of who has not: the last day on which an earlier version was. */
  readonly earlierOn: IsoDate | null;
}

export interface TeamReading {
  readonly team: string;
  readonly name: string;
  readonly read: number;
  readonly expected: number;
}

export interface ArticleReadership {
  readonly id: string;
  /** The languages in which it asks to be acknowledged: to have read one of them is enough. */
  readonly languages: readonly string[];
  readonly title: string;
  readonly owner: string;
  readonly level: AnnouncementLevel | null;
  /** Its first valid day. */
  readonly effective: IsoDate | null;
  readonly version: string;
  readonly read: number;
  readonly expected: number;
  /** In the roster's order. */
  readonly teams: readonly TeamReading[];
  /** By team, then in the roster's order. */
  readonly readers: readonly Reading[];
}

export interface Readership {
  readonly today: IsoDate;
  /** What was read by the fewest comes first, then by id. */
  readonly articles: readonly ArticleReadership[];
  /** Names in receipts that the roster does not have, and how many receipts each has. */
  readonly unknownReaders: readonly { readonly reader: string; readonly receipts: number }[];
  /** Receipts of people who are not, or not yet, or no longer in a team: kept, and not counted. */
  readonly absentReceipts: number;
  /** Receipts that name nobody. */
  readonly unnamedReceipts: number;
}

export interface ReadershipOptions {
  readonly today: IsoDate;
  readonly team?: string | undefined;
  readonly article?: string | undefined;
}

/** The articles in force that ask to be acknowledged, translations together, the base's language first. */
export function acknowledgedArticles(
  base: KnowledgeBase,
  today: IsoDate,
): ReadonlyMap<string, readonly ArticleDocument[]> {
  const articles = new Map<string, ArticleDocument[]>();
  for (const document of articleDocuments(base)) {
    const { id, lang, acknowledge } = document.article;
    if (!acknowledge || base.byId.get(id)?.get(lang) !== document) continue;
    if (judgeAbsence(document, base, today) !== undefined) continue;
    const languages = articles.get(id) ?? [];
    if (lang === base.config.lang) languages.unshift(document);
    else languages.push(document);
    articles.set(id, languages);
  }
  return articles;
}

/** Receipts by article (its present id) and reader. */
function indexReceipts(
  receipts: readonly Receipt[],
  base: KnowledgeBase,
): ReadonlyMap<string, readonly Receipt[]> {
  const index = new Map<string, Receipt[]>();
  for (const receipt of receipts) {
    const { id, lang } = receipt.about;
    const name = `${findArticle(base, id, lang)?.article.id ?? id} ${receipt.reader ?? ''}`;
    const own = index.get(name) ?? [];
    own.push(receipt);
    index.set(name, own);
  }
  return index;
}

function dayOf(receipts: readonly Receipt[], pick: 'first' | 'last'): IsoDate | null {
  const days = receipts.map(({ on }) => on).sort();
  return (pick === 'first' ? days[0] : days.at(-1)) ?? null;
}

function readArticle(
  id: string,
  documents: readonly ArticleDocument[],
  roster: Roster,
  receipts: ReadonlyMap<string, readonly Receipt[]>,
  { today, team: only }: ReadershipOptions,
): ArticleReadership | undefined {
  const [first] = documents;
  if (!first) return undefined;
  const versions = new Set(documents.flatMap(({ article }) => acknowledgedVersions(article)));
  const audiences = new Set(documents.flatMap(({ article }) => article.audience));
  const readers: Reading[] = [];
  const teams: TeamReading[] = [];
  for (const [team, { name: teamName, audience }] of roster.teams) {
    if ((only !== undefined && team !== only) || !audiences.has(audience)) continue;
    const members = [...roster.people].filter(
      ([, person]) => person.team === team && isPresent(person, today),
    );
    const readings = members.map(([reader, { name }]): Reading => {
      const own = receipts.get(`${id} ${reader}`) ?? [];
      const readOn = dayOf(
        own.filter(({ about }) => versions.has(about.version)),
        'first',
      );
      return { reader, name, team, readOn, earlierOn: readOn === null ? dayOf(own, 'last') : null };
    });
    readers.push(...readings);
    const read = readings.filter(({ readOn }) => readOn !== null).length;
    teams.push({ team, name: teamName, read, expected: readings.length });
  }
  const { article } = first;
  return {
    id,
    languages: documents.map(({ article: { lang } }) => lang),
    title: article.title,
    owner: article.owner,
    level: article.level ?? null,
    effective: article.effective ?? null,
    version: versionOf(article.digest),
    read: readers.filter(({ readOn }) => readOn !== null).length,
    expected: readers.length,
    teams,
    readers,
  };
}

/** Who has read what on `options.today`. Pure. */
export function buildReadership(
  base: KnowledgeBase,
  roster: Roster,
  receipts: readonly Receipt[],
  options: ReadershipOptions,
): Readership {
  const index = indexReceipts(receipts, base);
  const share = ({ read, expected }: ArticleReadership) => (expected === 0 ? 1 : read / expected);
  const articles = [...acknowledgedArticles(base, options.today)]
    .filter(([id]) => options.article === undefined || id === options.article)
    .flatMap(([id, documents]) => readArticle(id, documents, roster, index, options) ?? [])
    .sort((a, b) => share(a) - share(b) || (a.id < b.id ? -1 : 1));
  const unknown = new Map<string, number>();
  let [absentReceipts, unnamedReceipts] = [0, 0];
  for (const { reader } of receipts) {
    const person = reader === undefined ? undefined : roster.people.get(reader);
    if (reader === undefined) unnamedReceipts++;
    else if (!person) unknown.set(reader, (unknown.get(reader) ?? 0) + 1);
    else if (!isPresent(person, options.today)) absentReceipts++;
  }
  const unknownReaders = [...unknown]
    .map(([reader, count]) => ({ reader, receipts: count }))
    .sort((a, b) => (a.reader < b.reader ? -1 : 1));
  return { today: options.today, articles, unknownReaders, absentReceipts, unnamedReceipts };
}
