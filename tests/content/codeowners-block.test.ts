// The block that `kb` keeps in a CODEOWNERS file, and that nothing around it changes.
import { describe, expect, it } from 'vitest';
import { findBlock, placeBlock } from '../../src/content/codeowners-block.ts';

const lines = [
  { pattern: '/content/', owners: '@a/b' },
  { pattern: '/content/le\\ colis.md', owners: '@c d@e.example' },
];
const written = '/content/ @a/b\n/content/le\\ colis.md @c d@e.example\n# kb:end';

function place(text: string, prefix = '', lang = 'en'): string {
  return placeBlock({ text, prefix }, lines, lang) ?? expect.fail('broken marks');
}

describe('placeBlock', () => {
  it('fills an empty file, and says in the base’s language how to write the lines anew', () => {
    expect(place('')).toMatch(/^# kb:begin\n# Who .*`kb init --codeowners`\.\n\/content\/ @a\/b\n/);
    expect(place('', '', 'fr-CA')).toMatch(/^# kb:begin\n# Qui .*« kb init --codeowners »\.\n/);
    // GitLab takes whatever begins with @ in a comment for an owner.
    expect(place('').split('\n')[1]).not.toContain('@');
  });

  it.each([
    ['at the end', '* @all\n', '* @all\n\n'],
    ['at the end of a file without a last line end', '* @all', '* @all\n\n'],
    ['before the sections of GitLab', '* @all\n[Docs] @docs\n*.md\n', '* @all\n'],
    ['before an optional section', '^[Docs][2] @docs\n*.md\n', ''],
  ])('puts a new block %s', (_, text, before) => {
    const placed = place(text);
    expect(placed.startsWith(`${before}# kb:begin\n`)).toBe(true);
    expect(placed).toContain(written);
    for (const line of text.split('\n')) expect(placed).toContain(line);
  });

  it('leaves what is around a block as it is, to the byte', () => {
    const before = '\uFEFF# à nous\t \r\n\n* @all  \r\n';
    const after = '\r\n\n\n[Docs]\r\n*.md @docs';
    const text = `${before}# kb:begin\r\n/content/ @old\r\n# kb:end${after}`;
    const placed = place(text);
    expect(placed.startsWith(`${before}# kb:begin\r\n`)).toBe(true);
    expect(placed.endsWith(`${written.replaceAll('\n', '\r\n')}${after}`)).toBe(true);
  });

  it('changes nothing the second time', () => {
    for (const text of ['', '* @all', '* @all\r\n', '[Docs]\n*.md @docs\n'])
      expect(place(place(text))).toBe(place(text));
  });

  it('keeps a block for each base of a repository', () => {
    const both = place(place('', 'aide/'), 'vente/');
    expect(both.match(/^# kb:begin .*$/gm)).toEqual(['# kb:begin aide/', '# kb:begin vente/']);
    expect(place(both, 'aide/')).toBe(both);
  });

  it.each([
    ['a begin without an end', 'x\n# kb:begin\n/a @b\n', 2],
    ['an end alone', '# kb:end\n', 1],
    ['an end before the begin', '# kb:end\n# kb:begin\n', 1],
    ['a begin within', '# kb:begin\n# kb:begin\n# kb:end\n', 2],
    ['a second block', '# kb:begin\n# kb:end\n# kb:begin\n# kb:end\n', 3],
  ])('does not guess about %s', (_, text, line) => {
    expect(findBlock({ text, prefix: '' })).toEqual({ kind: 'broken', line });
    expect(placeBlock({ text, prefix: '' }, lines, 'fr')).toBeUndefined();
  });
});

describe('findBlock', () => {
  it('reads back the lines that were written, with their numbers', () => {
    const found = findBlock({ text: place('* @all\n'), prefix: '' });
    expect(found).toMatchObject({
      kind: 'whole',
      lastLine: 7,
      lines: [
        { ...lines[0], number: 5 },
        { ...lines[1], number: 6 },
      ],
    });
  });

  it('sees nothing in a file without our marks', () => {
    expect(findBlock({ text: '* @all\n#kb:begin\n# kb:begin x\n', prefix: '' })).toBeUndefined();
  });
});
