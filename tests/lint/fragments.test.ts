// Fragments are judged by the rules of texts: once, in their own file, in the language of who includes them.
import { expect, it } from 'vitest';
import { loadMarkdownParser } from '../../src/content/markdown-parser.ts';
import { fixBase } from '../../src/lint/fix-base.ts';
import { lintKnowledgeBase } from '../../src/lint/lint.ts';
import { exampleArticle, exampleToday } from '../../src/lint/rule.ts';
import { memoryBase } from '../support/memory-base.ts';

const { parse } = await loadMarkdownParser();
const options = { today: exampleToday, diagrams: new Map() };
const including = (id: string, fields = {}) => exampleArticle({ id, ...fields }, '::include{id=delais}\n');

function findings(fragment: string, articles: Record<string, string>, only?: ReadonlySet<string>) {
  const base = memoryBase({ ...articles, 'fragments/delais.md': fragment });
  return lintKnowledgeBase(base, { ...options, only })
    .filter(({ path }) => path.startsWith('fragments/'))
    .map(({ path, line, column, rule }) => `${path}:${line}:${column} ${rule}`);
}

const two = { 'content/a.md': including('a'), 'content/b.md': including('b') };

it('is told once, however many articles include it', () => {
  expect(findings('Délai:\n\nTODO, sous {{delai}}.\n', two)).toEqual([
    'fragments/delais.md:1:6 french-spaces',
    'fragments/delais.md:3:1 no-placeholders',
    'fragments/delais.md:3:12 variables-resolve',
  ]);
});

it('is judged in the language of the articles that include it', () => {
  const english = { 'content/en/a.md': including('a', { lang: 'en' }) };
  expect(findings('Delay: "five days"!\n', english)).toEqual([]);
});

it('may be excused by a comment of its own, which is told where it excuses nothing', () => {
  expect(
    findings('<!-- kb-disable-next-line french-spaces: titre d’un formulaire -->\nDélai:\n', two),
  ).toEqual([]);
  expect(findings('<!-- kb-disable-next-line french-spaces: rien -->\nDélai.\n', two)).toEqual([
    'fragments/delais.md:1:1 suppressions-are-sound',
  ]);
});

it('is left out where only articles are checked', () => {
  expect(findings('Délai:\n', two, new Set(['content/a.md']))).toEqual([]);
  expect(findings('Délai:\n', two, new Set(['fragments/delais.md']))).toHaveLength(1);
});

it('is never mended on the way, as that would void the validation of all that include it', () => {
  const base = memoryBase({ ...two, 'fragments/delais.md': 'Délai:\n' });
  expect(fixBase(base, parse, options).files).toEqual([]);
});

it('that includes itself by a way round is a circle, told in its own file', () => {
  const base = memoryBase({
    'fragments/un.md': '::include{id=deux}\n',
    'fragments/deux.md': 'Deux.\n\n::include{id=un}\n',
    'content/a.md': exampleArticle({}, '::include{id=un}\n'),
  });
  const told = lintKnowledgeBase(base, { ...options, rules: ['includes-resolve'] });
  expect(told.map(({ path, line, message }) => `${path}:${line} ${message.en}`)).toEqual([
    'content/a.md:9 Unexpected fragment `un` inside itself (in `deux`), expected fragments without a circle',
    'fragments/deux.md:3 Unexpected fragment `deux` inside itself (in `un`), expected fragments without a circle',
    'fragments/un.md:1 Unexpected fragment `un` inside itself (in `deux`), expected fragments without a circle',
  ]);
});
