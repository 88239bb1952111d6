// Invisible marks around a flowchart's questions and answers, in the text that the search index keeps of an article.

/** U+2061, U+2062 and U+2064: Pagefind drops them from the words that it indexes and keeps them in the text. */
export const flowMarks = { question: '\u2061', answer: '\u2062', end: '\u2064' } as const;

const marks = /[\u2061\u2062\u2064]/g;

/** `text` with a mark before and behind it; it has none inside. */
export function markFlowText(kind: 'question' | 'answer', text: string): string {
  return `${flowMarks[kind]}${text.replace(marks, '')}${flowMarks.end}`;
}

/** `text` as a reader sees it. */
export function withoutFlowMarks(text: string): string {
  return text.replace(marks, '');
}
