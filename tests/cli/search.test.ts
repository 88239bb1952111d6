// `kb search`, `kb search --golden` and `kb build --check` on a small base.
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runKb } from './fake-host.ts';

const config = `name: Base
lang: fr
languages: [fr]
owners:
  a: { name: { fr: A } }
synonyms: { fr: [[colis, paquet]] }
reasons:
  lost: { title: { fr: Colis introuvable }, keywords: [évaporé] }
`;

function article(id: string, title: string, body: string, more = ''): string {
  return `---\nid: ${id}\ntitle: ${title}\ntype: reference\nowner: a\n${more}---\n\n${body}\n`;
}

const goldenFirst =
  '- { query: remboursement, expect: rembourser }\n- { query: paquet perdu, expect: colis-perdu }\n';

let folder = '';
const kb = (...args: string[]) => runKb(folder, args, { width: 80 });
const put = (name: string, text: string) => writeFile(path.join(folder, name), text);
const built = () => readFile(path.join(folder, 'public', 'fr', 'rembourser.html'), 'utf8');

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'kb-search-cli-'));
  await mkdir(path.join(folder, 'content'));
  await put('kb.config.yaml', config);
  await put(
    'content/a.md',
    article('rembourser', 'Rembourser une commande', 'Le remboursement est versé sous quatorze jours.'),
  );
  await put(
    'content/b.md',
    article(
      'colis-perdu',
      'Colis perdu',
      'Ouvrez une enquête auprès du transporteur avant de rembourser.',
      'reasons: [lost]\n',
    ),
  );
  await put(
    'content/c.md',
    article('ancien', 'Ancien barème', 'Un barème de remboursement.', 'status: archived\n'),
  );
  await put('golden-queries.yaml', goldenFirst);
  const { code, err } = await kb('build', '--check');
  expect(err).toContain('2 recherches de référence : 2 réussies, 0 manquée');
  expect(code).toBe(0);
}, 60_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('kb search', () => {
  it('lists what it found, within 80 columns, without archived articles', async () => {
    const { code, out, err } = await kb('search', 'remboursement');
    expect(code).toBe(0);
    expect(out).toMatch(/^ 1\. Rembourser une commande\n {4}fr\/rembourser\.html\n/);
    expect(out).not.toContain('Ancien barème');
    expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
    expect(err).toBe('');
    expect((await kb('search', 'remboursement', '--all')).out).toContain('Ancien barème');
  });

  it('says what it corrected, what it left out and what was meant', async () => {
    const { out, err } = await kb('search', 'rembourcement', 'zzyzx');
    expect(out).toContain('Rembourser une commande');
    expect(err).toBe(
      '« rembourcement » cherché comme « remboursement ».\nLaissé de côté, aucun article ne l’a : « zzyzx ».\nVouliez-vous dire « remboursement zzyzx » ?\n',
    );
    const english = await kb('search', 'paquet', '--lang', 'en');
    expect(english.err).toBe('“paquet” looked for as “colis”.\n');
    expect(english.out).toMatch(/^ 1\. Colis perdu\n/);
  });

  it('exits with 1 where it finds nothing', async () => {
    expect(await kb('search', 'zzyzx')).toMatchObject({
      code: 1,
      out: '',
      err: expect.stringContaining('Rien pour « zzyzx ».'),
    });
  });

  it('leads to the page of the contact reason that is named', async () => {
    const { out, err } = await kb('search', 'evapore', '--lang', 'fr');
    expect(out).toContain('fr/colis-perdu.html');
    expect(err).toBe('Tout sur ce sujet : « Colis introuvable » (fr/reason/lost/index.html).\n');
    const { reasons } = JSON.parse((await kb('search', 'evapore', '--format', 'json')).out);
    expect(reasons).toEqual([{ url: 'fr/reason/lost/index.html', label: 'Colis introuvable' }]);
  });

  it('answers in JSON for programs', async () => {
    const { out } = await kb('search', 'Enquete', '--format', 'json');
    expect(JSON.parse(out)).toMatchObject({
      version: 1,
      query: 'Enquete',
      lang: 'fr',
      hits: [{ url: 'fr/colis-perdu.html', title: 'Colis perdu', type: 'reference', trust: 'unvalidated' }],
      unknown: [],
      corrected: [],
    });
  });

  it.each([[[]], [['colis', '--golden']], [['--golden', '--in', 'fr']]])(
    'refuses %j, which asks for nothing or for two things, with 2',
    async (args) => {
      expect((await kb('search', ...args)).code).toBe(2);
    },
  );
});

describe('golden queries', () => {
  it('are told with what came first where one fails, with 1', async () => {
    await put(
      'golden-queries.yaml',
      `${goldenFirst}- { query: remboursement, expect: colis-perdu, within: 1 }\n- { query: x, expect: rien }\n`,
    );
    const { code, out } = await kb('search', '--golden');
    expect(code).toBe(1);
    expect(out).toBe(`golden-queries.yaml:3
✖ « remboursement » : attendu : colis-perdu en premier ; il vient à la place 2
    1. Rembourser une commande (fr/rembourser.html)
    2. Colis perdu (fr/colis-perdu.html)

golden-queries.yaml:4
✖ « x » : article inconnu : rien (fr) n’est pas dans le site

4 recherches de référence : 2 réussies, 2 manquées
`);
    const { out: json } = await kb('search', '--golden', '--format', 'json');
    expect(JSON.parse(json)).toMatchObject({
      version: 1,
      queries: 4,
      failed: 2,
      skipped: 0,
      results: [
        { state: 'found', rank: 1 },
        { state: 'found' },
        { state: 'failed', rank: 2, line: 3 },
        { state: 'missing' },
      ],
    });
  });

  it('keep the last site where one fails in the new one, and let the build pass that does not run them', async () => {
    await put('golden-queries.yaml', '- { query: quatorze jours, expect: rembourser }\n');
    await put('content/a.md', article('rembourser', 'Avoirs', 'Le nouveau texte.'));
    const before = await built();
    const { code, err } = await kb('build', '--check');
    expect(code).toBe(1);
    expect(err).toContain('golden-queries.yaml:1\n✖ « quatorze jours » : attendu : rembourser');
    expect(err).toContain('le dernier bon site reste en place');
    expect(await built()).toBe(before);
    expect((await kb('build')).code).toBe(0);
    expect(await built()).toContain('Le nouveau texte.');
  }, 60_000);

  it('have to be there and well formed before anything is built', async () => {
    await put('golden-queries.yaml', '- { query: a }\n');
    expect(await kb('build', '--check')).toMatchObject({
      code: 2,
      err: expect.stringContaining('golden-queries.yaml:1:3'),
    });
    await rm(path.join(folder, 'golden-queries.yaml'));
    expect((await kb('search', '--golden')).err).toContain('golden-queries.yaml');
    expect((await kb('build', '--check')).code).toBe(2);
  });
});
