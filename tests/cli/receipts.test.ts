// `kb receipts`: three devices’ receipts become coverage; a major change asks again, a minor one does not.
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { versionOf } from '../../src/model/article-version.ts';
import { articleText, baseConfig } from '../serve/small-base.ts';
import { makeRepository } from '../support/git-repository.ts';
import { runKb, temporaryFolder } from './fake-host.ts';

const roster = `teams:
  lille: { name: Lille }
  tana: { name: Antananarivo }
  partners: { name: Partenaires, audience: partner }
people:
  lea-martin: { name: Léa Martin, team: lille }
  paul-roux: { name: Paul Roux, team: lille, from: 2026-12-01 }
  nina-petit: { name: Nina Petit, team: lille, until: 2026-11-10 }
  hery-rakoto: { name: Hery Rakoto, team: tana }
  voahangy: { name: Voahangy Rabe, team: tana }
  ines-faure: { name: Inès Faure, team: partners }
`;

const article = (body: string, fields: Readonly<Record<string, string>> = {}) =>
  articleText('greve', body, {
    type: 'announcement',
    level: 'urgent',
    acknowledge: 'true',
    effective: '2026-11-12',
    ...fields,
  });

async function makeBase(files: Readonly<Record<string, string>> = {}): Promise<string> {
  const folder = await temporaryFolder();
  const all = {
    'kb.config.yaml': baseConfig,
    'roster.yaml': roster,
    'content/greve.md': article('Trois dépôts.'),
    ...files,
  };
  await mkdir(path.join(folder, 'content'));
  for (const [file, text] of Object.entries(all)) await writeFile(path.join(folder, file), text);
  return folder;
}

async function validate(folder: string, ...args: string[]): Promise<string> {
  expect(await runKb(folder, ['validate', 'greve', '--by', 'Claire', ...args])).toMatchObject({ code: 0 });
  const text = await readFile(path.join(folder, 'content/greve.md'), 'utf8');
  return versionOf(/sha256:[0-9a-f]+/.exec(text)?.[0] ?? '');
}

function receipt(version: string, reader: string | undefined, on = '2026-11-13', id = 'greve') {
  const about = { id, lang: 'fr', version };
  return {
    kind: 'receipt',
    key: `${reader ?? 'x'}:${id}:${version}:${on}`,
    on,
    about,
    ...(reader ? { reader } : {}),
  };
}

async function importItems(folder: string, items: readonly object[], ...args: string[]) {
  await writeFile(path.join(folder, 'device.json'), JSON.stringify({ version: 1, base: 'Essai', items }));
  return runKb(folder, ['receipts', 'import', 'device.json', ...args]);
}

interface Read {
  readonly articles: readonly {
    id: string;
    read: number;
    expected: number;
    readers: readonly { reader: string; readOn: string | null; earlierOn: string | null }[];
  }[];
  readonly unknownReaders: readonly object[];
  readonly absentReceipts: number;
  readonly unnamedReceipts: number;
}

async function readership(folder: string, ...args: string[]): Promise<Read> {
  const { out } = await runKb(folder, ['receipts', '--format', 'json', ...args]);
  return JSON.parse(out) as Read;
}

const readers = ({ articles }: Read) =>
  Object.fromEntries(articles[0]?.readers.map(({ reader, readOn }) => [reader, readOn]) ?? []);

describe('kb receipts', () => {
  it('counts each device’s receipts once, and only people who are in a team today', async () => {
    const folder = await makeBase();
    const version = await validate(folder);
    const lea = receipt(version, 'lea-martin');
    await importItems(folder, [lea, receipt(version, 'nina-petit', '2026-11-09')]);
    await importItems(folder, [
      lea,
      receipt(version, 'lea-martin', '2026-11-14'),
      receipt(version, 'zoe'),
      receipt(version, undefined),
    ]);
    const third = await importItems(
      folder,
      [lea, receipt(version, 'hery-rakoto', '2027-11-13')],
      '--lang',
      'en',
    );
    expect(third.err).toContain('Kept, clock ahead: fr/greve');
    expect(third.err).toContain('1 receipt; 1 already here');
    expect(await readFile(path.join(folder, 'receipts/2026-11.txt'), 'utf8')).toBe(
      [
        `2026-11-09 fr/greve@${version} - nina-petit`,
        `2026-11-13 fr/greve@${version} - -`,
        `2026-11-13 fr/greve@${version} - lea-martin`,
        `2026-11-13 fr/greve@${version} - zoe`,
        `2026-11-14 fr/greve@${version} - lea-martin`,
        '',
      ].join('\n'),
    );
    const told = await readership(folder);
    expect(readers(told)).toEqual({
      'lea-martin': '2026-11-13',
      'hery-rakoto': '2027-11-13',
      voahangy: null,
    });
    expect(told).toMatchObject({
      unknownReaders: [{ reader: 'zoe', receipts: 1 }],
      absentReceipts: 1,
      unnamedReceipts: 1,
    });
    expect(readers(await readership(folder, '--team', 'tana'))).toEqual({
      'hery-rakoto': '2027-11-13',
      voahangy: null,
    });
    const { out } = await runKb(folder, ['receipts'], { width: 80 });
    expect(out).toContain('Lille 1/1 ; dernier le 2026-11-13\n');
    expect(out).toContain('Antananarivo 1/2 ; dernier le 2027-11-13 ; reste : Voahangy Rabe\n');
    expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
    const csv = (await runKb(folder, ['receipts', '--format', 'csv'])).out.trim().split('\r\n');
    expect(csv.slice(1)).toEqual([
      'greve,Titre de greve,urgent,2026-11-12,lille,lea-martin,Léa Martin,2026-11-13,',
      'greve,Titre de greve,urgent,2026-11-12,tana,hery-rakoto,Hery Rakoto,2027-11-13,',
      'greve,Titre de greve,urgent,2026-11-12,tana,voahangy,Voahangy Rabe,,',
    ]);
  });

  it('names on request what a device sent without a name', async () => {
    const folder = await makeBase();
    const version = await validate(folder);
    await importItems(folder, [receipt(version, undefined)], '--reader', 'lea-martin');
    expect(readers(await readership(folder))).toMatchObject({ 'lea-martin': '2026-11-13' });
  });

  it('asks again after a change, not after one that the validation calls minor, nor after a review', async () => {
    const folder = await makeBase();
    const file = path.join(folder, 'content/greve.md');
    const first = await validate(folder);
    await importItems(folder, [receipt(first, 'lea-martin')]);
    const edit = async (from: string, to: string) =>
      writeFile(file, (await readFile(file, 'utf8')).replace(from, to));

    await edit('Trois dépôts.', 'Trois  dépôts : nord.');
    expect(readers(await readership(folder))['lea-martin']).toBeNull();
    await validate(folder, '--minor');
    expect(await readFile(file, 'utf8')).toContain(
      `acknowledged_also: ["${first}"]`.replaceAll('"', /^\d+(e\d+)?$/.test(first) ? '"' : ''),
    );
    expect(readers(await readership(folder))['lea-martin']).toBe('2026-11-13');

    await runKb(folder, ['review', 'greve', '--expires', '2027-05-31', '--by', 'Claire']);
    expect(readers(await readership(folder))['lea-martin']).toBe('2026-11-13');

    await edit('nord.', 'nord et sud.');
    const last = await validate(folder);
    expect(await readFile(file, 'utf8')).toContain('acknowledged_also: []');
    const { articles } = await readership(folder);
    expect(articles[0]?.readers[0]).toMatchObject({ readOn: null, earlierOn: '2026-11-13' });
    await importItems(folder, [receipt(last, 'lea-martin', '2026-11-15')]);
    expect(readers(await readership(folder))['lea-martin']).toBe('2026-11-15');
  });

  it('asks only for what is in force, of those who may read it, in either language', async () => {
    const english = article('Three depots.', { lang: 'en' });
    const partner = articleText('partenaires', 'Texte.', { acknowledge: 'true', audience: '[partner]' });
    const later = articleText('plus-tard', 'Texte.', { acknowledge: 'true', effective: '2026-12-01' });
    const draft = articleText('brouillon', 'Texte.', { acknowledge: 'true', status: 'draft' });
    const over = articleText('fini', 'Texte.', { acknowledge: 'true', expires: '2026-11-15' });
    const names = {
      'content/en.md': english,
      'content/p.md': partner,
      'content/l.md': later,
      'content/d.md': draft,
      'content/o.md': over,
    };
    const folder = await makeBase(names);
    const validated = await runKb(folder, ['validate', 'greve', '--language', 'en', '--by', 'Claire']);
    expect(validated.code).toBe(0);
    const version = versionOf(
      /sha256:[0-9a-f]+/.exec(await readFile(path.join(folder, 'content/en.md'), 'utf8'))?.[0] ?? '',
    );
    await importItems(folder, [receipt(version, 'voahangy')]);
    const told = await readership(folder);
    expect(told.articles.map(({ id, expected }) => [id, expected])).toEqual([
      ['partenaires', 1],
      ['greve', 3],
    ]);
    expect(readers(await readership(folder, '--article', 'greve')).voahangy).toBe('2026-11-13');
    expect((await runKb(folder, ['receipts', '--article', 'fini'])).code).toBe(2);
  });

  it.each([
    ['no roster', null, 'roster.yaml: No such file, expected `teams:'],
    [
      'an unknown team',
      'teams: { lille: { name: Lille } }\npeople: { lea: { name: Léa, team: lile } }\n',
      'roster.yaml:2:35: Unknown team `lile`',
    ],
    [
      'an impossible day',
      'teams: { lille: { name: L } }\npeople:\n  lea: { name: L, team: lille, from: 2026-02-30 }\n',
      'roster.yaml:3:38: Unexpected `2026-02-30` in `people.lea.from`',
    ],
    ['an unknown key', 'teams: { lille: { name: L, nam: L } }\npeople: {}\n', 'Unknown key `nam`'],
    [
      'an end before the start',
      'teams: { a: { name: L } }\npeople: { b: { name: L, team: a, from: 2026-02-02, until: 2026-02-01 } }\n',
      'Unexpected end on 2026-02-01',
    ],
  ])('stops at %s, with its place', async (_, text, message) => {
    const folder = await makeBase(text === null ? {} : { 'roster.yaml': text });
    if (text === null) await rm(path.join(folder, 'roster.yaml'));
    const { code, err } = await runKb(folder, ['receipts', '--lang', 'en']);
    expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining(message) });
  });

  it('does not add to a file with the marks of a merge that is not done, and reads the rest', async () => {
    const folder = await makeBase();
    const version = await validate(folder);
    await importItems(folder, [receipt(version, 'lea-martin')]);
    const file = path.join(folder, 'receipts/2026-11.txt');
    await writeFile(file, `# Notre registre\n<<<<<<< HEAD\n${await readFile(file, 'utf8')}`);
    const { code, err } = await importItems(folder, [receipt(version, 'voahangy')]);
    expect({ code, err }).toEqual({
      code: 2,
      err: expect.stringContaining('receipts/2026-11.txt:2:1: Ligne inattendue'),
    });
    expect(readers(await readership(folder))).toMatchObject({ 'lea-martin': '2026-11-13', voahangy: null });
    await writeFile(file, (await readFile(file, 'utf8')).replace('<<<<<<< HEAD\n', ''));
    expect((await importItems(folder, [receipt(version, 'voahangy')])).code).toBe(0);
    expect(await readFile(file, 'utf8')).toMatch(/^# Notre registre\n2026/);
  });

  it('lets git merge what two writers imported, with nothing to mend', async () => {
    const repository = makeRepository({
      'kb.config.yaml': baseConfig,
      'roster.yaml': roster,
      'content/greve.md': article('Trois dépôts.'),
      '.gitattributes': 'receipts/*.txt merge=union\n',
      '.gitignore': 'device.json\n',
    });
    const { folder, git } = repository;
    const version = await validate(folder);
    await importItems(folder, [receipt(version, 'lea-martin', '2026-11-12')]);
    repository.commit();
    const main = git('branch', '--show-current').trim();
    git('checkout', '-q', '-b', 'other');
    await importItems(folder, [receipt(version, 'voahangy'), receipt(version, 'hery-rakoto')]);
    repository.commit();
    git('checkout', '-q', main);
    await importItems(folder, [receipt(version, 'hery-rakoto'), receipt(version, 'zoe')]);
    repository.commit();
    git('merge', '-q', '--no-edit', 'other');
    const told = await readership(folder);
    expect(told).toMatchObject({ unknownReaders: [{ reader: 'zoe', receipts: 1 }] });
    expect(readers(told)).toEqual({
      'lea-martin': '2026-11-12',
      'hery-rakoto': '2026-11-13',
      voahangy: '2026-11-13',
    });
  });
});
