// Whether what git holds is what is on the disk, told by ids alone: git itself says which id a text has.
import { execFileSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import type { ArticleDocument } from '../../src/content/knowledge-base.ts';
import { isOnDisk, type PastState } from '../../src/history/past-state.ts';
import { exampleArticle } from '../../src/lint/rule.ts';
import type { IsoDate } from '../../src/model/iso-date.ts';
import { Problem } from '../../src/model/problem.ts';
import { noVariables } from '../../src/model/variable.ts';
import { memoryBase } from '../support/memory-base.ts';

const text = exampleArticle({ title: '"L’été à 100 %"' });
const document = memoryBase({ 'content/a.md': text }).documents[0] as ArticleDocument;

/** The state of an article whose file is the object `blob`. */
function stateOf(blob: string, fragments: PastState['fragments'] = []): PastState {
  const day = '2026-02-01' as IsoDate;
  const commit = { id: 'c1', shortId: 'c1', day, author: 'A', subject: 'S', order: 0 };
  const file = { commit, path: 'content/a.md', blob };
  return { commit, file, fragments, variables: noVariables, shown: '' };
}

/** The id that git gives to `content` in a repository of this format. */
function idOf(content: string, format: string): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'kb-format-'));
  execFileSync('git', ['init', '--quiet', `--object-format=${format}`, folder]);
  const options = { cwd: folder, input: content, encoding: 'utf8' } as const;
  return execFileSync('git', ['hash-object', '--stdin'], options).trim();
}

it.each(['sha1', 'sha256'])('is told by the ids of a repository in %s', (format) => {
  const id = idOf(text, format);
  expect(isOnDisk(document, stateOf(id))).toBe(true);
  expect(isOnDisk(document, stateOf(idOf(`${text}\n`, format)))).toBe(false);
});

it('is not told where more than the article’s own file says what a reader sees', () => {
  const state = stateOf(idOf(text, 'sha1'));
  expect(isOnDisk(document, { ...state, fragments: [state.file] })).toBe(false);
  const values = [{ text: 'dix jours', from: undefined, until: undefined }];
  const shown = {
    ...document,
    text,
    variables: new Map([['delai', { values }]]),
  } as unknown as ArticleDocument;
  expect(isOnDisk(shown, state)).toBe(false);
});

it('is not told of a file that was edited since it was read: its text is gone', () => {
  const gone = Object.create(document, {
    text: {
      get: () => {
        throw new Problem({ fr: 'Fichier modifié', en: 'The file changed' });
      },
    },
  }) as ArticleDocument;
  expect(isOnDisk(gone, stateOf(idOf(text, 'sha1')))).toBe(false);
});
