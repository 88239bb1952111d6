// How many syllables a word has, in French and in English, by its letters.
import type { ProseLanguage } from './languages.ts';

const vowels = 'aeiouyàâäáéèêëîïíôöóùûüúœæ';
const nuclei = new RegExp(`[${vowels}]+`, 'g');

/** The letter groups of a word between apostrophes, hyphens and points; figures and marks are left out. */
const partsOf = (word: string): readonly string[] =>
  word
    .toLowerCase()
    .normalize('NFC')
    .match(/\p{L}+/gu) ?? [];

const countNuclei = (letters: string): number => letters.match(nuclei)?.length ?? 0;

/** Longer ones are no words but keys and codes; the rules for endings are not tried on them. */
const longestPart = 40;

/** Replacements that put `-` between two vowels that are spoken apart, or take out letters that are not spoken. */
type Respelling = readonly [RegExp, string];

function countIn(word: string, respellings: readonly Respelling[]): number {
  const spoken = partsOf(word).map((part) =>
    part.length > longestPart
      ? part
      : respellings.reduce((letters, [pattern, text]) => letters.replace(pattern, text), part),
  );
  return Math.max(1, countNuclei(spoken.join(' ')));
}

const french: readonly Respelling[] = [
  // The u of qu, and of gu before e and i, is no vowel of its own.
  [/qu(?=[aeiouyàâéèêëîïôœ]|$)/g, 'q'],
  [/gu(?=[eiéèêî])/g, 'g'],
  // y between vowels is a consonant, as it is at the beginning before one.
  [/([aeiouéèê])y(?=[aeiouéèê])/g, '$1j'],
  [/^y(?=[aeiouéèê])/, 'j'],
  // Endings of verbs that nobody speaks.
  [/(ai|oi|ui|iss)ent$/, '$1'],
  // The mute e at the end, where another vowel is left.
  [new RegExp(`(?<=[${vowels}].*)(?<!é)es?$`), ''],
  [/ées?$/, 'é'],
  // Vowels apart after two consonants, the second l or r: cli-ent, ou-vri-er, tri-er.
  [/([bcdfgptv][lr])i(?=[aeoéèê])/g, '$1i-'],
  // A diaeresis says so itself; é ends its syllable, and begins one after any vowel but i.
  [/(?=[ëïü])/g, '-'],
  [/é(?=[aeiouyéèêôœ])/g, 'é-'],
  [/([aeouy])(?=é|è)/g, '$1-'],
  [/a(?=o(?!û|u))/g, 'a-'],
  [/o(?=a|e(?!u|i))/g, 'o-'],
  [/u(?=a|o|e(?!i))/g, 'u-'],
];

const english: readonly Respelling[] = [
  [/qu/g, 'q'],
  [/gu(?=[aeio])/g, 'g'],
  [/^y(?=[aeiou])/, 'j'],
  [/([aeiou])y(?=[aeiou])/g, '$1j'],
  // The mute e before an ending, and at the end; not in ta-ble, han-dled, pa-ges, star-ted.
  [/(?<=[aeiouy].*[^aeiouyl])e(?=(?:ly|ful|fully|less|ness|ments?)$)/, ''],
  [/(?<=[aeiouy].*)(?<![^aeiouyl]l)(?<![td])ed$/, 'd'],
  [/(?<=[aeiouy].*)(?<![^aeiouyl]l)(?<![sxzcg]|[cs]h)es$/, 's'],
  [/(?<=[aeiouy].*)(?<![^aeiouyl]l)(?<![aeiou])e$/, ''],
  // Vowels that are spoken apart: cre-ate, i-de-a, vi-de-o, me-di-um, pri-or, ac-tu-al, be-ing, car-ri-er, cli-ent.
  [/^(re)?crea(?=t)/, '$1cre-a'],
  [/(?<=^(?:id|ar|re))ea(?=s?$|c)/, 'e-a'],
  [/(?<!p)e(?=o(?!u))/g, 'e-'],
  [/(?<![ctgs])i(?=a|u|o(?!n))/g, 'i-'],
  [/u(?=a|ou)/g, 'u-'],
  [/([aeiou])(?=ing(?:s|ly)?$)/, '$1-'],
  [/(?<=[^ctfp])i(?=ers?$)/, 'i-'],
  [/(?<=^sc|[^ct])i(?=et|en(?:t|c))/, 'i-'],
  [/(?<=[aeiouy].*)sms?$/, 'sems'],
];

/**
 * The syllables of a French `word` as it is spoken with care: the e muet counts inside a word (« main-te-nant ») and not at its end,
 * the i of « -tion » and « -ier » does not part from its vowel, but after l or r does (« ou-vri-er »). The rules are our own, from
 * the letter groups of French spelling; they miss the mute -ent of most verbs, which looks like that of « client ».
 * A word without a vowel (« SMS », « 12 ») counts as one.
 */
export function countFrenchSyllables(word: string): number {
  return countIn(word, french);
}

/**
 * The syllables of an English `word`, counted as it is spoken (Flesch 1948 asks for that) by rules of our own: groups of vowels,
 * less the mute e, plus the vowels that are spoken apart. A word without a vowel ("SMS", "12") counts as one.
 */
export function countEnglishSyllables(word: string): number {
  return countIn(word, english);
}

/** The counting function of a language. */
export const countSyllables: Readonly<Record<ProseLanguage, (word: string) => number>> = {
  fr: countFrenchSyllables,
  en: countEnglishSyllables,
};
