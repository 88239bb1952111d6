// Reading git's raw log in place gives what splitting it at every NUL would give.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseRawLog, type RawCommit } from '../../src/history/parse-raw-log.ts';

/** The same by the plainest means. */
function bySplitting(output: string): RawCommit[] {
  const fields = output.split('\0');
  const commits: RawCommit[] = [];
  for (let at = 0; at < fields.length - 1; ) {
    const [who = '', ...subjects] = (fields[at++]?.slice(1) ?? '').split('\u0002');
    const [, commit = '', day = '', author = ''] = /^(\S+) (\S+) (.*)$/s.exec(who) ?? [];
    const subject = subjects.join('\u0002');
    const changes: RawCommit['changes'][number][] = [];
    for (;;) {
      const entry = /^\n?:\d{6} (\d{6}) [0-9a-f]+ ([0-9a-f]+) ([A-Z])\d*$/.exec(fields[at] ?? '');
      if (!entry) break;
      const [, mode = '', id, status = ''] = entry;
      const [first = '', second = ''] = fields.slice(at + 1, at + 3);
      const renamed = status === 'R';
      at += renamed ? 3 : 2;
      changes.push({
        status,
        blob: /^100|^120000$/.test(mode) ? id : undefined,
        path: renamed ? second : first,
        from: renamed ? first : undefined,
      });
    }
    commits.push({ commit, day, author, subject, changes });
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
        expect([...parseRawLog(output)]).toEqual(bySplitting(output));
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ['text between commits', 'warning: what\0'],
    ['a commit without a day', '\u0001abc\0'],
    ['an entry without ids', `\u0001${'a'.repeat(40)} 2026-01-02 A\0\n:100644 100644\0a.md\0`],
    [
      'an entry without a letter',
      `\u0001${'a'.repeat(40)} 2026-01-02 A\0\n:100644 100644 ${'a'.repeat(40)} ${'b'.repeat(40)} \0a.md\0`,
    ],
  ])('is refused with %s', (_, output) => {
    expect(() => [...parseRawLog(output)]).toThrow(/^Unexpected/);
  });
});
