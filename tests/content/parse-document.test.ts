import { describe, expect, it } from 'vitest';
import { yamlLengthLimit } from '../../src/config/yaml-source.ts';
import { memoryBase } from '../support/memory-base.ts';

const header = 'id: a\ntitle: Titre\ntype: procedure\nowner: livraison\nexpires: 2027-03-31\n';
const read = (text: string) => {
  const [document] = memoryBase({ 'content/livraison/a.md': text }).documents;
  if (!document) throw new Error('no document');
  return document;
};

describe('front matter', () => {
  it('is read between two exact lines, with \\n or \\r\\n', () => {
    expect(read(`---\n${header}---\n\nTexte\n`).article?.title).toBe('Titre');
    expect(read(`---\r\n${header.replaceAll('\n', '\r\n')}---\r\n\r\nTexte\r\n`).article?.title).toBe(
      'Titre',
    );
  });
  it('keeps dates as the strings they are', () => {
    expect(read(`---\n${header}---\n`).article?.expires).toBe('2027-03-31');
  });
  it('treats an empty field as absent', () => {
    expect(read(`---\n${header}summary:\n---\n`).article?.summary).toBeUndefined();
  });
  it.each([
    ['---js\n{}\n---\n', 'opener'],
    ['---json\n{}\n---\n', 'opener'],
    ['--- \nid: a\n---\n', 'opener'],
    [`\n---\n${header}---\n`, 'blank line'],
    ['', 'empty file'],
    ['Texte sans rien\n', 'Missing front matter'],
    [`---\n${header}`, 'Unclosed'],
    [`---\n${header}x: *anchor\n---\n`, 'YAML'],
    [`---\n${header}x: &a [1]\ny: *a\n---\n`, 'alias'],
    [`---\n${header}id: b\n---\n`, 'unique'],
    [`---\n${header}x: !!js/function "alert"\n---\n`, 'YAML'],
    [`---\n${header}x: ${'y'.repeat(yamlLengthLimit)}\n---\n`, 'expected at most'],
  ])('refuses %j with one problem', (text, words) => {
    const document = read(text);
    expect(document.article).toBeUndefined();
    expect(document.problems.length).toBeGreaterThan(0);
    expect(document.problems[0]?.wording.en).toContain(words);
  });
  it('makes nothing of keys that name an object’s own machinery', () => {
    const document = read(`---\n${header}__proto__: { polluted: true }\nconstructor: 1\n---\n`);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    expect(document.issues.map(({ field }) => field)).toContain('constructor');
  });
  it('keeps an article whose only fault is an unknown key, and drops one whose type is wrong', () => {
    expect(read(`---\n${header}colour: red\n---\n`).article).toBeDefined();
    expect(read(`---\n${header.replace('procedure', 'recipe')}---\n`).article).toBeUndefined();
  });
  it('never takes an impossible date for a date', () => {
    const document = read(`---\n${header.replace('2027-03-31', '2027-02-30')}---\n`);
    expect(document.article).toBeUndefined();
    expect(document.issues).toMatchObject([{ kind: 'date', field: 'expires', line: 6, column: 10 }]);
  });
});

describe('places', () => {
  it('count in the file, not in the body', () => {
    const { markdown } = read(
      `---\n${header}---\n\n## Étape 1\n\nVoir [b](b.md).\n\n\`\`\`mermaid\nflowchart TD\n\`\`\`\n`,
    );
    expect(markdown?.headings[0]).toMatchObject({ line: 9, column: 1, slug: 'étape-1' });
    expect(markdown?.links[0]).toMatchObject({ line: 11, column: 6, url: 'b.md' });
    expect(markdown?.flowcharts[0]).toMatchObject({ line: 13, codeLine: 14, code: 'flowchart TD' });
  });
  it('are right after a front matter with CRLF', () => {
    const text = `---\n${header}---\n\n## Étape\n`.replaceAll('\n', '\r\n');
    expect(read(text).markdown?.headings[0]?.line).toBe(9);
  });
});

describe('the category', () => {
  it('is the folder below the content folder', () => {
    expect(read(`---\n${header}---\n`).article?.category).toEqual(['livraison']);
  });
});

describe('the digest', () => {
  const digest = (text: string) => read(text).article?.digest;
  const original = digest(`---\n${header}---\n\nTexte\n`);
  it('ignores order, quotes, line ends and fields that nobody reads', () => {
    const reordered = header.split('\n').filter(Boolean).reverse().join('\n');
    expect(digest(`---\n${reordered}\n---\n\nTexte\n`)).toBe(original);
    expect(digest(`---\n${header.replace('Titre', '"Titre"')}tags: [x]\n---\n\nTexte\n`)).toBe(original);
    expect(digest(`---\n${header}---\n\nTexte\n`.replaceAll('\n', '\r\n'))).toBe(original);
  });
  it.each([
    ['the title', `---\n${header.replace('Titre', 'Autre')}---\n\nTexte\n`],
    ['the last day', `---\n${header.replace('03-31', '04-30')}---\n\nTexte\n`],
    ['the audience', `---\n${header}audience: [customer]\n---\n\nTexte\n`],
    ['the body', `---\n${header}---\n\nTexte.\n`],
  ])('changes with %s', (_, text) => {
    expect(digest(text)).not.toBe(original);
  });
});
