import { expect, it } from 'vitest';
import { parseConfig } from '../../src/config/parse-config.ts';

import { articleDocuments } from '../../src/content/knowledge-base.ts';
import { loadMarkdownParser } from '../../src/content/markdown-parser.ts';
import { nothingShared, parseDocument } from '../../src/content/parse-document.ts';
import { readKnowledgeBase } from '../../src/content/read-knowledge-base.ts';
import { readFileHistories } from '../../src/history/file-history.ts';
import { readVersions, type VersionBounds } from '../../src/history/read-versions.ts';
import type { IsoDate } from '../../src/model/iso-date.ts';
import { articleText, baseConfig } from '../serve/small-base.ts';
import { type GitRepository, makeRepository } from '../support/git-repository.ts';

const { parse } = await loadMarkdownParser();
const config = parseConfig(baseConfig);
const start = { 'kb.config.yaml': baseConfig };
const at = (month: number) => `2026-0${month}-05T10:00:00+0100`;

/** The versions of the article at `path`, newest first, each as `day author trust`. */
async function read(
  { folder }: GitRepository,
  path: string,
  bounds: VersionBounds = { most: 9, since: '2026-12-31' as IsoDate },
) {
  const base = await readKnowledgeBase(folder);
  const histories = await readFileHistories(folder, '.');
  const found = (await readVersions(base, articleDocuments(base), histories, parse, bounds)).get(path);
  return {
    complete: found?.complete,
    lines: found?.versions.map(({ day, author, trust }) => `${day} ${author} ${trust}`),
    digests: new Set(found?.versions.map(({ digest }) => digest)).size,
    subject: found?.versions[0]?.subject,
  };
}

it('the versions of an article say when, by whom, why, and what each was worth', async () => {
  const repository = makeRepository(
    { ...start, 'content/a.md': articleText('a', 'Un.', { status: 'draft' }) },
    { at: at(1), by: 'Paul' },
  );
  repository.put('content/a.md', 'plus rien à lire');
  repository.commit({ at: at(2), by: 'Paul' });
  const digest = parseDocument('content/a.md', articleText('a', 'Un.'), config, parse, nothingShared).article
    ?.digest;
  const validation = `{ by: "Claire", on: 2026-03-05, digest: "${digest}" }`;
  repository.put('content/a.md', articleText('a', 'Un.', { validation }));
  repository.commit({ at: at(3), by: 'Claire' });
  repository.put('content/a.md', articleText('a', 'Deux.', { validation }));
  repository.git('add', '--all');
  repository.git('commit', '--quiet', '--date', at(4), '--message=Le délai passe à deux jours\n\nPlus long.');
  expect(await read(repository, 'content/a.md')).toEqual({
    complete: true,
    lines: [
      '2026-04-05 T changed',
      '2026-03-05 Claire validated',
      '2026-02-05 Paul undefined',
      '2026-01-05 Paul draft',
    ],
    digests: 3,
    subject: 'Le délai passe à deux jours',
  });
});

it('a move is no version, an edit of an included fragment is one', async () => {
  const repository = makeRepository(
    {
      ...start,
      'content/a.md': articleText('a', `${'Une ligne.\n'.repeat(20)}\n::include{id=delai}`),
      'fragments/delai.md': 'Cinq jours.\n',
    },
    { at: at(1) },
  );
  repository.git('mv', 'content/a.md', 'content/b.md');
  repository.commit({ at: at(2) });
  repository.put('fragments/delai.md', 'Sept jours.\n');
  repository.commit({ at: at(3) });
  expect(await read(repository, 'content/b.md')).toMatchObject({
    lines: ['2026-03-05 T unvalidated', '2026-01-05 T unvalidated'],
    digests: 2,
  });
});

it('no more versions are read than are asked for, but one more where the last is recent, and it is told whether there are others', async () => {
  const repository = makeRepository({ ...start, 'content/a.md': articleText('a', 'Un.') }, { at: at(1) });
  for (const month of [2, 3]) {
    repository.put('content/a.md', articleText('a', `Texte ${month}.`));
    repository.commit({ at: at(month) });
  }
  expect(await read(repository, 'content/a.md', { most: 2, since: '2026-02-06' as IsoDate })).toMatchObject({
    complete: false,
    lines: ['2026-03-05 T unvalidated', '2026-02-05 T unvalidated'],
  });
  expect(await read(repository, 'content/a.md', { most: 2, since: '2026-02-05' as IsoDate })).toMatchObject({
    complete: true,
    digests: 3,
  });
});

it('a variable that the article shows makes a version when it is edited, another one does not', async () => {
  const repository = makeRepository(
    {
      ...start,
      'content/a.md': articleText('a', 'Sous {{delai}}.'),
      'variables.yaml': 'delai: cinq jours\nseuil: 30 €\n',
    },
    { at: at(1) },
  );
  repository.put('variables.yaml', 'delai: cinq jours\nseuil: 40 €\n');
  repository.commit({ at: at(2) });
  repository.put('variables.yaml', 'delai: sept jours\nseuil: 40 €\n');
  repository.commit({ at: at(3), by: 'Nadia' });
  repository.put('content/a.md', articleText('a', 'Au plus {{delai}}.'));
  repository.commit({ at: at(4) });
  expect(await read(repository, 'content/a.md')).toMatchObject({
    lines: ['2026-04-05 T unvalidated', '2026-03-05 Nadia unvalidated', '2026-01-05 T unvalidated'],
    digests: 3,
  });
});
