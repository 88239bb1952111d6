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

/** A contact reason as far as its name goes. */
export interface NamedReason {
  /** Address of its page from the site's root. */
  readonly url: string;
  readonly label: string;
  readonly keywords: readonly string[];
  /** Its articles, by their numbers. */
  readonly articles: readonly number[];
}

export interface Lexicon {
  /** Every article of the language, sorted by address, as Pagefind sorts them. */
  readonly articles: readonly NamedArticle[];
  /** Every contact reason that an article names, sorted by address. */
  readonly reasons: readonly NamedReason[];
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
  readonly reasons: readonly (readonly [
    url: string,
    label: string,
    articles: readonly number[],
    ...keywords: string[],
  ])[];
  readonly words: readonly string[];
  readonly synonyms: readonly (readonly string[])[];
}

/** The content of a lexicon's file. */
export function formatLexicon({ articles, reasons, words, synonyms }: Lexicon): string {
  const text: LexiconText = {
    articles: articles.map(({ url, title, length, keywords }) => [url, title, length, ...keywords]),
    reasons: reasons.map(({ url, label, articles, keywords }) => [url, label, articles, ...keywords]),
    words: words.map((list) => list.join(' ')),
    synonyms,
  };
  return `${JSON.stringify(text)}\n`;
}

/** Reads what `formatLexicon` wrote. Throws on anything else. */
export function parseLexicon(bytes: Uint8Array): Lexicon {
  const { articles, reasons, words, synonyms } = JSON.parse(new TextDecoder().decode(bytes)) as LexiconText;
  return {
    articles: articles.map(([url, title, length, ...keywords]) => ({ url, title, length, keywords })),
    reasons: reasons.map(([url, label, articles, ...keywords]) => ({ url, label, articles, keywords })),
    words: words.map((list) => (list === '' ? [] : list.split(' '))),
    synonyms,
  };
}
