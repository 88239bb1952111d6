// `kb report --coverage`: the tree of contact reasons with what is in force and the contacts of a month.
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exampleArticle } from '../../src/lint/rule.ts';
import { makeFolder, type TemporaryFolder } from '../support/folders.ts';
import { exampleConfig } from '../support/memory-base.ts';
import { runKb } from '../support/run-kb.ts';

let folder: TemporaryFolder;

beforeAll(async () => {
  folder = await makeFolder();
  const files = {
    'kb.config.yaml': exampleConfig.replace(
      'delivery.late: { fr: Colis en retard, en: Late parcel }',
      `delivery: { fr: Livraison }
  shop: { fr: Boutique }
  delivery.late: { title: { fr: Colis en retard }, parent: delivery }`,
    ),
    'content/a.md': exampleArticle({
      reasons: '[delivery.late, delivery]',
      audience: '[internal, customer]',
    }),
    'content/b.md': exampleArticle({ id: 'b', reasons: '[delivery]', type: 'faq' }),
    'content/c.md': exampleArticle({ id: 'c', reasons: '[delivery.lost]', type: 'faq' }),
    'volumes.csv':
      'motif;mois;nombre\ndelivery.late;2026-05;1000\ndelivery;2026-05;234\nColis perdu;2026-05;7\n',
  };
  await mkdir(path.join(folder.path, 'content'));
  for (const [file, text] of Object.entries(files)) await writeFile(path.join(folder.path, file), text);
});
afterAll(() => folder?.remove());

const report = (...args: string[]) =>
  runKb(['report', '--coverage', '--today', '2026-06-15', ...args], { cwd: folder.path });

describe('kb report --coverage', () => {
  it('counts for a reason those below it too, each article once, and its contacts', async () => {
    const { code, out } = await report('--volumes', 'volumes.csv', '--format', 'json');
    expect(code).toBe(0);
    const { version, today, audiences, reasons } = JSON.parse(out);
    expect({ version, today, audiences }).toEqual({
      version: 1,
      today: '2026-06-15',
      audiences: ['internal', 'partner', 'customer'],
    });
    expect(reasons).toMatchObject([
      {
        reason: 'delivery',
        name: 'Livraison',
        parent: null,
        depth: 0,
        total: 2,
        own: 2,
        types: { procedure: 1, faq: 1 },
        audiences: { internal: 2, partner: 0, customer: 1 },
        contactsPerMonth: 1234,
        hole: null,
      },
      { reason: 'delivery.late', parent: 'delivery', depth: 1, total: 1, own: 1, contactsPerMonth: 1000 },
      { reason: 'shop', total: 0, contactsPerMonth: 0, hole: 'nothing' },
      { reason: 'delivery.lost', total: 1, contactsPerMonth: 7, hole: 'no-procedure' },
    ]);
  });

  it('shows a person the tree, and what it lacks', async () => {
    const { out } = await report('--volumes', 'volumes.csv', '--lang', 'fr');
    expect(
      out.replace(/[\u202f\u00a0]/g, ' '),
    ).toBe(`Couverture des motifs de contact au 2026-06-15, articles en fr
                   total  à suivre  internal  partner  customer  contacts/mois
Livraison              2         1         2        0         1          1 234
  Colis en retard      1         1         1        0         1          1 000
Boutique               0         0         0        0         0              0
  ↳ rien en vigueur
Colis perdu            1         0         1        0         0              7
  ↳ ni procédure ni aide à la décision
`);
  });

  it('tells no contacts where nobody gave any', async () => {
    expect((await report()).out).not.toContain('contacts/');
    const { reasons } = JSON.parse((await report('--format', 'json')).out);
    expect(reasons[0].contactsPerMonth).toBeNull();
  });

  it('gives spreadsheets every figure', async () => {
    const [head, first] = (await report('--format', 'csv', '--volumes', 'volumes.csv')).out
      .replace('\uFEFF', '')
      .split(/\r?\n/);
    const cells = Object.fromEntries(
      (head ?? '').split(',').map((name, at) => [name, first?.split(',')[at]]),
    );
    expect(cells).toMatchObject({
      reason: 'delivery',
      contactsPerMonth: '1234',
      total: '2',
      faq: '1',
      'audience customer': '1',
      'language en': '0',
    });
  });

  it.each([
    ['--format', 'ics'],
    ['--owner', 'livraison'],
  ])('refuses %s %s', async (...args) => {
    expect((await report(...args)).code).toBe(2);
  });
});
