// From what a person typed to the words to look for.

/** Longer queries are cut: nobody types more, and each word costs a search. */
export const maxQueryLength = 500;
const maxWords = 32;

/** Words that say nothing about the subject, without accents. Question words stay: FAQ titles are made of them. */
const stopWords: Readonly<Record<string, ReadonlySet<string>>> = {
  fr: new Set(
    (
      'au aux avec ce ces cet cette dans de des du elle elles en est et il ils je la le les leur leurs lui ma mes mon ne nos ' +
      'notre nous on ou par pas pour qu que qui sa se ses son sont sur ta te tes ton tu un une vos votre vous'
    ).split(' '),
  ),
  en: new Set(
    (
      'am an and are as at be by do does for from has have he her his if in is it its me my not of on or our she that the ' +
      'their them these they this those to us was we were will with you your'
    ).split(' '),
  ),
};

const separators = /[^\p{L}\p{M}\p{N}_']+/u;
/** l'article, d'un, qu'il, jusqu'au: what stands before the apostrophe is a stop word. */
const elision = /^(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu)'(?=.)/;

/** `text` in lower case without accents: "Livrée" → "livree". */
export function foldAccents(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** `word` without what is elided before it: "jusqu'au" → "au". */
export function withoutElision(word: string): string {
  let rest = word;
  while (elision.test(rest)) rest = rest.replace(elision, '');
  return rest.replace(/^'+|'+$/g, '');
}

/** Whether `word` says nothing about the subject: a single letter, or one of the language's small words. */
export function isStopWord(word: string, lang: string): boolean {
  if (/^\p{L}$/u.test(word)) return true;
  return stopWords[lang.split('-')[0] ?? '']?.has(foldAccents(word)) ?? false;
}

export interface QueryWords {
  /** Every word in its order, without elided articles. */
  readonly all: readonly string[];
  /** The words that carry meaning, each once; every word where none does. */
  readonly telling: readonly string[];
}

/** The words of `text` in their order, in lower case, articles that are elided still before them. There may be empty ones. */
export function splitWords(text: string): string[] {
  return text.normalize('NFC').toLowerCase().replace(/[’ʼ‘]/g, "'").split(separators);
}

/**
 * Every word of `text` in its order, in lower case, without elided articles. Words joined by a hyphen are taken apart, as
 * Pagefind indexes them.
 */
export function wordsOf(text: string): string[] {
  return splitWords(text)
    .map(withoutElision)
    .filter((word) => word !== '');
}

/** The words of `query`, a text in the language `lang`. */
export function queryWords(query: string, lang: string): QueryWords {
  const all = wordsOf(query.slice(0, maxQueryLength)).slice(0, maxWords * 2);
  const distinct = [...new Set(all)].slice(0, maxWords);
  const telling = distinct.filter((word) => !isStopWord(word, lang));
  return { all, telling: telling.length > 0 ? telling : distinct };
}
