// The search feed takes the articles that the site publishes, once each, those with flowcharts last.
import { describe, expect, it } from 'vitest';
import type { KnowledgeBase } from '../../src/content/knowledge-base.ts';
import { exampleArticle } from '../../src/lint/rule.ts';
import type { IsoDate } from '../../src/model/iso-date.ts';
import { siteAssets } from '../../src/publish/package-assets.ts';
import { planSite } from '../../src/publish/plan-site.ts';
import { createSearchFeed } from '../../src/publish/search-feed.ts';
import type { SearchDocument } from '../../src/publish/search-index.ts';
import { memoryBase } from '../support/memory-base.ts';

const today = '2026-06-15' as IsoDate;
const flowchart = '```mermaid\nflowchart TD\n  a[Appeler] --> b[Rembourser]\n```\n';

function feed(base: KnowledgeBase, audience = 'internal'): SearchDocument[] {
  const added: SearchDocument[] = [];
  const index = {
    add: (document: SearchDocument) => void added.push(document),
    write: async () => undefined,
    close: async () => undefined,
  };
  const { offer, finish } = createSearchFeed(index, base.config, { today, audience });
  for (const document of base.documents) offer(document);
  finish(new Map());
  return added;
}

describe('the search feed', () => {
  const base = memoryBase({
    'content/a.md': exampleArticle({ id: 'a' }, flowchart),
    'content/b.md': exampleArticle({ id: 'b', audience: '[internal, customer]' }, 'Prévenir le client.\n'),
    'content/c.md': exampleArticle({ id: 'c', status: 'draft' }),
    'content/d.md': exampleArticle({ id: 'b', title: 'Un second' }),
    'content/e.md': 'sans en-tête\n',
    'content/f.md': exampleArticle({ id: 'f', status: 'archived' }),
  });

  it('adds each published article once, by path, those with a flowchart last', () => {
    expect(feed(base).map(({ url }) => url)).toEqual(['fr/b.html', 'fr/f.html', 'fr/a.html']);
    expect(feed(base)[0]?.html).toContain('Prévenir le client.');
    expect(feed(base)[0]?.html).not.toContain('Un second');
  });

  it.each(['internal', 'partner', 'customer'])('adds what the site for %s shows, and no more', (audience) => {
    const plan = planSite(base, { today, audience, drafts: false, assets: siteAssets });
    const pages = plan.pages.filter(({ document }) => document !== undefined).map(({ url }) => url);
    expect(
      feed(base, audience)
        .map(({ url }) => url)
        .sort(),
    ).toEqual(pages);
  });
});
