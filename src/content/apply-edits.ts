// Applies edits to a text. Everything outside of them stays as it is, to the last character.

/** Puts `text` in the place of what stands from `start` to `end` (exclusive), offsets in the edited text. */
export interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** `text` with `edits` made. Of two that overlap, the one that begins later is left for another round. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const sorted = [...edits].sort((a, b) => a.start - b.start || a.end - b.end);
  let result = '';
  let at = 0;
  for (const edit of sorted) {
    if (edit.start < at) continue;
    result += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return result + text.slice(at);
}
