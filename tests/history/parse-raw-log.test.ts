// Reading git's raw log in place gives what splitting it at every NUL would give.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toByteText } from '../../src/content/byte-text.ts';
import { parseRawLog, type RawChange } from '../../src/history/parse-raw-log.ts';

/** What a log tells of a commit, all of it taken out. */
interface Told {
  readonly id: string;
  readonly shortId: string;
  readonly day: string;
  readonly author: string;
  readonly subject: string;
  readonly order: number;
  readonly changes: readonly RawChange[];
}

function told(output: string): Told[] {
  return [...parseRawLog(toByteText(output))].map(({ commit, changes }) => {
    const { id, shortId, day, author, subject, order } = commit;
    return { id, shortId, day, author, subject, order, changes };
  });
}

/** The same by the plainest means. */
function bySplitting(output: string): Told[] {
  const fields = output.split('\0');
  const commits: Told[] = [];
  for (let at = 0; at < fields.length - 1; ) {
    const [who = '', ...subjects] = (fields[at++]?.slice(1) ?? '').split('\u0002');
    const [, id = '', day = '', author = ''] = /^(\S+) (\S+) (.*)$/s.exec(who) ?? [];
    const subject = subjects.join('\u0002');
    const changes: RawChange[] = [];
    for (;;) {
      const entry = /^\n?:\d{6} (\d{6}) [0-9a-f]+ ([0-9a-f]+) ([A-Z])\d*$/.exec(fields[at] ?? '');
      if (!entry) break;
      const [, mode = '', blob, status = ''] = entry;
      const [first = '', second = ''] = fields.slice(at + 1, at + 3);
      const renamed = status === 'R';
      at += renamed ? 3 : 2;
      changes.push({
        status,
        blob: /^100|^120000$/.test(mode) ? blob : undefined,
        path: renamed ? second : first,
        from: renamed ? first : undefined,
      });
    }
    commits.push({ id, shortId: id.slice(0, 10), day, author, subject, order: commits.length, changes });
  }
  return commits;
}

const hex = fc.constantFrom(...'0123456789abcdef');
/** Names that look like what stands around them. */
const name = fc.constantFrom(
  'content/a.md',
  'é à.md',
  ':100644',
  '\n:100644 100644 a b M',
  '\u0001abc 2026-01-01 x',
  'a',
);

function logs(idLength: number) {
  const id = fc.string({ unit: hex, minLength: idLength, maxLength: idLength });
  const mode = fc.constantFrom('000000', '100644', '100755', '120000', '160000');
  const entry = fc
    .tuple(mode, mode, id, id, fc.constantFrom('A', 'M', 'D', 'T', 'R100', 'R057'), name, name)
    .map(([before, after, old, now, letter, path, renamed]) => {
      const paths = letter.startsWith('R') ? `${path}\0${renamed}` : path;
      return `:${before} ${after} ${old} ${now} ${letter}\0${paths}\0`;
    });
  const commit = fc
    .tuple(
      id,
      fc.constantFrom('Hery Rakoto', '', 'a  b', 'O’Neil'),
      fc.constantFrom('Délais revus', '', 'a\u0002b', ':100644'),
      fc.array(entry, { maxLength: 4 }),
    )
    .map(([id, author, subject, entries]) => {
      const header = `\u0001${id} 2026-01-02 ${author}\u0002${subject}\0`;
      return entries.length === 0 ? header : `${header}\n${entries.join('')}`;
    });
  return fc.array(commit, { maxLength: 4 }).map((commits) => commits.join(''));
}

describe('the raw log of git', () => {
  it.each([
    ['SHA-1', 40],
    ['SHA-256', 64],
  ])('is read as if it were split, with ids of %s', (_, length) => {
    fc.assert(
      fc.property(logs(length), (output) => {
        expect(told(output)).toEqual(bySplitting(output));
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ['text between commits', 'warning: what\0'],
    ['a commit without a day', '\u0001abc\0'],
    [
      'a commit whose subject is behind the next commit’s mark',
      '\u0001abc 2026-01-02 A\0\u0001abc 2026-01-02 A\u0002S\0',
    ],
    ['a day that no calendar has', `\u0001${'a'.repeat(40)} 2026-02-30 A\u0002S\0`],
    ['an entry without ids', `\u0001${'a'.repeat(40)} 2026-01-02 A\0\n:100644 100644\0a.md\0`],
    [
      'an entry without a letter',
      `\u0001${'a'.repeat(40)} 2026-01-02 A\0\n:100644 100644 ${'a'.repeat(40)} ${'b'.repeat(40)} \0a.md\0`,
    ],
  ])('is refused with %s', (_, output) => {
    expect(() => told(output)).toThrow(/^Unexpected/);
  });
});
