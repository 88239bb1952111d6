// The few words of a page around its matches, as safe HTML.
import { withoutFlowMarks } from '../../flow-mark.ts';
import { keywordMark } from '../../keyword-mark.ts';

/** Length of an excerpt in words; Pagefind's own default. */
const excerptLength = 30;
/** Words shown before the first match, so that it has a context. */
const lead = 4;

/** Where Pagefind's indexer separates words: at every white space but the byte order mark. */
const wordSeparators = /[^\S\uFEFF]+/;

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** `text` for use in HTML, in an element or an attribute. */
function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}

/** Start of the window of `excerptLength` words that holds most of `places` (ascending): the earliest of the best. */
function densestStart(places: readonly number[], first: number): number {
  let best = { start: first, count: 0 };
  for (const [index, place] of places.entries()) {
    const end = place - lead + excerptLength;
    let count = 0;
    while ((places[index + count] ?? Number.POSITIVE_INFINITY) < end) count++;
    if (count > best.count) best = { start: Math.max(first, place - lead), count };
  }
  return best.start;
}

/** How many words of `title` a page's text begins with: all or none. Pagefind writes ordinary spaces and ends a heading with a full stop. */
function countTitleWords(words: readonly string[], title: string): number {
  const expected = title.split(wordSeparators).filter((word) => word !== '');
  const same = expected.every((word, index) => {
    const found = words[index] ?? '';
    return found === word || (index === expected.length - 1 && found === `${word}.`);
  });
  return same ? expected.length : 0;
}

/**
 * About 30 words of `content`, a page's text, where most matches are; without a match, its beginning.
 * The title, with which the text of an article starts, is left out: it is shown beside the excerpt.
 * Hidden keywords never show.
 * @param places the matched words, counted from 0 in words of `content`, ascending.
 * @returns safe HTML with no tag but `<mark>`.
 */
export function excerptHtml(content: string, places: readonly number[], title: string): string {
  const words = (content.split(keywordMark, 1)[0] ?? '').trimEnd().split(wordSeparators);
  const first = countTitleWords(words, title);
  const start = Math.min(
    densestStart(
      places.filter((place) => place >= first && place < words.length),
      first,
    ),
    Math.max(first, words.length - excerptLength),
  );
  const end = Math.min(start + excerptLength, words.length);
  const matched = new Set(places);
  const shown = words.slice(start, end).map((word, index) => {
    const escaped = escapeHtml(withoutFlowMarks(word));
    return matched.has(start + index) && word !== '' ? `<mark>${escaped}</mark>` : escaped;
  });
  const before = start > first ? '… ' : '';
  const after = end < words.length ? ' …' : '';
  return before + shown.join(' ').trim() + after;
}
