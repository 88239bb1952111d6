import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseConfig } from '../../src/config/parse-config.ts';
import { articleDocuments } from '../../src/content/knowledge-base.ts';
import { loadMarkdownParser } from '../../src/content/markdown-parser.ts';
import { nothingShared, parseDocument } from '../../src/content/parse-document.ts';
import { parseVariables } from '../../src/content/parse-variables.ts';
import { readKnowledgeBase } from '../../src/content/read-knowledge-base.ts';
import { readFileHistories } from '../../src/history/file-history.ts';
import { findValidatedVersions } from '../../src/history/find-validated-version.ts';
import { readChanges } from '../../src/history/read-changes.ts';
import { articleText, baseConfig } from '../serve/small-base.ts';
import { type GitRepository, makeRepository } from '../support/git-repository.ts';

const { parse } = await loadMarkdownParser();
const config = parseConfig(baseConfig);

/** The text of an article with a validation of the text with `validated` as its body. */
function validatedText(validated: string, body: string): string {
  const digest = parseDocument('content/a.md', articleText('a', validated), config, parse, nothingShared)
    .article?.digest;
  return articleText('a', body, { validation: `{ by: "Paul", on: 2026-02-01, digest: "${digest}" }` });
}

/** What is known of the only article: when, by whom, and the body that was validated. */
async function findChange({ folder }: GitRepository) {
  const base = await readKnowledgeBase(folder);
  const histories = await readFileHistories(folder, '.');
  const changes = await findValidatedVersions(base, articleDocuments(base), histories, parse);
  const [change] = changes.values();
  if (change === undefined) return undefined;
  return { since: change.since, by: change.by, before: change.validated.body.trim() };
}

const start = { 'kb.config.yaml': baseConfig };
const at = (month: number) => `2026-0${month}-05T10:00:00+0100`;

describe('the change since a validation', () => {
  it('is the first edit after the validated version, not the last', async () => {
    const repository = makeRepository({ ...start, 'content/a.md': articleText('a', 'Un.') }, { at: at(1) });
    for (const [month, body] of [
      [2, 'Un.'],
      [3, 'Deux.'],
      [4, 'Trois.'],
    ] as const) {
      repository.put('content/a.md', validatedText('Un.', body));
      repository.commit({ at: at(month), by: `Auteur ${month}` });
    }
    expect(await findChange(repository)).toEqual({ since: '2026-03-05', by: 'Auteur 3', before: 'Un.' });
  });

  it('is the commit that stamps the validation where it holds the edit as well', async () => {
    const repository = makeRepository({ ...start, 'content/a.md': articleText('a', 'Un.') }, { at: at(1) });
    repository.put('content/a.md', validatedText('Un.', 'Deux.'));
    repository.commit({ at: at(2), by: 'Nadia' });
    expect(await findChange(repository)).toEqual({ since: '2026-02-05', by: 'Nadia', before: 'Un.' });
  });

  it('counts from the newest text that was validated: an edit that was taken back is none', async () => {
    const repository = makeRepository(
      { ...start, 'content/a.md': validatedText('Un.', 'Un.') },
      { at: at(1) },
    );
    for (const [month, body] of [
      [2, 'Deux.'],
      [3, 'Un.'],
      [4, 'Trois.'],
    ] as const) {
      repository.put('content/a.md', validatedText('Un.', body));
      repository.commit({ at: at(month) });
    }
    expect(await findChange(repository)).toMatchObject({ since: '2026-04-05' });
  });

  it('is followed through a rename with an edit, and line ends do not hide it', async () => {
    const long = 'Une ligne.\n'.repeat(30).trim();
    const crlf = validatedText(long, long).replaceAll('\n', '\r\n');
    const repository = makeRepository({ ...start, 'content/a.md': crlf }, { at: at(1) });
    repository.git('mv', 'content/a.md', 'content/b.md');
    repository.put('content/b.md', validatedText(long, `${long}\nFin.`).replaceAll('\n', '\r\n'));
    repository.commit({ at: at(2), by: 'Nadia' });
    expect(await findChange(repository)).toMatchObject({ since: '2026-02-05', by: 'Nadia' });
  });

  it('is found however many edits ago it was', async () => {
    const repository = makeRepository(
      { ...start, 'content/a.md': validatedText('Un.', 'Un.') },
      { at: at(1) },
    );
    for (let edit = 0; edit < 40; edit++) {
      repository.put('content/a.md', validatedText('Un.', `Édition ${edit}.`));
      repository.commit({ at: `2026-03-05T10:${10 + edit}:00Z`, by: `Auteur ${edit}` });
    }
    expect(await findChange(repository)).toMatchObject({ by: 'Auteur 0', before: 'Un.' });
  });

  it('has no day where no commit holds it yet', async () => {
    const repository = makeRepository({ ...start, 'content/a.md': validatedText('Un.', 'Un.') });
    writeFileSync(path.join(repository.folder, 'content/a.md'), validatedText('Un.', 'Deux.'));
    expect(await findChange(repository)).toEqual({ since: undefined, by: undefined, before: 'Un.' });
  });

  it('is the edit of a variable that the article shows, and what was validated has the values of then', async () => {
    const shared = parseVariables('delai: cinq jours\n', config.languages);
    const text = articleText('a', 'Sous {{delai}}.');
    const digest = parseDocument('content/a.md', text, config, parse, { ...nothingShared, ...shared }).article
      ?.digest;
    const validation = `{ by: "Paul", on: 2026-02-01, digest: "${digest}" }`;
    const files = {
      'content/a.md': articleText('a', 'Sous {{delai}}.', { validation }),
      'variables.yaml': 'delai: cinq jours\n',
    };
    const repository = makeRepository({ ...start, ...files }, { at: at(1) });
    expect(await findChange(repository)).toBeUndefined();
    repository.put('variables.yaml', 'autre: x\ndelai: cinq jours\n');
    repository.commit({ at: at(2) });
    expect(await findChange(repository)).toBeUndefined();
    repository.put('variables.yaml', 'delai: sept jours\n');
    repository.commit({ at: at(3), by: 'Nadia' });
    expect(await findChange(repository)).toMatchObject({ since: '2026-03-05', by: 'Nadia' });
    const base = await readKnowledgeBase(repository.folder);
    const histories = await readFileHistories(repository.folder, '.');
    const changes = await readChanges(base, articleDocuments(base), histories, parse, { withLines: true });
    expect(changes.get('content/a.md')?.lines).toEqual(
      expect.arrayContaining([
        { kind: 'removed', text: 'delai: cinq jours' },
        { kind: 'added', text: 'delai: sept jours' },
      ]),
    );
  });

  it('is unknown where git never held what was validated, and for an article that is validated or never was', async () => {
    const repository = makeRepository({ ...start, 'content/a.md': validatedText('Zéro.', 'Un.') });
    expect(await findChange(repository)).toBeUndefined();
    repository.put('content/a.md', validatedText('Un.', 'Un.'));
    expect(await findChange(repository)).toBeUndefined();
    repository.put('content/a.md', articleText('a', 'Un.'));
    expect(await findChange(repository)).toBeUndefined();
  });

  it('steps over versions that were no article or no text at all', async () => {
    const repository = makeRepository(
      { ...start, 'content/a.md': validatedText('Un.', 'Un.') },
      { at: at(1) },
    );
    repository.put('content/a.md', '---\nid: [\n---\n');
    repository.commit({ at: at(2), by: 'Cassé' });
    writeFileSync(path.join(repository.folder, 'content/a.md'), Buffer.from([0xff, 0xfe, 0x00]));
    repository.commit({ at: at(3) });
    repository.put('content/a.md', validatedText('Un.', 'Deux.'));
    repository.commit({ at: at(4) });
    expect(await findChange(repository)).toEqual({ since: '2026-02-05', by: 'Cassé', before: 'Un.' });
  });
});
