// Words that mix Latin letters with Cyrillic or Greek ones that look the same (Unicode TS 39, mixed-script confusables).

export interface MixedWord {
  /** Offsets of the first letter of the script that is in the minority (UTF-16 code units; the end is exclusive). */
  readonly start: number;
  readonly end: number;
  readonly word: string;
  readonly letter: string;
  /** Script of `letter`. */
  readonly script: 'Latin' | 'Greek' | 'Cyrillic';
  /** Script of most letters of the word. */
  readonly expected: 'Latin' | 'Greek' | 'Cyrillic';
}

/**
 * Letters that are drawn as Latin ones in most typefaces. µ, Ω, Δ, α and their like are not: units and formulas write
 * them beside Latin letters, and everybody sees them.
 */
const lookAlike = /[аеорсухіјѕһԁԛԝѵАВЕЅІЈКМНОРСТУХҮԌԚԜονρΑΒΕΖΗΙΚΜΝΟΡΤΥΧ]/u;

const words = /[\p{L}\p{M}\p{N}_]+/gu;

const scripts = [
  ['Latin', /\p{Script=Latin}/u],
  ['Greek', /\p{Script=Greek}/u],
  ['Cyrillic', /\p{Script=Cyrillic}/u],
] as const;

type Script = (typeof scripts)[number][0];

function scriptOf(character: string): Script | undefined {
  return scripts.find(([, pattern]) => pattern.test(character))?.[0];
}

function judgeWord(word: string, offset: number): MixedWord | undefined {
  const letters: { letter: string; script: Script; at: number }[] = [];
  const counts = { Latin: 0, Greek: 0, Cyrillic: 0 };
  let at = offset;
  for (const letter of word) {
    const script = scriptOf(letter);
    if (script) {
      counts[script]++;
      letters.push({ letter, script, at });
    }
    at += letter.length;
  }
  const others = counts.Greek + counts.Cyrillic;
  if (counts.Latin === 0 || others === 0) return undefined;
  const largest: Script = counts.Greek > counts.Cyrillic ? 'Greek' : 'Cyrillic';
  const expected = counts.Latin >= others ? 'Latin' : largest;
  const odd = letters.find(
    ({ script, letter }) => script !== expected && (expected !== 'Latin' || lookAlike.test(letter)),
  );
  if (!odd) return undefined;
  return {
    start: odd.at,
    end: odd.at + odd.letter.length,
    word,
    letter: odd.letter,
    script: odd.script,
    expected,
  };
}

/** The words of `text` that mix scripts so that nobody would see it. */
export function findMixedWords(text: string): MixedWord[] {
  if (!lookAlike.test(text)) return [];
  return [...text.matchAll(words)].flatMap(({ 0: word, index }) =>
    lookAlike.test(word) ? (judgeWord(word, index) ?? []) : [],
  );
}
