// The lists of a site of few articles, for the tests of lists.
import { expect } from 'vitest';
import type { View } from '../../site/view.ts';
import { exampleArticle } from '../../src/lint/rule.ts';
import type { IsoDate } from '../../src/model/iso-date.ts';
import { siteAssets } from '../../src/publish/package-assets.ts';
import { planSite } from '../../src/publish/plan-site.ts';
import { exampleConfig, memoryBase } from '../support/memory-base.ts';

export type Fields = Readonly<Record<string, string | null>>;

/** The site of articles by path below `content/`; the id is the file's name. */
export function plan(articles: Readonly<Record<string, Fields>>, config = exampleConfig) {
  const files = Object.entries(articles).map(([path, fields]) => {
    const id = path.split('/').at(-1) ?? '';
    return [`content/${path}.md`, exampleArticle({ id, title: `"Titre de ${id}"`, ...fields })];
  });
  const pages = planSite(memoryBase(Object.fromEntries(files), config), {
    today: '2026-06-15' as IsoDate,
    audience: 'internal',
    drafts: false,
    assets: siteAssets,
  }).pages;
  const find = <Kind extends View['kind']>(url: string, kind: Kind) => {
    const view = pages.find((page) => page.url === url)?.view;
    if (view?.kind !== kind) expect.fail(`no ${kind} at ${url}`);
    return view as Extract<typeof view, { kind: Kind }>;
  };
  return { urls: pages.map(({ url }) => url), find };
}

/** The fields of an article of a `type` for contact reasons. */
export const onReason = (type: string, reasons: string, more: Fields = {}) => ({
  type,
  reasons: `[${reasons}]`,
  ...more,
});
