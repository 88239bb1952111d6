import { describe, expect, it } from 'vitest';
import { setFrontMatterField } from '../../src/content/edit-front-matter.ts';

const line = 'validation: { by: "A" }';
const set = (text: string) => setFrontMatterField(text, 'validation', line);

describe('setting a front matter field', () => {
  it.each([
    ['adds it as the last line', '---\nid: a\n---\n\nTexte\n', `---\nid: a\n${line}\n---\n\nTexte\n`],
    ['keeps CRLF', '---\r\nid: a\r\n---\r\n', `---\r\nid: a\r\n${line}\r\n---\r\n`],
    ['keeps a byte order mark', '\uFEFF---\nid: a\n---\n', `\uFEFF---\nid: a\n${line}\n---\n`],
    ['fills an empty front matter', '---\n---\n', `---\n${line}\n---\n`],
    [
      'replaces a flow mapping',
      '---\nvalidation: { by: B, on: 2026-01-01 }\nid: a\n---\n',
      `---\n${line}\nid: a\n---\n`,
    ],
    [
      'replaces a block mapping',
      '---\nvalidation:\n  by: B\n  on: 2026-01-01\nid: a\n---\n',
      `---\n${line}\nid: a\n---\n`,
    ],
    ['replaces an empty value', '---\nvalidation:\nid: a\n---\n', `---\n${line}\nid: a\n---\n`],
    [
      'keeps comments around it',
      '---\n# haut\nvalidation: { by: B } # voilà\nid: "a" # fin\n---\n',
      `---\n# haut\n${line} # voilà\nid: "a" # fin\n---\n`,
    ],
    [
      'leaves the same words in the body alone',
      '---\nid: a\n---\nvalidation: x\n',
      `---\nid: a\n${line}\n---\nvalidation: x\n`,
    ],
  ])('%s', (_, before, after) => {
    expect(set(before)).toBe(after);
    expect(set(after)).toBe(after);
  });
  it.each(['Texte\n', '---\nid: a\n'])('refuses %j', (text) => {
    expect(() => set(text)).toThrow();
  });
});
