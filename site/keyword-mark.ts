// An article's keywords are indexed with its text but shown to nobody: an invisible mark tells them from the text in excerpts.

/** U+2063 INVISIBLE SEPARATOR: Pagefind drops it from the words it indexes and keeps it in the text it excerpts. */
export const keywordMark = '\u2063';

/** The keywords as the page holds them for the index: one line, the mark before every word. */
export function markKeywords(keywords: readonly string[]): string {
  return keywords.join(', ').replace(/\S+/g, (word) => keywordMark + word);
}
