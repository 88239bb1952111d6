// `--fix` mends once and for all, and leaves the words of real documents as they were.
import { describe, expect, it } from 'vitest';
import type { KnowledgeBase } from '../../src/content/knowledge-base.ts';
import { loadMarkdownParser } from '../../src/content/markdown-parser.ts';
import { fixBase } from '../../src/lint/fix-base.ts';
import { exampleArticle, exampleToday } from '../../src/lint/rule.ts';
import { findCorpus, readCorpusJson, readMarkdownFiles } from '../support/corpora.ts';
import { exampleConfig, memoryBase } from '../support/memory-base.ts';

const { parse } = await loadMarkdownParser();
const options = { today: exampleToday, diagrams: new Map() };

/** A text without what fixes may add, drop or change: spaces, quotes, apostrophes, invisible characters, list numbers, a word written twice. */
function bare(text: string): string {
  return text
    .replace(/^\s*(?:>\s*)*\d+([.)])/gm, '$1')
    .replace(/["«»“”'’\s\p{Cf}\u00AD\uFEFF]/gu, '')
    .normalize();
}

function withFrontMatter(texts: readonly string[], lang: string): Record<string, string> {
  return Object.fromEntries(
    texts.map((text, index) => [
      `content/${index}.md`,
      exampleArticle({ id: `a-${index}`, lang }, text.replace(/\r\n?/g, index % 2 === 0 ? '\n' : '\r\n')),
    ]),
  );
}

/** Fixes the base twice; the second time must find nothing to do. Returns what the first time changed. */
function fixForGood(base: KnowledgeBase) {
  const once = fixBase(base, parse, options);
  const again = fixBase(once.base, parse, options);
  expect(again.files.map(({ path }) => path)).toEqual([]);
  return once.files;
}

function expectSameWords(files: readonly { path: string; before: string; after: string }[]): void {
  const doubled = /(?<!\p{L})(\p{L}+)(\s+\1)+(?!\p{L})/giu;
  const words = (text: string) => bare(text.replace(doubled, '$1'));
  expect(files.filter(({ before, after }) => words(after) !== words(before)).map(({ path }) => path)).toEqual(
    [],
  );
}

describe('fixBase', () => {
  it('leaves the base as it was and tells what each file would become', () => {
    const text = exampleArticle({}, 'Que dire ?\n');
    const base = memoryBase({ 'content/a.md': text, 'content/b.md': exampleArticle({ id: 'b' }) });
    const { files } = fixBase(base, parse, options);
    expect(files).toEqual([
      { path: 'content/a.md', before: text, after: text.replace('dire ?', 'dire\u202F?') },
    ]);
    expect(base.byPath.get('content/a.md')?.text).toBe(text);
  });

  it('mends nothing outside the documents that were asked for', () => {
    const base = memoryBase({
      'content/a.md': exampleArticle({}, 'Que dire ?\n'),
      'content/b.md': exampleArticle({ id: 'b' }, 'Que faire ?\n'),
    });
    const { files } = fixBase(base, parse, { ...options, only: new Set(['content/b.md']) });
    expect(files.map(({ path }) => path)).toEqual(['content/b.md']);
  });

  it('mends nothing that a comment suppresses or the configuration turns off', () => {
    const body = '<!-- kb-disable-next-line french-spaces: cité tel quel -->\nQue dire ?\n';
    expect(fixBase(memoryBase({ 'content/a.md': exampleArticle({}, body) }), parse, options).files).toEqual(
      [],
    );
    const off = memoryBase(
      { 'content/a.md': exampleArticle({}, 'Que dire ?\n') },
      `${exampleConfig}rules: { french-spaces: off }\n`,
    );
    expect(fixBase(off, parse, options).files).toEqual([]);
  });

  it.each([
    ['real-docs-fr', 'fr'],
    ['real-docs-en', 'en'],
  ])('changes no word of the real documents of %s, and finds nothing left to mend', (corpus, lang) => {
    const folder = findCorpus(corpus);
    if (folder === undefined) return;
    const texts = readMarkdownFiles(folder).map(({ text }) => text);
    expectSameWords(fixForGood(memoryBase(withFrontMatter(texts, lang))));
  });

  it.each([
    ['naughty-strings', 'blns.json'],
    ['commonmark', 'spec.json'],
    ['gfm', 'spec.json'],
  ])('finds nothing left to mend in the texts of %s', (corpus, file) => {
    const folder = findCorpus(corpus);
    if (folder === undefined) return;
    const texts = readCorpusJson<readonly (string | { readonly markdown: string })[]>(folder, file).map(
      (item) => (typeof item === 'string' ? item : item.markdown),
    );
    fixForGood(memoryBase(withFrontMatter(texts, 'fr')));
  });
});
