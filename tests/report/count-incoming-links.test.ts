// Links that are written alike do not lead to one article from everywhere: the folder, the language and the article itself tell.
import { expect, it } from 'vitest';
import type { Document } from '../../src/content/document.ts';
import { resolveLink } from '../../src/content/resolve-link.ts';
import { exampleArticle } from '../../src/lint/rule.ts';
import { countIncomingLinks, plainLinksOf } from '../../src/report/count-incoming-links.ts';
import { memoryBase } from '../support/memory-base.ts';

const linked = (...urls: string[]) => `${urls.map((url) => `[lien](${url})`).join(' ')}\n`;
const fr = (id: string, ...urls: string[]) => exampleArticle({ id }, linked(...urls));
const en = (id: string, ...urls: string[]) => exampleArticle({ id, lang: 'en' }, linked(...urls));

const base = memoryBase({
  'kb.config.yaml':
    'name: A\nlang: fr\nlanguages: [fr, en]\nowners: { livraison: { name: L, contact: l@x.example } }\n',
  'content/x/a.md': fr('xa', '#plan', './b.md', 'id:shared', 'id:absent'),
  'content/x/b.md': fr('xb', '#plan', './a.md', './b.md', 'a.md#plan', 'https://x.example/a.md'),
  'content/y/a.md': fr('ya', '#plan', './b.md', '../x/a.md'),
  'content/y/b.md': en('yb', '#plan', './a.md', 'id:shared', 'id:yb'),
  'content/shared.fr.md': fr('shared', '#plan', 'id:xa'),
  'content/shared.en.md': en('shared', 'id:xa', 'id:xa#plan', './shared.fr.md'),
  'content/draft.md': exampleArticle({ id: 'draft', status: 'draft' }, linked('id:xa')),
});

/** The same by asking of every link by itself. */
function oneByOne(): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const document of base.documents.filter(({ article }) => article?.status === 'published')) {
    const urls = (document.markdown?.links ?? []).map(({ url }) => url);
    const targets = urls.map((url) => resolveLink(url, document, base));
    const paths = targets.flatMap((target) => (target.kind === 'article' ? target.document.path : []));
    for (const path of new Set(paths)) if (path !== document.path) counts[path] = (counts[path] ?? 0) + 1;
  }
  return counts;
}

it('counts the articles that link to each, each once', () => {
  const counts = Object.fromEntries(countIncomingLinks(base));
  expect(counts).toEqual({
    'content/shared.en.md': 1,
    'content/shared.fr.md': 2,
    'content/x/a.md': 4,
    'content/x/b.md': 1,
    'content/y/a.md': 1,
    'content/y/b.md': 1,
  });
  expect(counts).toEqual(oneByOne());
});

it('counts the same where links were taken down while the base was read', () => {
  const links = new Map(
    base.documents.map((document): [Document, string | undefined] => [document, plainLinksOf(document)]),
  );
  expect([...links.values()].filter((plain) => plain?.includes('id:')).length).toBeGreaterThan(3);
  expect(countIncomingLinks(base, links)).toEqual(countIncomingLinks(base));
});
