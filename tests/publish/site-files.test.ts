// What a site holds for programs: well formed, complete, and silent on what its audience must not know.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { z } from 'zod';
import { exampleArticle } from '../../src/lint/rule.ts';
import { articleTypes } from '../../src/model/article.ts';
import type { IsoDate } from '../../src/model/iso-date.ts';
import { trusts } from '../../src/model/trust.ts';
import { validities } from '../../src/model/validity.ts';
import type { VersionsInGit } from '../../src/publish/last-change.ts';
import { siteAssets } from '../../src/publish/package-assets.ts';
import { planSite } from '../../src/publish/plan-site.ts';
import { planSitemap } from '../../src/publish/sitemap.ts';
import { projectRoot } from '../support/corpora.ts';
import { exampleConfig, memoryBase } from '../support/memory-base.ts';

const today = '2026-06-15' as IsoDate;
const baseUrl = 'https://kb.example.org/aide';
const hostile = '"<b>&amp; ]]> \\u0001\\uFFFE\\uD800 d’été — 📦 [x](y) `"';

const files = {
  'content/livraison/a.md': exampleArticle({
    id: 'a',
    audience: '[internal, customer]',
    reviewed: '2026-06-01',
  }),
  'content/livraison/old.md': exampleArticle({
    id: 'old',
    audience: '[internal, customer]',
    status: 'archived',
    reviewed: '2026-06-01',
  }),
  'content/livraison/expired.md': exampleArticle({
    id: 'expired',
    expires: '2026-06-01',
    audience: '[internal, customer]',
  }),
  'content/secret.md': exampleArticle({
    id: 'secret',
    title: hostile,
    summary: hostile,
    effective: '2026-06-10',
  }),
  'content/draft.md': exampleArticle({ id: 'draft', status: 'draft', reviewed: '2026-06-01' }),
  'content/en/livraison/a.md': exampleArticle({
    id: 'a',
    lang: 'en',
    title: 'Late parcel',
    reviewed: '2026-06-02',
  }),
};

interface Options {
  readonly audience?: string;
  readonly baseUrl?: string;
  readonly git?: VersionsInGit;
  readonly config?: string;
  readonly asOf?: boolean;
}

/** The files of the site, by address. */
function render(articles: Readonly<Record<string, string>>, options: Options = {}): Record<string, string> {
  const { config, audience = 'internal', ...rest } = options;
  const base = memoryBase(articles, config);
  const plan = planSite(base, { today, audience, drafts: true, assets: siteAssets, ...rest });
  return Object.fromEntries(plan.files.map((file) => [file.url, file.render()]));
}

async function xmlFaults(
  schema: string,
  documents: readonly (string | undefined)[],
): Promise<readonly string[]> {
  const file = path.join(projectRoot, 'tests/fixtures', schema);
  const { errors } = await validateXML({
    xml: documents.map((contents, at) => ({ fileName: `${at}.xml`, contents: contents ?? '' })),
    schema: { fileName: schema, contents: readFileSync(file, 'utf8') },
  });
  return errors.map(({ rawMessage }) => rawMessage);
}

const hrefsOf = (xml = '') => [...xml.matchAll(/href="([^"]*)"/g)].map(([, href]) => href);

describe('the feed', () => {
  it('is valid Atom, whatever stands in titles and names', async () => {
    const name = exampleConfig.replace('name: Exemple', 'name: "<&>\\" \\u0008"');
    const sites = [render(files, { config: name }), render(files, { baseUrl }), render({})];
    expect(
      await xmlFaults(
        'atom-feed.xsd',
        sites
          .flatMap((site) => [site['fr/feed.xml'], site['en/feed.xml']])
          .filter((xml) => xml !== undefined),
      ),
    ).toEqual([]);
  }, 30_000);

  it('has one entry for each piece of news of its language, drafts never', () => {
    const { 'fr/feed.xml': fr = '', 'en/feed.xml': en = '' } = render(files);
    expect([...fr.matchAll(/<category term="(\w+)"/g)].map(([, kind]) => kind)).toEqual([
      'effective',
      'expired',
      'reviewed',
      'reviewed',
    ]);
    expect(en.match(/<entry>/g)).toHaveLength(1);
    expect(fr).not.toContain('draft.html');
  });

  it('says in words how long an article holds', () => {
    expect(render(files)['en/feed.xml']).toContain('<summary>Reviewed. Valid until 31 March 2027.</summary>');
  });

  it('links in full where the address is known, from itself where it is not', () => {
    expect(hrefsOf(render(files, { baseUrl })['en/feed.xml'])).toEqual([
      'https://kb.example.org/aide/en/feed.xml',
      'https://kb.example.org/aide/en/new/',
      'https://kb.example.org/aide/en/a.html',
    ]);
    expect(hrefsOf(render(files)['en/feed.xml'])).toEqual([
      '../en/feed.xml',
      '../en/new/index.html',
      '../en/a.html',
    ]);
  });

  it('keeps its names when the site moves, so that nothing shows twice', () => {
    const ids = (xml = '') => xml.match(/<id>[^<]*<\/id>/g);
    expect(ids(render(files, { baseUrl })['fr/feed.xml'])).toEqual(ids(render(files)['fr/feed.xml']));
  });
});

describe('the sitemap', () => {
  const urls = (xml = '') =>
    [...xml.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, url]) => url?.replace(baseUrl, ''));

  it('lists what a public site shows, by its full address', async () => {
    const site = render(files, { audience: 'customer', baseUrl });
    expect(urls(site['sitemap.xml'])).toEqual([
      '/fr/a.html',
      '/fr/category/livraison/',
      '/fr/expired.html',
      '/fr/inbox.html',
      '/fr/',
      '/fr/new/',
    ]);
    expect(await xmlFaults('sitemap.xsd', [site['sitemap.xml']])).toEqual([]);
    expect(site['robots.txt']).toContain('Sitemap: https://kb.example.org/aide/sitemap.xml\n');
  }, 30_000);

  it('says on which day an article changed last, where git knows', () => {
    const state = { commit: 'c', author: 'Nadia', subject: 'Secret', trust: 'validated' } as const;
    const git: VersionsInGit = {
      massEdits: new Set(),
      versions: new Map([
        [
          'content/livraison/a.md',
          { complete: true, versions: [{ ...state, day: '2026-02-03' as IsoDate, digest: 'sha256:1' }] },
        ],
      ]),
    };
    const site = render(files, { audience: 'customer', baseUrl, git });
    expect(site['sitemap.xml']).toContain('/fr/a.html</loc><lastmod>2026-02-03</lastmod>');
    expect(Object.values(site).join()).not.toMatch(/Nadia|Secret/);
  });

  it.each([
    ['a site for colleagues', { baseUrl }],
    ['a site without an address', { audience: 'customer' }],
    ['a site of a past day', { audience: 'customer', baseUrl, asOf: true }],
  ])('is absent from %s, and robots.txt with it', (_, options) => {
    expect(Object.keys(render(files, options)).filter((url) => /sitemap|robots/.test(url))).toEqual([]);
  });

  it('is cut into files where there are more pages than one may name', async () => {
    const pages = Array.from({ length: 50_001 }, (_, n) => ({ url: `fr/a${n}.html` }));
    const planned = planSitemap(pages, baseUrl);
    expect(planned.map(({ url }) => url)).toEqual([
      'robots.txt',
      'sitemap.xml',
      'sitemap-1.xml',
      'sitemap-2.xml',
    ]);
    const [, index, , last] = planned.map((file) => file.render());
    expect(urls(index)).toEqual(['/sitemap-1.xml', '/sitemap-2.xml']);
    expect(urls(last)).toEqual(['/fr/a50000.html']);
    expect(await xmlFaults('sitemap.xsd', [index, last])).toEqual([]);
  }, 30_000);
});

// docs/formats.md, written down once more by hand: a change of this shape breaks somebody's program.
const day = z.string().regex(/^\d{4}-\d\d-\d\d$/);
const publicArticle = z.strictObject({
  id: z.string().min(1),
  lang: z.string().min(2),
  title: z.string().min(1),
  url: z.string().min(1),
  type: z.enum(articleTypes),
  reasons: z.array(z.string()),
  validity: z.enum(validities),
  effective: day.nullable(),
  expires: day.nullable(),
  summary: z.string().nullable(),
  digest: z.string().regex(/^sha256:[0-9a-f]{64}$/),
});
const head = {
  version: z.literal(1),
  builtOn: day,
  timezone: z.string(),
  dueWithin: z.string(),
  audience: z.string(),
};
const indexShape = z.strictObject({
  ...head,
  articles: z.array(publicArticle.extend({ owner: z.string(), trust: z.enum(trusts) }).strict()),
});
const publicShape = z.strictObject({ ...head, articles: z.array(publicArticle) });

describe('articles.json', () => {
  const read = (options?: Options) => JSON.parse(render(files, options)['articles.json'] ?? '') as unknown;

  it('tells colleagues of every article but drafts, with owner and trust', () => {
    const { articles } = indexShape.parse(read());
    expect(articles.map(({ lang, id, trust, validity }) => `${lang} ${id} ${trust} ${validity}`)).toEqual([
      'en a unvalidated current',
      'fr a unvalidated current',
      'fr expired unvalidated expired',
      'fr old archived current',
      'fr secret unvalidated current',
    ]);
  });

  it('tells others of what is listed for them, and neither who answers for it nor whether it is approved', () => {
    const { articles } = publicShape.parse(read({ audience: 'customer' }));
    expect(articles.map(({ id }) => id)).toEqual(['a', 'expired']);
  });

  it('gives full addresses where the site’s is known', () => {
    expect(indexShape.parse(read()).articles[0]?.url).toBe('en/a.html');
    expect(indexShape.parse(read({ baseUrl })).articles[0]?.url).toBe(`${baseUrl}/en/a.html`);
  });

  it('of an empty base is an empty list', () => {
    expect(JSON.parse(render({})['articles.json'] ?? '')).toMatchObject({ version: 1, articles: [] });
  });
});

describe('llms.txt', () => {
  it('is a title, a summary, and sections of links with the validity in words; what expired is left out', () => {
    const lines = (render(files, { audience: 'customer' })['llms.txt'] ?? '').split('\n');
    expect(lines[0]).toBe('# Exemple');
    expect(lines[2]).toMatch(/^> .*1\u00a0article/);
    expect(lines.filter((line) => line.startsWith('## '))).toEqual(['## Livraison', '## Autres formats']);
    expect(lines.filter((line) => line.startsWith('- '))).toEqual([
      '- [Colis en retard](fr/a.html): Valable jusqu’au 31 mars 2027.',
      '- [articles.json](articles.json): Tous les articles en JSON, avec leurs dates.',
    ]);
  });

  it('tells colleagues’ programs which articles nobody has validated', () => {
    expect(render(files)['en/llms.txt']).toContain(
      '[Late parcel](../en/a.html): Valid until 31 March 2027. Not validated.',
    );
  });

  it('takes nothing in a title for Markdown', () => {
    const text = render(files)['llms.txt'] ?? '';
    expect(text).toContain('\\<b\\>&amp; \\]\\]\\> ');
    expect(text).toContain('\\[x\\](y)');
  });

  it('does not grow with the base: a long section ends in a link to the rest', () => {
    const many = Object.fromEntries(
      Array.from({ length: 60 }, (_, n) => [`content/c/a${n}.md`, exampleArticle({ id: `a${n}` })]),
    );
    const links = (render(many)['llms.txt'] ?? '').split('\n').filter((line) => line.startsWith('- ['));
    expect(links).toHaveLength(42);
    expect(links[40]).toBe('- [et 20 de plus, dans cette liste](fr/category/c/index.html)');
  });
});

it('the team’s colour is a style sheet of its own, and absent without one', () => {
  const config = `${exampleConfig}site: { accent: "#0b5a61" }\n`;
  expect(render(files, { config })['assets/brand.css']).toMatch(
    /^:root \{\n {2}--accent: light-dark\(#0b5a61, #\w{6}\);/,
  );
  expect(render(files)['assets/brand.css']).toBeUndefined();
});
