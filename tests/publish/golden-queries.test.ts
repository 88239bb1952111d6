// Golden queries: read with places, and run against an index that was built.
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Problem } from '../../src/model/problem.ts';
import { type GoldenQuery, parseGoldenQueries } from '../../src/publish/golden-queries.ts';
import { hasFailed, judgeGolden } from '../../src/publish/judge-golden.ts';
import { buildSearchIndex } from '../../src/publish/search-index.ts';
import { ensureEngine, searchDocuments, writeSite } from './search-pages.ts';

const base = { lang: 'fr', languages: ['fr', 'en'] };

function problemOf(text: string): string {
  try {
    parseGoldenQueries(text, base);
  } catch (error) {
    if (error instanceof Problem) return `${error.place} ${error.wording.en}`;
    throw error;
  }
  throw new Error('no problem raised');
}

describe('parseGoldenQueries', () => {
  it('reads queries with their lines; the language and the number of results have defaults', () => {
    const text =
      '# commentaire\n- { query: colis perdu, expect: colis-perdu }\n- query: refund\n  lang: en\n  expect: x\n  within: 1\n';
    expect(parseGoldenQueries(text, base)).toEqual([
      { query: 'colis perdu', lang: 'fr', expect: 'colis-perdu', within: 3, line: 2 },
      { query: 'refund', lang: 'en', expect: 'x', within: 1, line: 3 },
    ]);
  });

  it.each([
    ['', 'golden-queries.yaml:1:1 Unexpected'],
    ['a: 1\n', 'golden-queries.yaml:1:1 Unexpected mapping'],
    ['- { query: a, expect: b\n', 'golden-queries.yaml:2:1 Unreadable YAML'],
    ['- { query: a }\n', 'golden-queries.yaml:1:3 Missing key `0.expect`, expected the id of an article'],
    ['- { query: a, expect: b, withn: 2 }\n', 'golden-queries.yaml:1:26 Unknown key'],
    ['- { query: a, expect: Été }\n', 'golden-queries.yaml:1:23 Unexpected `Été`'],
    ['- { query: a, expect: b, within: 0 }\n', 'golden-queries.yaml:1:34 Unexpected `0`'],
    ['- { query: "", expect: b }\n', 'golden-queries.yaml:1:12 Unexpected'],
    [
      '- { query: a, expect: b }\n- { query: a, lang: de, expect: b }\n',
      'golden-queries.yaml:2:21 Unexpected language',
    ],
    ['- &a { query: a, expect: b }\n- *a\n', 'golden-queries.yaml:1:1 Unexpected YAML alias'],
  ])('names the place of what is wrong in %j', (text, problem) => {
    expect(problemOf(text)).toContain(problem);
  });
});

describe('judgeGolden', () => {
  let site = '';
  beforeAll(async () => {
    ensureEngine();
    site = await writeSite();
    await buildSearchIndex(site, searchDocuments);
  });
  afterAll(() => rm(site, { recursive: true }));

  const golden = (query: string, expect: string, over: Partial<GoldenQuery> = {}): GoldenQuery => ({
    query,
    lang: 'fr',
    expect,
    within: 1,
    line: 1,
    ...over,
  });

  it('tells for each query whether it found the article, and what came first', async () => {
    const [found, failed, english] = await judgeGolden(
      site,
      [
        golden('livraison retard', 'livraison-en-retard'),
        golden('livraison retard', 'compte-bloque', { within: 3 }),
        golden('refunds', 'refund-order', { lang: 'en' }),
      ],
      undefined,
    );
    expect(found).toMatchObject({ state: 'found', rank: 1 });
    expect(failed).toMatchObject({
      state: 'failed',
      rank: 0,
      first: [
        { url: 'fr/livraison-en-retard.html', title: 'Livraison en retard' },
        { title: expect.anything() },
      ],
    });
    expect(english).toMatchObject({ state: 'found' });
    expect(hasFailed([found, english].flatMap((result) => result ?? []))).toBe(false);
    expect(hasFailed([found, failed].flatMap((result) => result ?? []))).toBe(true);
  });

  it('counts an article that the whole site lacks as a failure, and skips it in the site of another audience', async () => {
    const query = golden('colis', 'disparu');
    await writeFile(join(site, 'kb-build.json'), '{"audience":"internal"}');
    expect(await judgeGolden(site, [query], 'internal')).toMatchObject([{ state: 'missing', rank: 0 }]);
    await writeFile(join(site, 'kb-build.json'), '{"audience":"customer"}');
    const skipped = await judgeGolden(site, [query], 'internal');
    expect(skipped).toMatchObject([{ state: 'skipped' }]);
    expect(hasFailed(skipped)).toBe(false);
  });

  it('raises a problem where the site has no index', async () => {
    await mkdir(join(site, 'sub', 'fr'), { recursive: true });
    await writeFile(join(site, 'sub', 'fr', 'a.html'), '');
    await expect(judgeGolden(join(site, 'sub'), [golden('a', 'a')], undefined)).rejects.toMatchObject({
      name: 'Problem',
    });
  });
});
