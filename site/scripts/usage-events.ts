// How the page's scripts tell what the reader does, for `usage.js` to count where the configuration wants it. Nobody listens otherwise.

/** A search was answered (`detail`: `SearchTold`). */
export const searchTold = 'kb:searched';

export interface SearchTold {
  readonly query: string;
  /** How many results were shown. */
  readonly found: number;
}

/** A guide shows another step, or none any more (`detail`: `GuideTold`, or null). */
export const guideTold = 'kb:guide-step';

export interface GuideTold {
  /** Place among the guides of the page, from 1. */
  readonly number: number;
  /** The step's node; undefined for the choice among several starts. */
  readonly node: string | undefined;
  /** How many choices led here. */
  readonly choices: number;
  /** Whether nothing leads on in this guide: an outcome, or a step that goes on in another article. */
  readonly ended: boolean;
}

/** An answer was chosen in a guide (`detail`: `AnswerTold`). */
export const answerTold = 'kb:guide-answer';

export interface AnswerTold extends Pick<GuideTold, 'number'> {
  readonly node: string;
  /** The answer as the flowchart writes it; empty where it writes nothing. */
  readonly way: string;
}

/** A text to copy was copied. */
export const copyTold = 'kb:copied';

export function tellUsage(name: string, detail?: SearchTold | GuideTold | AnswerTold | null): void {
  document.dispatchEvent(new CustomEvent(name, { detail }));
}
