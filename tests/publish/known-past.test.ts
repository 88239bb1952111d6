import { expect, it } from 'vitest';
import type { FileVersion } from '../../src/history/file-history.ts';
import { exampleArticle } from '../../src/lint/rule.ts';
import type { IsoDate } from '../../src/model/iso-date.ts';
import { findKnownPast } from '../../src/publish/known-past.ts';
import { memoryBase } from '../support/memory-base.ts';

const today = '2026-06-15' as IsoDate;
const base = memoryBase({
  'content/a.md': exampleArticle({ id: 'a' }),
  'content/b.md': exampleArticle({ id: 'b', owner: 'retours' }),
  'content/broken.md': 'Pas d’en-tête\n',
});
const version = (path: string): FileVersion => {
  const day = '2026-05-04' as IsoDate;
  const commit = { id: 'c1', shortId: 'c1', day, author: 'A', subject: 'S', order: 0 };
  return { commit, path, blob: '0' };
};
const versions = new Map(
  ['content/a.md', 'content/broken.md', 'kb.config.yaml'].map((path) => [path, [version(path)]]),
);

it('is what each owner handled in their best week, and when each file last changed', () => {
  const { handled, lastChanged } = findKnownPast(base, { complete: true, versions }, today);
  expect([...(handled ?? [])]).toEqual([['livraison', 1]]);
  expect(lastChanged?.get('content/a.md')).toBe('2026-05-04');
});

it('is nothing where git could not answer in full', () => {
  expect(findKnownPast(base, { complete: false, versions: new Map() }, today)).toEqual({});
});
