// Finds abbreviations that a text explains: "Centre de relation client (CRC)", "CRC (centre de relation client)".
import { foldAccents } from '../../site/scripts/search-engine/words.ts';

/** Words that give an abbreviation no letter, or do, as they like. */
const smallWords: ReadonlySet<string> = new Set(
  'a and au aux d de des du en et for in l la le les of on or ou par pour sur the to'.split(' '),
);
const word = /[\p{L}\p{M}\p{N}]+/gu;
/** Capitals in brackets behind other words, and other words in brackets behind capitals. */
const behind = /\(\s*([A-Z]{2,8})s?\s*\)/g;
const before = /(?<![\p{L}\p{N}])([A-Z]{2,8})s?\s?\(([^()\n]{5,90})\)/gu;
/** How many characters in front of the brackets may hold the explanation. */
const reach = 120;

export interface Abbreviation {
  /** In lower case, as is `long`. */
  readonly short: string;
  readonly long: string;
  /** Whether the words spell it to the last letter; "délégué à la protection des données (DPO)" does not. */
  readonly exact: boolean;
}

/**
 * The words at the end of `words` whose first letters spell `letters`, as one phrase in lower case; undefined where there are none.
 * Small words may be passed over, and one other word in all. The last word may begin with any letter where `exact` is false.
 */
function spellBackwards(letters: string, words: readonly string[], exact: boolean): string | undefined {
  // What was tried in vain is not tried again: a text made to be ambiguous would take for ever.
  const tried = new Set<string>();
  const spell = (letter: number, at: number, passed: boolean): number | undefined => {
    const here = words[at];
    const state = `${letter} ${at} ${passed}`;
    if (here === undefined || tried.has(state)) return undefined;
    tried.add(state);
    const folded = foldAccents(here);
    const isLast = letter === letters.length - 1;
    if (folded[0] === letters[letter] || (isLast && !exact)) {
      const start = letter === 0 ? at : spell(letter - 1, at - 1, passed);
      if (start !== undefined) return start;
    }
    // The phrase ends with a word of its own.
    if (isLast) return undefined;
    if (smallWords.has(folded)) return spell(letter, at - 1, passed);
    return passed ? undefined : spell(letter, at - 1, true);
  };
  const start = spell(letters.length - 1, words.length - 1, false);
  return start === undefined ? undefined : words.slice(start).join(' ').toLowerCase();
}

/** Each abbreviation of `text` with the words that it stands for; a pair once. */
export function findAbbreviations(text: string): readonly Abbreviation[] {
  const found = new Map<string, Abbreviation>();
  const add = (capitals: string, words: readonly string[]) => {
    const short = capitals.toLowerCase();
    const exactly = spellBackwards(short, words, true);
    const long = exactly ?? (short.length > 2 ? spellBackwards(short, words, false) : undefined);
    if (long !== undefined) found.set(`${short} ${long}`, { short, long, exact: exactly !== undefined });
  };
  const wordsIn = (part: string) => part.normalize('NFC').match(word) ?? [];
  for (const match of text.matchAll(behind))
    add(match[1] ?? '', wordsIn(text.slice(Math.max(0, match.index - reach), match.index)));
  for (const [, short = '', long = ''] of text.matchAll(before)) add(short, wordsIn(long));
  return [...found.values()];
}
