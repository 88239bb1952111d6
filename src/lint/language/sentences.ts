// Where the sentences of a text begin and end.
import type { ProseLanguage } from './languages.ts';
import { hasWord } from './words.ts';

/** A sentence from its first character to the one after its last mark, as indexes in its text. */
export interface Sentence {
  readonly start: number;
  readonly end: number;
}

/** Shortened words that a name or a figure follows: their point ends no sentence. */
const beforeNames: Readonly<Record<ProseLanguage, ReadonlySet<string>>> = {
  fr: new Set(
    'm mm mme mmes mlle mlles dr drs pr prs me mgr st ste art arts al alin chap cf ex env éd fig réf réfs resp tél trad vs c.-à-d c-à-d i.e e.g n.b'.split(
      ' ',
    ),
  ),
  en: new Set(
    'mr mrs ms mx dr prof rev st messrs cf eg e.g ie i.e viz vs approx resp ref refs fig figs'.split(' '),
  ),
};

/** Shortened words that may also be the last of a sentence: only a figure or a small letter after them goes on. */
const beforeFigures =
  /^(?:n|no|nos|nr|p|pp|vol|sect|para|ch|av|bd|min|max|art|ext|apt|janv|févr|avr|juil|sept|oct|nov|déc|jan|feb|mar|apr|jun|jul|aug|sep|dec)$/;

/** Initials open a sentence, or follow a title or another initial; elsewhere a lone capital ends one (« l’option B. »). */
const initials = /(?:^|\p{Lu}\.[\s-]?|\b(?:M|Mme|Mlle|Dr|Me|Mr|Mrs|Ms)\.?\s)\p{Lu}$/u;

/** From a mark that may end a sentence to what ends it: more marks, quotation marks and brackets, then a space or the text's end. */
const possibleEnd = /[.!?…]+(?:[\u00A0\u202F ]?[»”"’')\]])*(?=[\s\uFFFC]|$)/uy;

const blank = /\s/;

const isMark = (code: number): boolean => code === 0x2e || code === 0x21 || code === 0x3f || code === 0x2026;

/** The word right before `end`, in small letters and without opening marks. */
function wordBefore(text: string, end: number): string {
  let start = end;
  while (start > 0 && end - start < 12 && !/[\s(«“"'’[\u2029]/.test(text[start - 1] as string)) start--;
  return text.slice(start, end).toLowerCase();
}

/** Whether the point at `at`, alone, shortens a word rather than ending the sentence that began at `start`. */
function isShortening(
  text: string,
  start: number,
  at: number,
  next: string,
  language: ProseLanguage,
): boolean {
  const before = wordBefore(text, at);
  if (beforeNames[language].has(before)) return true;
  if (beforeFigures.test(before) && /\p{N}/u.test(next)) return true;
  // The number of a hand-made list, with nothing else in the sentence so far.
  if (/^\p{N}{1,3}$/u.test(before) && text.slice(start, at).trim() === before) return true;
  if (!/^\p{L}(?:\.-?\p{L})*$/u.test(before)) return false;
  return initials.test(at - start > 20 ? `…${text.slice(at - 19, at)}` : text.slice(start, at).trimStart());
}

/** Where the sentence that the mark at `at` may end does end (exclusive), or the first index after its marks, negated. */
function endAt(text: string, start: number, at: number, language: ProseLanguage): number {
  let marks = at + 1;
  while (isMark(text.charCodeAt(marks))) marks++;
  possibleEnd.lastIndex = at;
  const found = possibleEnd.exec(text);
  if (!found) return -marks;
  const end = at + found[0].length;
  let after = end;
  while (/[ \r\n\t\u00A0\u202F«“"‘'([]/.test(text[after] ?? '')) after++;
  const next = text[after] ?? '';
  if (/\p{Ll}/u.test(next)) return -end;
  const alone = text[at] === '.' && end === at + 1;
  return alone && isShortening(text, start, at, next, language) ? -end : end;
}

/**
 * The sentences of `text`. They end with a mark (. ! ? …) that a space or the text's end follows, unless a small
 * letter goes on after it or the mark is the point of a shortened word, of initials or of a list's number; and where the writer
 * broke the line (U+2029).
 */
export function splitSentences(text: string, language: ProseLanguage): Sentence[] {
  const sentences: Sentence[] = [];
  let start = 0;
  const add = (end: number): void => {
    let [from, to] = [start, end];
    while (from < to && blank.test(text[from] as string)) from++;
    while (to > from && blank.test(text[to - 1] as string)) to--;
    start = end;
    if (hasWord(text, from, to)) sentences.push({ start: from, end: to });
  };
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x2029) add(at + 1);
    else if (isMark(code)) {
      const end = endAt(text, start, at, language);
      if (end > 0) add(end);
      at = Math.abs(end) - 1;
    }
  }
  add(text.length);
  return sentences;
}
