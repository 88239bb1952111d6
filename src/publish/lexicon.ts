// Gathers the lexicon of each language while articles are indexed: their names, all their words, and abbreviations that they explain.
import {
  formatLexicon,
  type NamedArticle,
  type NamedReason,
} from '../../site/scripts/search-engine/lexicon.ts';
import { foldAccents, splitWords, withoutElision, wordsOf } from '../../site/scripts/search-engine/words.ts';
import type { Config } from '../model/config.ts';
import { findAbbreviations } from './abbreviations.ts';

/** What the lexicon is told of an article. */
export interface LexiconEntry {
  readonly lang: string;
  readonly title: string;
  readonly keywords: readonly string[];
  /** Its contact reasons: the addresses of their pages, their labels, and what else they are called. */
  readonly reasons?: readonly Omit<NamedReason, 'articles'>[] | undefined;
  /** All that its readers read, as HTML. */
  readonly html: string;
}

/** As the configuration has them. */
export type Synonyms = Config['synonyms'];

export interface LexiconBuilder {
  readonly add: (url: string, entry: LexiconEntry) => void;
  /** Language, as Pagefind writes it → the content of its file. The order in which articles were added makes no difference. */
  readonly format: () => ReadonlyMap<string, string>;
}

/** Longer words are no words of a language: addresses, codes, pasted data. */
const longestWord = 40;

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

/** The text of our own HTML. */
function textOf(html: string): string {
  return html
    .replace(/<[^>]*>/g, ' ')
    .replace(/&(amp|lt|gt|quot|#39);/g, (whole, name: string) => entities[name] ?? whole);
}

/** What an abbreviation stands for → whether its letters spell it, and how many articles say so. */
type Readings = Map<string, { readonly exact: boolean; readonly articles: number }>;

/** What is gathered for one language. */
interface Gathered {
  readonly articles: NamedArticle[];
  /** Word → in how many articles it is. */
  readonly words: Map<string, number>;
  readonly abbreviations: Map<string, Readings>;
  /** Address of a reason's page → the reason, and the addresses of its articles. */
  readonly reasons: Map<
    string,
    { readonly reason: Omit<NamedReason, 'articles'>; readonly urls: Set<string> }
  >;
}

function count<Key>(counts: Map<Key, number>, key: Key): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

/** The words of all accents as one, in the spelling that most articles have, by how common they are. */
function groupWords(words: ReadonlyMap<string, number>): string[][] {
  const spellings = new Map<string, { word: string; most: number; articles: number }>();
  for (const [word, articles] of [...words].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const folded = foldAccents(word);
    const known = spellings.get(folded);
    if (known === undefined) spellings.set(folded, { word, most: articles, articles });
    else {
      known.articles += articles;
      if (articles > known.most) Object.assign(known, { word, most: articles });
    }
  }
  const groups: string[][] = [];
  for (const { word, articles } of spellings.values()) {
    const group = Math.floor(Math.log2(articles));
    while (groups.length <= group) groups.push([]);
    groups[group]?.push(word);
  }
  return groups.map((group) => group.sort());
}

/** What each abbreviation stands for, by most articles. A reading that the letters do not quite spell has to be found twice. */
function chooseAbbreviations(found: Gathered['abbreviations']): string[][] {
  return [...found]
    .flatMap(([short, readings]) => {
      const [best] = [...readings]
        .filter(([, { exact, articles }]) => exact || articles > 1)
        .sort(([a, one], [b, other]) => other.articles - one.articles || (a < b ? -1 : 1));
      return best === undefined ? [] : [[short, best[0]]];
    })
    .sort(([a = ''], [b = '']) => (a < b ? -1 : 1));
}

/** The reasons by address, with their articles by number. */
function listReasons(found: Gathered['reasons'], articles: readonly NamedArticle[]): NamedReason[] {
  const numbers = new Map(articles.map(({ url }, number) => [url, number]));
  return [...found.values()]
    .sort((a, b) => (a.reason.url < b.reason.url ? -1 : 1))
    .map(({ reason, urls }) => ({
      ...reason,
      articles: [...urls].map((url) => numbers.get(url) ?? -1).sort((a, b) => a - b),
    }));
}

/** A builder of the lexicons of a base with these synonyms in its configuration. */
export function createLexiconBuilder(synonyms: Synonyms): LexiconBuilder {
  const languages = new Map<string, Gathered>();
  const groups = new Map(Object.entries(synonyms).map(([lang, ofLang]) => [lang.toLowerCase(), ofLang]));
  const plainWords = new Map<string, string>();
  const plain = (word: string): string => {
    const known = plainWords.get(word) ?? withoutElision(word);
    plainWords.set(word, known);
    return known;
  };
  return {
    add: (url, { lang, title, keywords, reasons = [], html }) => {
      const key = lang.toLowerCase();
      const gathered: Gathered = languages.get(key) ?? {
        articles: [],
        words: new Map(),
        abbreviations: new Map(),
        reasons: new Map(),
      };
      languages.set(key, gathered);
      const text = `${title}\n${textOf(html)}`;
      const words = splitWords(text);
      gathered.articles.push({ url, title, keywords, length: words.length });
      // Most words come more than once: what is done to them is done to one of each.
      const distinct = new Set([...new Set(words)].map(plain));
      for (const word of keywords.flatMap(wordsOf)) distinct.add(word);
      for (const reason of reasons) {
        const named = gathered.reasons.get(reason.url) ?? { reason, urls: new Set() };
        gathered.reasons.set(reason.url, named);
        named.urls.add(url);
        for (const word of reason.keywords.flatMap(wordsOf)) distinct.add(word);
      }
      for (const word of distinct) if (word !== '' && word.length <= longestWord) count(gathered.words, word);
      for (const { short, long, exact } of findAbbreviations(text)) {
        const readings: Readings = gathered.abbreviations.get(short) ?? new Map();
        gathered.abbreviations.set(short, readings);
        readings.set(long, { exact, articles: (readings.get(long)?.articles ?? 0) + 1 });
      }
    },
    format: () =>
      new Map(
        [...languages].map(([lang, { articles, words, abbreviations, reasons }]) => {
          const sorted = articles.sort((a, b) => (a.url < b.url ? -1 : 1));
          return [
            lang,
            formatLexicon({
              articles: sorted,
              reasons: listReasons(reasons, sorted),
              words: groupWords(words),
              synonyms: [...(groups.get(lang) ?? []), ...chooseAbbreviations(abbreviations)],
            }),
          ];
        }),
      ),
  };
}
