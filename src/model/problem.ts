// A problem that stops the program: what happened, where, and what to do, in every language of the tool.
import type { Wording } from './wording.ts';

/** Raised for what a person can mend (usage, configuration, input and output). The command line prints it without a stack and exits with 2. */
export class Problem extends Error {
  readonly wording: Wording;
  /** `path`, `path:line` or `path:line:column`, where there is one. */
  readonly place: string | undefined;

  constructor(wording: Wording, place?: string, cause?: unknown) {
    super(wording.en, cause === undefined ? undefined : { cause });
    this.name = 'Problem';
    this.wording = wording;
    this.place = place;
  }
}
