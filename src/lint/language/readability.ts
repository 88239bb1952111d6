// How easily an article reads: a score from the length of its sentences and of its words, per language.
import type { ProseLanguage } from './languages.ts';
import type { Prose } from './prose.ts';
import { countSyllables } from './syllables.ts';
import { eachWord } from './words.ts';

export interface TextMeasure {
  readonly sentences: number;
  readonly words: number;
  readonly syllables: number;
}

/** What a score takes from a language: the constant, and the weights of words per sentence and syllables per word. */
const formulas: Readonly<Record<ProseLanguage, readonly [number, number, number]>> = {
  // L. Kandel and A. Moles, « Application de l’indice de Flesch à la langue française », 1958.
  fr: [207, 1.015, 73.6],
  // R. Flesch, "A new readability yardstick", Journal of Applied Psychology 32, 1948.
  en: [206.835, 1.015, 84.6],
};

/** Words that are measured: both scores were made for samples of a hundred, and this is the beginning of a long article. */
const sampleWords = 600;

/** How prose ends: with a mark, perhaps inside a quotation or brackets, perhaps before a list. */
const sentenceEnd = /[.!?…:;][\s»”"’')\]]*$/;

/**
 * Sentences, words and syllables of what reads as prose, up to the end of the paragraph that completes the sample: the summary and the paragraphs that end as sentences do, those of
 * lists included. Headings, cells and lists of names are no sentences. `counts` keeps the syllables of words between calls.
 */
export function measureProse(
  prose: readonly Prose[],
  language: ProseLanguage,
  counts: Map<string, number> = new Map(),
): TextMeasure {
  let [sentences, words, syllables] = [0, 0, 0];
  const count = countSyllables[language];
  for (const piece of prose) {
    if (words >= sampleWords) break;
    const { run, text } = piece;
    if ((run.kind !== 'paragraph' && run.kind !== 'summary') || !sentenceEnd.test(text.slice(-20))) continue;
    sentences += piece.sentences.length;
    eachWord(text, (start, end) => {
      const word = text.slice(start, end);
      let spoken = counts.get(word);
      if (spoken === undefined) {
        spoken = count(word);
        counts.set(word, spoken);
      }
      words++;
      syllables += spoken;
    });
  }
  return { sentences, words, syllables };
}

/** The score of a text, about 0 (hard) to 100 (easy); undefined for a text without words. */
export function scoreReadability(
  { sentences, words, syllables }: TextMeasure,
  language: ProseLanguage,
): number | undefined {
  if (words === 0 || sentences === 0) return undefined;
  const [constant, perSentence, perWord] = formulas[language];
  return constant - (perSentence * words) / sentences - (perWord * syllables) / words;
}
