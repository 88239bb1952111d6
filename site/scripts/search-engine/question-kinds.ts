// What a question asks for: "c'est quoi", "combien de temps", "puis-je" … A title that asks the same is the likelier answer.
import { foldAccents } from './words.ts';

/** Kinds by language, told by words without accents, in lower case, with straight apostrophes. */
const kinds: Readonly<Record<string, Readonly<Record<string, RegExp>>>> = {
  fr: {
    what: /\bqu'est[- ]ce qu|\bc'est quoi\b|\bquoi (?:ca )?sert\b|\bque signifie|\bveut dire\b|\bdefinition\b/,
    when: /\bcombien de temps\b|\bquel(?:s|le|les)? (?:delais?|durees?)\b|\bdurees?\b|\bquand\b/,
    may: /\bpuis[- ]je\b|\bpeut[- ](?:on|il|elle|ils|elles)\b|\bpeuvent[- ]|\bdroit d(?:e |')|\bpossible\b|\bautoris/,
    who: /(?:^|[^\w-])qui\b/,
    how: /\bcomment\b|\b(?:que|quoi) faire\b/,
    where: /(?:^|[?:,] ?)ou\b/,
    why: /\bpourquoi\b/,
    much: /\bcombien (?!de temps)|\bquel (?:prix|montant|cout)\b/,
  },
  en: {
    what: /\bwhat (?:is|are|does)\b|\bwhat's\b|\bmeaning\b/,
    when: /\bhow long\b|\bwhen\b/,
    may: /\b(?:can|may|could) (?:i|we|you|one|they|he|she)\b|\ballowed\b|\bpossible\b/,
    who: /\bwho\b/,
    how: /\bhow (?:do|to|can|should)\b|\bwhat (?:to do|should)\b/,
    where: /\bwhere\b/,
    why: /\bwhy\b/,
    much: /\bhow (?:much|many)\b/,
  },
};

/** The kinds of question in `text`, none for a text that asks nothing or a language without a list. */
export function questionKinds(text: string, lang: string): readonly string[] {
  const plain = foldAccents(text).replace(/[’ʼ‘]/g, "'");
  return Object.entries(kinds[lang.split('-')[0] ?? ''] ?? {})
    .filter(([, pattern]) => pattern.test(plain))
    .map(([kind]) => kind);
}
