// Where this page sends case notes, as the article says it.
import type { NoteReceiver } from '../../note-message.ts';

/** Undefined where notes are sent nowhere, or a damaged page says something else. */
export function readReceiver(): NoteReceiver | undefined {
  const written = document.querySelector<HTMLElement>('.article')?.dataset.webhook;
  if (written === undefined) return undefined;
  try {
    return JSON.parse(written) as NoteReceiver;
  } catch {
    return undefined;
  }
}
