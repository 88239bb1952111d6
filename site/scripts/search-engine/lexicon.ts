// The small index beside Pagefind's: what articles are called, every word that they hold, and which words mean the same.
// One JSON file per language, made by the build (src/publish/lexicon.ts), read when search opens.

/** An article as far as its name goes. */
export interface NamedArticle {
  /** Address from the site's root, such as `fr/some-id.html`. */
  readonly url: string;
  readonly title: string;
  readonly keywords: readonly string[];
  /** How many words its text has. */
  readonly length: number;
}

export interface Lexicon {
  /** Every article of the language, sorted by address, as Pagefind sorts them. */
  readonly articles: readonly NamedArticle[];
  /** Every word of the articles, once for all its accents; the n-th list has those of 2^n articles or more, and of less than 2^(n+1). */
  readonly words: readonly (readonly string[])[];
  /** Words and phrases that stand for each other. */
  readonly synonyms: readonly (readonly string[])[];
}

/** Name of a language's file, in the index's folder. */
export function lexiconFile(lang: string): string {
  return `lexicon-${lang.toLowerCase()}.json`;
}

interface LexiconText {
  readonly articles: readonly (readonly [
    url: string,
    title: string,
    length: number,
    ...keywords: string[],
  ])[];
  readonly words: readonly string[];
  readonly synonyms: readonly (readonly string[])[];
}

/** The content of a lexicon's file. */
export function formatLexicon({ articles, words, synonyms }: Lexicon): string {
  const text: LexiconText = {
    articles: articles.map(({ url, title, length, keywords }) => [url, title, length, ...keywords]),
    words: words.map((list) => list.join(' ')),
    synonyms,
  };
  return `${JSON.stringify(text)}\n`;
}

/** Reads what `formatLexicon` wrote. Throws on anything else. */
export function parseLexicon(bytes: Uint8Array): Lexicon {
  const { articles, words, synonyms } = JSON.parse(new TextDecoder().decode(bytes)) as LexiconText;
  return {
    articles: articles.map(([url, title, length, ...keywords]) => ({ url, title, length, keywords })),
    words: words.map((list) => (list === '' ? [] : list.split(' '))),
    synonyms,
  };
}
