// What an excerpt of the search index says of values that changed since the build: the index has those of its own day.
import { type IsoDate, parseIsoDate } from './iso-date.ts';

interface Step {
  readonly from: IsoDate;
  readonly text: string;
}

/** A value that is another one by now. */
export interface ValueChange {
  /** The day from which it is so. */
  readonly from: IsoDate;
  readonly before: string;
  readonly after: string;
}

function readSteps(written: string): readonly (readonly Step[])[] {
  try {
    const all = JSON.parse(written) as unknown;
    return (Array.isArray(all) ? all : []).map((steps: unknown) =>
      (Array.isArray(steps) ? steps : []).flatMap((step: unknown) => {
        const [day, text] = Array.isArray(step) ? (step as readonly unknown[]) : [];
        const from = typeof day === 'string' ? parseIsoDate(day) : undefined;
        return from !== undefined && typeof text === 'string' ? [{ from, text }] : [];
      }),
    );
  } catch {
    return [];
  }
}

const plain = (text: string) => text.replace(/\s+/g, ' ').trim();

/** Whether `text` has `words` in it, not as a part of a longer word or number. */
function says(text: string, words: string): boolean {
  const part = /[\p{L}\p{N}]/u;
  for (let at = text.indexOf(words); at !== -1 && words !== ''; at = text.indexOf(words, at + 1)) {
    const [before = '', after = ''] = [text[at - 1], text[at + words.length]];
    const cut = (inner: string | undefined, outer: string) => part.test(inner ?? '') && part.test(outer);
    if (!cut(words[0], before) && !cut(words.at(-1), after)) return true;
  }
  return false;
}

/**
 * The values in `excerpt` (plain text) that are others on `today`. `written` is what the index keeps of an article: for each of
 * its values that changes, the steps from the day of the build on, `[[["2026-11-16","9 h"],["2026-12-24","10 h"]]]`. Never raises.
 */
export function findValueChanges(
  written: string | undefined,
  excerpt: string,
  today: IsoDate,
): readonly ValueChange[] {
  const shown = plain(excerpt);
  return readSteps(written ?? '[]').flatMap(([first, ...later]): ValueChange[] => {
    const now = later.filter(({ from }) => from <= today).at(-1);
    if (!first || !now || now.text === first.text || !says(shown, plain(first.text))) return [];
    return [{ from: now.from, before: first.text, after: now.text }];
  });
}
