// Questions and answers of flowcharts in the text that Pagefind keeps of an article: invisible marks tell them from the rest.
import { flowMarks } from '../../flow-mark.ts';
import type { Stem } from './stems.ts';
import type { MatchedFlowText } from './types.ts';
import { wordsOf } from './words.ts';

const labelPattern = new RegExp(
  `([${flowMarks.question}${flowMarks.answer}])([^${flowMarks.question}${flowMarks.answer}${flowMarks.end}]*)${flowMarks.end}`,
  'g',
);

/** A label has to meet as many telling words of the query before it is worth showing. */
const fewestWords = 2;
/** And this share of what they tell together. */
const leastShare = 0.5;

export interface FlowMatch {
  readonly label: MatchedFlowText;
  /** What the words that the label has tell together. */
  readonly score: number;
}

/**
 * The question or answer in `content`, a page's text, that meets most of `words`.
 * @param words stem → how much it tells
 */
export function findFlowMatch(
  content: string,
  words: ReadonlyMap<string, number>,
  stem: Stem,
): FlowMatch | undefined {
  const all = [...words.values()].reduce((sum, information) => sum + information, 0);
  let best: FlowMatch | undefined;
  for (const [, mark, text = ''] of content.matchAll(labelPattern)) {
    const met = [...new Set(wordsOf(text).map(stem))].filter((one) => words.has(one));
    const score = met.reduce((sum, one) => sum + (words.get(one) ?? 0), 0);
    if (met.length < fewestWords || score < leastShare * all || score <= (best?.score ?? 0)) continue;
    best = { label: { kind: mark === flowMarks.question ? 'question' : 'answer', text: text.trim() }, score };
  }
  return best;
}
