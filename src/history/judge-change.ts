// What a commit changed in an article: what readers see, or only the dates and the validation in its front matter.
import type { FileChange, Hunk } from './parse-patch-log.ts';

export type ChangeKind = 'edit' | 'date-move' | 'validation' | 'none';

export interface JudgedChange {
  readonly kind: ChangeKind;
  /**
   * Line that closes the front matter after the change; 0 where there is none, infinity where it is not known, so
   * that a line goes by its looks alone.
   */
  readonly closer: number;
}

const dateLine = /^["']?(?:expires|reviewed)["']?[ \t]*:/;
/** `validation:` with what follows on its line, a key below it, or a bracket or digest on a line of its own. */
const validationLine =
  /^(?:["']?validation["']?[ \t]*:|[ \t]+["']?(?:by|on|digest)["']?[ \t]*:|[ \t]*[{}],?[ \t]*$|[ \t]+["']?sha256:[0-9a-f]+["']?,?[ \t]*$)/;

function withoutReturn(line: string): string {
  return line.endsWith('\r') ? line.slice(0, -1) : line;
}

function isFence(line: string | undefined): boolean {
  return line !== undefined && /^---[ \t]*\r?$/.test(line);
}

/** Line that closes the front matter of a file that begins with `lines`: 0 without one, infinity where it is not closed in them. */
function closerIn(lines: readonly string[]): number {
  if (!isFence(lines[0]?.replace(/^\uFEFF/, ''))) return 0;
  const found = lines.findIndex((line, at) => at > 0 && isFence(line));
  return found === -1 ? Number.POSITIVE_INFINITY : found + 1;
}

/** The changed lines of `hunk`, each with the line of the old file that it stands at; line ends alone are no change. */
function* changedLines({ oldStart, removed, added }: Hunk): Iterable<{ line: string; at: number }> {
  const paired = removed.length === added.length;
  for (const [index, line] of [...removed, ...added].entries()) {
    const offset = index < removed.length ? index : Math.min(index - removed.length, removed.length - 1);
    if (paired && withoutReturn(removed[offset] ?? '') === withoutReturn(added[offset] ?? '')) continue;
    yield { line: withoutReturn(line), at: oldStart + Math.max(0, offset) };
  }
}

/** Where the front matter ends after `hunks`, when it ended at `closer` before them. */
function moveCloser(hunks: readonly Hunk[], closer: number): number {
  let moved = closer;
  for (const { oldStart, removed, added } of hunks) {
    if (oldStart === 0 || (oldStart === 1 && removed.length > 0)) {
      const found = closerIn(added);
      if (Number.isFinite(found) || closer === 0) return found;
    }
    const last = removed.length === 0 ? oldStart : oldStart + removed.length - 1;
    if (last < closer) moved += added.length - removed.length;
    else if (removed.length > 0 && oldStart <= closer) {
      const found = added.findIndex(isFence);
      return found === -1 ? Number.POSITIVE_INFINITY : moved + oldStart - closer + found;
    }
  }
  return moved;
}

/** Judges `change` of a file whose front matter was closed by line `closer` before it. */
export function judgeChange({ status, hunks }: FileChange, closer: number): JudgedChange {
  if (hunks === undefined) return { kind: 'edit', closer: Number.POSITIVE_INFINITY };
  if (status === 'A' || status === 'T') return { kind: 'edit', closer: closerIn(hunks[0]?.added ?? []) };
  const after = moveCloser(hunks, closer);
  let kind: ChangeKind = 'none';
  for (const hunk of hunks) {
    for (const { line, at } of changedLines(hunk)) {
      if (at < closer && dateLine.test(line)) kind = 'date-move';
      else if (at >= closer || !validationLine.test(line)) return { kind: 'edit', closer: after };
      else if (kind === 'none') kind = 'validation';
    }
  }
  return { kind, closer: after };
}
