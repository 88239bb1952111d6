// The pages of a public site for search engines (sitemaps.org, protocol 0.9), and where they find that list. Pure.
import type { IsoDate } from '../model/iso-date.ts';
import { absoluteUrl, type PlannedFile } from './site-plan.ts';
import { xmlText } from './xml-text.ts';

/** The most addresses that the protocol allows in one file. */
const mostAddresses = 50_000;

export interface SitemapEntry {
  /** Address from the site's root, escaped. */
  readonly url: string;
  readonly lastChanged?: IsoDate | undefined;
}

const namespace = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"';
const opening = '<?xml version="1.0" encoding="utf-8"?>';

function renderUrls(entries: readonly SitemapEntry[], baseUrl: string): string {
  const lines = entries.map(({ url, lastChanged }) => {
    const day = lastChanged === undefined ? '' : `<lastmod>${lastChanged}</lastmod>`;
    return `<url><loc>${xmlText(absoluteUrl(baseUrl, url))}</loc>${day}</url>`;
  });
  return `${[opening, `<urlset ${namespace}>`, ...lines, '</urlset>'].join('\n')}\n`;
}

/** `sitemap.xml`, in several files and an index of them where there are many pages, and `robots.txt`. */
export function planSitemap(entries: readonly SitemapEntry[], baseUrl: string): PlannedFile[] {
  const robots: PlannedFile = {
    url: 'robots.txt',
    render: () => `User-agent: *\nAllow: /\n\nSitemap: ${absoluteUrl(baseUrl, 'sitemap.xml')}\n`,
  };
  if (entries.length <= mostAddresses)
    return [robots, { url: 'sitemap.xml', render: () => renderUrls(entries, baseUrl) }];
  const parts = Array.from({ length: Math.ceil(entries.length / mostAddresses) }, (_, part): PlannedFile => {
    const own = entries.slice(part * mostAddresses, (part + 1) * mostAddresses);
    return { url: `sitemap-${part + 1}.xml`, render: () => renderUrls(own, baseUrl) };
  });
  const lines = parts.map(({ url }) => `<sitemap><loc>${xmlText(absoluteUrl(baseUrl, url))}</loc></sitemap>`);
  const index = [opening, `<sitemapindex ${namespace}>`, ...lines, '</sitemapindex>'].join('\n');
  return [robots, { url: 'sitemap.xml', render: () => `${index}\n` }, ...parts];
}
