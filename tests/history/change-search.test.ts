// Articles that are looked up as they come have the changes that they have when all are looked up at once.
import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { parseConfig } from '../../src/config/parse-config.ts';
import { articleDocuments } from '../../src/content/knowledge-base.ts';
import { loadMarkdownParser } from '../../src/content/markdown-parser.ts';
import { nothingShared, parseDocument } from '../../src/content/parse-document.ts';
import { readKnowledgeBase } from '../../src/content/read-knowledge-base.ts';
import { createChangeSearch } from '../../src/history/change-search.ts';
import { readFileHistories } from '../../src/history/file-history.ts';
import { readChanges } from '../../src/history/read-changes.ts';
import { articleText, baseConfig } from '../serve/small-base.ts';
import { makeRepository } from '../support/git-repository.ts';

const { parse } = await loadMarkdownParser();
const config = parseConfig(baseConfig);
const names = ['a', 'b', 'c', 'd', 'e'];
const changed = ['a', 'c', 'd'];

/** Articles that are all validated, and of which some were edited afterwards. */
function makeBase() {
  const pathOf = (name: string) => `content/${name}.md`;
  const validated = names.map((name) => {
    const { article } = parseDocument(pathOf(name), articleText(name, 'Un.'), config, parse, nothingShared);
    return [name, `{ by: "Paul", on: 2026-02-01, digest: "${article?.digest}" }`] as const;
  });
  const texts = (body: (name: string) => string) =>
    validated.map(
      ([name, validation]) => [pathOf(name), articleText(name, body(name), { validation })] as const,
    );
  const repository = makeRepository({
    'kb.config.yaml': baseConfig,
    ...Object.fromEntries(texts(() => 'Un.')),
  });
  for (const [file, text] of texts((name) => (changed.includes(name) ? 'Deux.' : 'Un.')))
    repository.put(file, text);
  repository.commit({ at: '2026-03-05T10:00:00+0100', by: 'Nadia' });
  return repository.folder;
}

it.each([0, 2, 5])('whether %i of them came before git had told the past', async (early) => {
  const folder = makeBase();
  const base = await readKnowledgeBase(folder);
  const documents = articleDocuments(base);
  const histories = await readFileHistories(folder, '.');
  let tell: (told: typeof histories) => void = () => undefined;
  const asked = new Promise<typeof histories>((resolve) => {
    tell = resolve;
  });
  const search = createChangeSearch(base, asked, parse, { withLines: true });
  for (const document of documents.slice(0, early)) search.add(document);
  await nextTurn();
  tell(histories);
  await nextTurn();
  for (const document of documents.slice(early)) {
    search.add(document);
    await nextTurn();
  }
  const found = await search.changes();
  expect([...found.keys()].sort()).toEqual(changed.map((name) => `content/${name}.md`));
  expect(found).toEqual(await readChanges(base, documents, histories, parse, { withLines: true }));
});

it('finds nothing where git can’t tell', async () => {
  const base = await readKnowledgeBase(makeBase());
  const unknown = Promise.resolve({ complete: false, versions: new Map() });
  const search = createChangeSearch(base, unknown, parse, { withLines: false });
  for (const document of articleDocuments(base)) search.add(document);
  expect(await search.changes()).toEqual(new Map());
});
