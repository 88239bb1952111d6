// What changed in an article, as its readers would see it.
import { describe, expect, it } from 'vitest';
import { type DiffLine, diffArticles } from '../../src/content/diff-lines.ts';
import type { ArticleDocument } from '../../src/content/knowledge-base.ts';
import { exampleArticle } from '../../src/lint/rule.ts';
import { memoryBase } from '../support/memory-base.ts';

function read(text: string, fragment = 'Cinq jours.\n'): ArticleDocument {
  const { documents } = memoryBase({ 'content/a.md': text, 'fragments/delais.md': fragment });
  return documents[0] as ArticleDocument;
}

const marks = { added: '+', removed: '-', same: ' ', gap: '~' };
const shown = (lines: readonly DiffLine[]) => lines.map(({ kind, text }) => `${marks[kind]}${text}`);

const body = 'Un.\n\nDeux.\n\nTrois.\n\nQuatre.\n\n::include{id=delais}\n';

describe('the difference between two versions of an article', () => {
  it('shows the lines that differ with two around them, and where others are left out', () => {
    const lines = diffArticles(
      read(exampleArticle({}, body)),
      read(exampleArticle({}, body.replace('Trois', 'Sept'))),
    );
    expect(shown(lines)).toEqual(['~', ' Deux.', ' ', '-Trois.', '+Sept.', ' ', ' Quatre.']);
  });

  it('shows an end that moved, and a fragment that was edited', () => {
    const later = exampleArticle({ expires: '2028-03-31' }, body);
    const lines = shown(diffArticles(read(exampleArticle({}, body)), read(later, 'Six jours.\n')));
    expect(lines).toEqual(
      expect.arrayContaining([
        '-expires: 2027-03-31',
        '+expires: 2028-03-31',
        ' [delais]',
        '-Cinq jours.',
        '+Six jours.',
      ]),
    );
  });

  it('is empty where only what no reader sees has changed', () => {
    const other = exampleArticle({ tags: '[x]', reviewed: '2026-01-01' }, `${body}\n\n`).replaceAll(
      '\n',
      '\r\n',
    );
    expect(diffArticles(read(exampleArticle({}, body)), read(other))).toEqual([]);
  });
});
