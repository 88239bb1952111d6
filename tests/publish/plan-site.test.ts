import { describe, expect, it } from 'vitest';
import { exampleArticle } from '../../src/lint/rule.ts';
import type { IsoDate } from '../../src/model/iso-date.ts';
import { Problem } from '../../src/model/problem.ts';
import { siteAssets } from '../../src/publish/package-assets.ts';
import { articlesPerPage } from '../../src/publish/plan-lists.ts';
import { planSite } from '../../src/publish/plan-site.ts';
import { chooseAudience } from '../../src/publish/select-articles.ts';
import { memoryBase } from '../support/memory-base.ts';

const today = '2026-06-15' as IsoDate;

function plan(files: Readonly<Record<string, string>>, audience = 'internal', drafts = false) {
  return planSite(memoryBase(files), { today, audience, drafts, assets: siteAssets });
}
const urls = (site: ReturnType<typeof plan>) => site.pages.map(({ url }) => url);

const files = {
  'content/livraison/a.md': exampleArticle(
    { id: 'a', reasons: '[delivery.late]', formerly: '[ancien-a]' },
    '![x](x.png)\n[b](id:secret)\n',
  ),
  'content/livraison/x.png': '',
  'content/livraison/secret.png': '',
  'content/livraison/secret.md': exampleArticle(
    { id: 'secret', audience: '[internal]' },
    '![x](secret.png)\n',
  ),
  'content/public.md': exampleArticle({ id: 'public', audience: '[internal, customer]' }, '[s](id:secret)\n'),
  'content/draft.md': exampleArticle({ id: 'draft', status: 'draft' }),
  'content/old.md': exampleArticle({
    id: 'old',
    status: 'archived',
    replaced_by: 'a',
    reasons: '[delivery.lost]',
  }),
  'content/en/livraison/a.md': exampleArticle({ id: 'a', lang: 'en' }),
};

describe('the plan of a site', () => {
  it('has a page for each article, list, language and former id', () => {
    expect(urls(plan(files))).toEqual([
      '404.html',
      'en/a.html',
      'en/category/livraison/index.html',
      'en/feedback/index.html',
      'en/health.html',
      'en/inbox.html',
      'en/index.html',
      'en/new/index.html',
      'en/owner/livraison/index.html',
      'en/search.html',
      'fr/a.html',
      'fr/ancien-a.html',
      'fr/category/livraison/index.html',
      'fr/feedback/index.html',
      'fr/health.html',
      'fr/inbox.html',
      'fr/index.html',
      'fr/new/index.html',
      'fr/old.html',
      'fr/owner/livraison/index.html',
      'fr/public.html',
      'fr/reason/delivery.late/index.html',
      'fr/reason/delivery.lost/index.html',
      'fr/search.html',
      'fr/secret.html',
      'go.html',
      'index.html',
    ]);
  });
  it('leaves drafts to previews', () => {
    expect(urls(plan(files, 'internal', true))).toContain('fr/draft.html');
  });
  it('lets nothing of another audience’s articles into any page or copy', () => {
    const site = plan(files, 'customer');
    expect(urls(site).filter((url) => /^(fr|en)\/[^/]*\.html$/.test(url))).toEqual([
      'fr/inbox.html',
      'fr/index.html',
      'fr/public.html',
      'fr/search.html',
    ]);
    expect(JSON.stringify(site.pages.map(({ view }) => view))).not.toContain('secret');
    expect(site.media).toEqual([]);
  });
  it('copies only the media that its articles use', () => {
    expect(plan(files).media.map(({ to }) => to)).toEqual([
      'media/livraison/secret.png',
      'media/livraison/x.png',
    ]);
  });
  it('keeps an archived article’s page, and takes it off every list', () => {
    const site = plan(files);
    const lists = site.pages.flatMap(({ view }) => (view.kind === 'list' ? view.articles : []));
    expect(lists.map(({ id }) => id)).not.toContain('old');
    const old = site.pages.find(({ url }) => url === 'fr/old.html')?.view;
    expect(old).toMatchObject({ kind: 'article', trust: 'archived', replacedBy: { url: 'fr/a.html' } });
  });
  it('cuts long lists, so that no page grows with the base', () => {
    const many = Object.fromEntries(
      Array.from({ length: articlesPerPage * 2 + 1 }, (_, n) => [
        `content/c/a${n}.md`,
        exampleArticle({ id: `a${n}`, title: `A ${n}` }),
      ]),
    );
    const pages = plan(many).pages.flatMap(({ view }) =>
      view.kind === 'list' && view.of === 'category' ? [view] : [],
    );
    expect(pages.map(({ url, articles }) => [url, articles.length])).toEqual([
      ['fr/category/c/index.html', articlesPerPage],
      ['fr/category/c/page-2.html', articlesPerPage],
      ['fr/category/c/page-3.html', 1],
    ]);
    expect(pages[1]).toMatchObject({
      previousUrl: 'fr/category/c/index.html',
      nextUrl: 'fr/category/c/page-3.html',
    });
    expect(pages[0]?.articles[1]?.label).toBe('A 1');
  });
  it('links only to pages that it has', () => {
    const site = plan(files);
    const known = new Set(urls(site));
    const links = JSON.stringify(site.pages.map(({ view }) => view)).matchAll(/"url":"([^"]*)"/g);
    expect(
      [...links].map(([, url]) => decodeURIComponent(url ?? '')).filter((url) => !known.has(url)),
    ).toEqual([]);
  });
  it('of an empty base still has a home, news, a search, a health page and a way in for other tools', () => {
    expect(urls(plan({}))).toEqual([
      '404.html',
      'fr/feedback/index.html',
      'fr/health.html',
      'fr/inbox.html',
      'fr/index.html',
      'fr/new/index.html',
      'fr/search.html',
      'go.html',
      'index.html',
    ]);
  });
});

describe('the audience', () => {
  it('is the most restricted unless asked, and a problem when unknown', () => {
    const base = memoryBase({});
    expect(chooseAudience(base.config)).toBe('internal');
    expect(chooseAudience(base.config, 'customer')).toBe('customer');
    expect(() => chooseAudience(base.config, 'custome')).toThrow(Problem);
    expect(() => chooseAudience(base.config, 'custome')).toThrow('did you mean `customer`');
  });
});
