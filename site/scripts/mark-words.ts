// Which words of a title a search has met: a pure decision, so that the words can be shown as marked.
import { foldAccents, queryWords } from './search-engine/words.ts';

export interface TextPart {
  readonly text: string;
  readonly marked: boolean;
}

/** From this length on a word meets its other forms: "remboursement" meets "rembourser". */
const stemLength = 6;

/** `text` in parts, those marked that begin as a telling word of `query` in the language `lang` does. Together they are `text` again. */
export function markWords(text: string, query: string, lang: string): readonly TextPart[] {
  const wanted = queryWords(query, lang).telling.map(foldAccents);
  const parts: TextPart[] = [];
  for (const piece of text.split(/([\p{L}\p{M}\p{N}]+)/u)) {
    if (piece === '') continue;
    const word = foldAccents(piece);
    const marked = /[\p{L}\p{N}]/u.test(piece) && wanted.some((other) => meets(word, other));
    parts.push({ text: piece, marked });
  }
  return parts;
}

function meets(word: string, wanted: string): boolean {
  if (word.startsWith(wanted)) return true;
  const length = Math.min(word.length, wanted.length);
  return length >= stemLength && word.slice(0, stemLength) === wanted.slice(0, stemLength);
}
