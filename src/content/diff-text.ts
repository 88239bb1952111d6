// Two texts of one file → a unified diff, as `patch` and people read it.
import { createTwoFilesPatch, FILE_HEADERS_ONLY } from 'diff';

/** The unified diff from `before` to `after` of the file at `path` (three lines of context), or '' where they are the same. */
export function diffText(path: string, before: string, after: string): string {
  if (before === after) return '';
  return createTwoFilesPatch(`a/${path}`, `b/${path}`, before, after, undefined, undefined, {
    context: 3,
    headerOptions: FILE_HEADERS_ONLY,
  });
}
