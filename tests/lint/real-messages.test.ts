// Whatever the texts, a finding is said on one line of at most 120 columns and points inside its file.
import { describe, expect, it } from 'vitest';
import { lintKnowledgeBase } from '../../src/lint/lint.ts';
import { exampleArticle, exampleToday } from '../../src/lint/rule.ts';
import { findCorpus, readCorpusJson, readMarkdownFiles } from '../support/corpora.ts';
import { memoryBase } from '../support/memory-base.ts';

function lintTexts(files: Readonly<Record<string, string>>) {
  const base = memoryBase(files);
  const findings = lintKnowledgeBase(base, { today: exampleToday, diagrams: new Map() });
  const lines = new Map(Object.entries(files).map(([path, text]) => [path, text.split(/\r\n|\n|\r/)]));
  return { findings, lines };
}

function expectSoundFindings({ findings, lines }: ReturnType<typeof lintTexts>): void {
  expect(findings.length).toBeGreaterThan(50);
  const unfit = findings.filter(({ message }) =>
    [message.fr, message.en].some((text) => text.length > 120 || /[\r\n]/.test(text)),
  );
  expect(unfit.map(({ rule, message }) => `${rule}: ${message.fr}`)).toEqual([]);
  const astray = findings.filter(({ path, line, column, endLine = line, endColumn = column }) => {
    const text = lines.get(path);
    if (text === undefined) return path !== 'kb.config.yaml';
    const [first, last] = [text[line - 1], text[endLine - 1]];
    return (
      first === undefined || last === undefined || column > first.length + 1 || endColumn > last.length + 1
    );
  });
  expect(astray.map(({ rule, path, line, column }) => `${rule} ${path}:${line}:${column}`)).toEqual([]);
}

describe('findings', () => {
  it.each([
    ['real-docs-fr', 'fr'],
    ['real-docs-en', 'en'],
  ])('on the real documents of %s fit a line and point inside the text', (corpus, lang) => {
    const folder = findCorpus(corpus);
    if (folder === undefined) return;
    const files = readMarkdownFiles(folder).map(({ text }, index) => [
      `content/${'un-dossier-au-nom-assez-long/'.repeat(index % 4)}${index}.md`,
      exampleArticle({ id: `article-${index}`, lang, reasons: '[delivery.late]', keywords: '[colis]' }, text),
    ]);
    expectSoundFindings(lintTexts(Object.fromEntries(files)));
  });

  it('on the naughty strings fit a line and point inside the text, in the body and in every field', () => {
    const folder = findCorpus('naughty-strings');
    if (folder === undefined) return;
    const files = readCorpusJson<readonly string[]>(folder, 'blns.json').map((text, index) => {
      const value = JSON.stringify(text);
      const fields = {
        id: `a-${index}`,
        title: value,
        owner: value,
        reasons: `[${value}]`,
        replaced_by: value,
      };
      return [`content/${index}.md`, exampleArticle(index % 2 ? { id: `a-${index}` } : fields, `${text}\n`)];
    });
    expectSoundFindings(lintTexts(Object.fromEntries(files)));
  });
});
