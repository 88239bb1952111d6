// `kb where-used`: what a person and a program are told of who uses something.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { articleText, baseConfig, makeBase, type SmallBase } from '../serve/small-base.ts';
import { runKb } from '../support/run-kb.ts';

let base: SmallBase;
beforeAll(async () => {
  base = await makeBase({
    'kb.config.yaml': baseConfig,
    'variables.yaml': 'delai: 5 jours\nlibre: rien\n',
    'fragments/contact.md': 'Sous {{delai}}.\n',
    'content/a.md': articleText('a', '::include{id=contact}\n'),
  });
});
afterAll(() => base?.remove());

const whereUsed = (...args: string[]) => runKb(['where-used', ...args, '--lang', 'en'], { cwd: base.root });

describe('kb where-used', () => {
  it('names each place, and the fragments on the way', async () => {
    const { code, out } = await whereUsed('delai');
    expect(code).toBe(0);
    expect(out).toMatch(
      /^content\/a\.md:\d+\n {2}shows through contact\nfragments\/contact\.md:1\n {2}shows\n$/,
    );
  });

  it('gives programs the same', async () => {
    const { out } = await whereUsed('contact', '--format', 'json');
    expect(JSON.parse(out)).toEqual({
      version: 1,
      name: 'contact',
      uses: [{ path: 'content/a.md', line: expect.any(Number), how: 'includes', via: [] }],
    });
  });

  it('says that nobody uses something, and what may have been meant by a name that is none', async () => {
    expect(await whereUsed('libre')).toMatchObject({
      code: 0,
      out: '',
      err: expect.stringContaining('no use'),
    });
    expect(await whereUsed('delay')).toMatchObject({
      code: 2,
      out: '',
      err: expect.stringContaining('`delai`'),
    });
  });
});
