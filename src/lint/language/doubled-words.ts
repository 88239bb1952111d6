// Words that stand twice in a row, and those that may.
import type { ProseLanguage } from './languages.ts';

export interface DoubledWord {
  readonly word: string;
  /** From the first word's beginning to the second one's end (exclusive). */
  readonly start: number;
  readonly end: number;
  readonly second: number;
  /** Whether one of the two says nothing, so that it may be taken out without a look at the sentence. */
  readonly idle: boolean;
}

/** Doubles that a sound sentence may hold. */
const sound: Readonly<Record<ProseLanguage, ReadonlySet<string>>> = {
  fr: new Set([
    // Subject and object of the same person: « nous nous engageons », « vous vous trompez ».
    ...['nous', 'vous'],
    // A verb before its own infinitive, noun or place: « faire faire un devis », « ce qu’il a fait fait foi ».
    ...['faire', 'fait', 'font', 'être', 'est', 'a', 'entre', 'contre', 'suit', 'passe', 'porte', 'compte'],
    // A pronoun at the end of one clause and an article or a pronoun at the beginning of the next: « prenez-en en double ».
    ...['en', 'y', 'là', 'tout', 'même', 'où'],
    // Said twice for emphasis.
    ...['oui', 'non', 'si', 'très', 'bien', 'trop', 'plus', 'bla', 'peu'],
  ]),
  en: new Set([
    // Past perfect, conjunction before pronoun, the verb at the end of a clause: "had had", "that that", "what it is is".
    ...['had', 'that', 'is', 'was', 'do', 'will', 'can', 'have', 'who'],
    // A particle before a preposition: "the account they log in in", "carry on on Monday".
    ...['in', 'on', 'her', 'you', 'it'],
    // Said twice for emphasis.
    ...['no', 'yes', 'so', 'very', 'many', 'really', 'bye', 'blah', 'much'],
  ]),
};

/** Articles, prepositions and the like: nobody doubles them for effect, as in "surprise surprise". */
const idleWords: Readonly<Record<ProseLanguage, ReadonlySet<string>>> = {
  fr: new Set(
    'le la les un une des du de à au aux et ou que qui dans pour par sur sous avec sans ce cette ces son sa ses se ne il elle on vers chez'.split(
      ' ',
    ),
  ),
  en: new Set(
    'the a an of to and or for from by at as with into if than this these your their our its be are'.split(
      ' ',
    ),
  ),
};

const doubled =
  /(?<![\p{L}\p{M}\p{N}_'’\-‐‑.@/\uFFFC])(\p{L}[\p{L}\p{M}]*)\s+\1(?![\p{L}\p{M}\p{N}_'’\-‐‑@/\uFFFC])/iuy;

const isSpace = (code: number): boolean => code <= 0x20 || code === 0xa0 || code === 0x202f;
const isOpening = (code: number): boolean =>
  code === 0x28 || code === 0x22 || code === 0x201c || code === 0x5b;

/** Whether the characters at two places are the same but for their case: bit 0x20 of Latin letters. */
const areAlike = (text: string, one: number, other: number): boolean =>
  (text.charCodeAt(one) | 0x20) === (text.charCodeAt(other) | 0x20);

/**
 * Where a word begins that the next one may repeat: it has the same letter first and, at the same length, last. By character
 * codes, as this rules nearly all words out and an expression that looks behind every letter took eight times as long.
 */
function findCandidates(text: string): number[] {
  const found: number[] = [];
  let previous = -1;
  let length = 0;
  let inWord = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (isSpace(code)) {
      if (inWord) length = at - previous;
      inWord = false;
    } else if (!inWord && !isOpening(code)) {
      inWord = true;
      const again = previous !== -1 && areAlike(text, previous, at);
      if (again && areAlike(text, previous + length - 1, at + length - 1)) found.push(previous);
      previous = at;
    }
  }
  return found;
}

/** The doubled words of `text`: two words that differ in case at most, with nothing but space between. */
export function findDoubledWords(text: string, language: ProseLanguage): DoubledWord[] {
  const found: DoubledWord[] = [];
  for (const start of findCandidates(text)) {
    doubled.lastIndex = start;
    const [both, word] = doubled.exec(text) ?? [];
    if (both === undefined || word === undefined) continue;
    const end = start + both.length;
    const second = end - word.length;
    // Names that say a word twice (Bora Bora), and letters that stand for something (A A).
    const isName = /^\p{Lu}/u.test(text.slice(second, end));
    const isLetter = word.length === 1 && !(language === 'en' ? 'a' : 'ày').includes(word.toLowerCase());
    if (isName || isLetter || sound[language].has(word.toLowerCase())) continue;
    found.push({ word, start, end, second, idle: idleWords[language].has(word) });
  }
  return found;
}
