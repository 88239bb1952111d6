// `kb export jsonl`: each piece says by itself what it is from and whether it holds, and together they are the text.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { articleText, baseConfig, makeBase, type SmallBase } from '../serve/small-base.ts';
import { projectRoot } from '../support/corpora.ts';
import { runKb } from '../support/run-kb.ts';

interface Line {
  readonly id: string;
  readonly headings: readonly string[];
  readonly url: string;
  readonly text: string;
  readonly validity: string;
  readonly trust: string;
}

let base: SmallBase;
beforeAll(async () => {
  base = await makeBase({
    'kb.config.yaml': baseConfig,
    'fragments/delai.md': 'Deux jours.\n',
    'content/colis.md': articleText(
      'colis',
      'Avant.\n\n## Étape une\n\n::include{id=delai}\n\n### Détail\n\nFin `##` pas un titre.\n\n```\n## non plus\n```\n\n## Vide\n\n## Deux\n\nDernier.',
    ),
    'content/perime.md': articleText('perime', 'Périmé.', { expires: '2026-11-01' }),
    'content/client.md': articleText(
      'client',
      'Client, [voir le colis](id:colis). <!-- Jamais au client -->',
      { audience: '[customer]' },
    ),
  });
});
afterAll(() => base?.remove());

const lines = async (...args: string[]): Promise<Line[]> => {
  const { code, out, err } = await runKb(['export', 'jsonl', '--today', '2026-11-16', ...args], {
    cwd: base.root,
  });
  expect(code, err).toBe(0);
  return out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Line);
};

describe('kb export jsonl', () => {
  it('gives each section that holds text, with its headings, its address and its state', async () => {
    const found = await lines();
    expect(found.map(({ id, headings, url, text }) => ({ id, headings, url, text }))).toEqual([
      { id: 'fr/colis', headings: [], url: 'fr/colis.html', text: 'Avant.' },
      {
        id: 'fr/colis#étape-une',
        headings: ['Étape une'],
        url: `fr/colis.html#${encodeURIComponent('étape-une')}`,
        text: 'Deux jours.',
      },
      {
        id: 'fr/colis#détail',
        headings: ['Étape une', 'Détail'],
        url: `fr/colis.html#${encodeURIComponent('détail')}`,
        text: 'Fin `##` pas un titre.\n\n```\n## non plus\n```',
      },
      { id: 'fr/colis#deux', headings: ['Deux'], url: 'fr/colis.html#deux', text: 'Dernier.' },
    ]);
    expect(found[0]).toMatchObject({
      validity: 'current',
      trust: 'unvalidated',
      expires: '2027-03-31',
      audience: ['internal'],
      version: expect.stringMatching(/^[0-9a-f]{12}$/),
    });
  });

  it('holds expired articles when asked, and of an audience what it may read alone', async () => {
    const all = await lines('--obsolete');
    expect(all.filter(({ validity }) => validity === 'expired').map(({ id }) => id)).toEqual(['fr/perime']);
    const theirs = await lines('--audience', 'customer');
    expect(theirs.map(({ id }) => id)).toEqual(['fr/client']);
    expect(theirs[0]?.text).toBe('Client, voir le colis.');
    // Who answers for it, and for whom else it is, is for the team to know.
    expect(theirs[0]).not.toHaveProperty('owner');
    expect(theirs[0]).not.toHaveProperty('audience');
    expect(all[0]).toMatchObject({ owner: 'livraison', audience: ['internal'] });
  });

  it('says nothing twice and leaves nothing out of the sample base', async () => {
    const { out } = await runKb(['export', 'jsonl', '--today', '2026-11-16'], { cwd: projectRoot });
    const ids = out
      .trimEnd()
      .split('\n')
      .map((line) => (JSON.parse(line) as Line).id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBeGreaterThan(200);
  });
});
