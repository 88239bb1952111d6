// What another tool receives of a followed guide: JSON that says no more than the case note, made of the same parts.
import type { DueFollowUp } from '../src/model/follow-up.ts';
import type { CasePart } from './case-note.ts';

/** Where a page sends case notes, as it stands in `data-webhook`. */
export interface NoteReceiver {
  readonly url: string;
  readonly name: string;
  /** Milliseconds. */
  readonly timeout: number;
}

/** The version of the message's form. */
const noteMessageVersion = 1;

export interface NoteMessageTerms {
  readonly id: string;
  readonly lang: string;
  /** The article's guide as the note tells it. */
  readonly part: CasePart;
  /** The whole note, with the articles that led here. */
  readonly note: string;
  readonly followUps: readonly DueFollowUp[];
}

/** The message as it is shown and as it is sent, to the byte. */
export function writeNoteMessage({ id, lang, part, note, followUps }: NoteMessageTerms): string {
  const { title, steps, last } = part;
  const message = {
    type: 'kb:note',
    version: noteMessageVersion,
    title,
    id,
    language: lang,
    steps: steps.map(({ text, answer = null }) => ({ text, answer })),
    outcome: last.isOutcome ? last.text : null,
    note,
    follow_ups: followUps.map(({ day, check, next = null }) => ({ on: day, check, next })),
  };
  return JSON.stringify(message, null, 2);
}
