// `kb feedback`: three devices’ exports become files, once each; writers list, answer and close them.
import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { versionOf } from '../../src/model/article-version.ts';
import type { FeedbackItem, FieldItem } from '../../src/model/field-item.ts';
import { articleText, baseConfig } from '../serve/small-base.ts';
import { runKb, temporaryFolder } from './fake-host.ts';

async function makeBase(): Promise<string> {
  const folder = await temporaryFolder();
  await mkdir(path.join(folder, 'content'));
  await writeFile(path.join(folder, 'kb.config.yaml'), baseConfig);
  await writeFile(path.join(folder, 'content/a.md'), articleText('colis-perdu', 'Attendre.'));
  return folder;
}

/** The version of the article that stands today. */
async function currentVersion(folder: string): Promise<string> {
  await runKb(folder, ['validate', 'colis-perdu', '--by', 'Claire']);
  const text = await readFile(path.join(folder, 'content/a.md'), 'utf8');
  return versionOf(/sha256:[0-9a-f]+/.exec(text)?.[0] ?? '');
}

const remark = (key: string, fields: object = {}): FeedbackItem => ({
  kind: 'feedback',
  key,
  on: '2026-11-12' as FeedbackItem['on'],
  verdict: 'wrong',
  about: { id: 'colis-perdu', lang: 'fr', version: '0123456789ab' },
  lang: 'fr',
  comment: 'Le seuil a changé.',
  ...fields,
});

async function exportFile(
  folder: string,
  name: string,
  items: readonly FieldItem[],
  base = 'Essai',
): Promise<string> {
  await writeFile(path.join(folder, name), JSON.stringify({ version: 1, base, items }));
  return name;
}

async function filesBelow(folder: string, name: string): Promise<string[]> {
  const entries = await readdir(path.join(folder, name), { recursive: true, withFileTypes: true }).catch(
    () => [],
  );
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => entry.name)
    .sort();
}

describe('kb feedback import', () => {
  it('merges what three devices exported: nothing lost, nothing twice, in any order and again', async () => {
    const folder = await makeBase();
    const [one, two, three] = ['remark-one', 'remark-two', 'remark-three'].map((key) => remark(key));
    const vote = remark('vote-one', { verdict: 'helpful', comment: undefined });
    const receipt = {
      kind: 'receipt',
      key: 'r',
      on: '2026-11-12',
      about: remark('x').about,
      reader: 'lea',
    } as FieldItem;
    const a = await exportFile(folder, 'a.json', [one, two, vote, receipt] as FieldItem[]);
    const b = await exportFile(folder, 'b.json', [two, three, vote, receipt] as FieldItem[]);
    const c = await exportFile(folder, 'c.json', [{ ...one, comment: 'Autre chose' }] as FieldItem[]);
    const first = await runKb(folder, ['feedback', 'import', a, b, c, '--lang', 'en']);
    expect(first.code).toBe(0);
    expect(first.err).toContain('Same key, other content, left out: remark-one');
    expect(first.err).toContain('Added: 3 remarks, 1 vote, 1 receipt; 4 already here');
    expect(first.out.split('\n').filter(Boolean)).toHaveLength(5);
    expect(await filesBelow(folder, 'feedback/2026')).toEqual([
      'remark-one.yaml',
      'remark-three.yaml',
      'remark-two.yaml',
    ]);
    expect(await filesBelow(folder, 'feedback/votes')).toEqual(['2026-11.txt']);

    await runKb(folder, ['feedback', 'reply', 'remark-one', '--by', 'Claire', '--text', 'Vu.']);
    const edited = await readFile(path.join(folder, 'feedback/2026/remark-one.yaml'), 'utf8');
    const again = await runKb(folder, ['feedback', 'import', b, a, '--lang', 'en']);
    expect(again).toMatchObject({ code: 0, out: '' });
    expect(again.err).toContain('Added: 0 remarks, 0 votes, 0 receipts; 8 already here');
    expect(await readFile(path.join(folder, 'feedback/2026/remark-one.yaml'), 'utf8')).toBe(edited);
  });

  it('keeps what is odd, and says what is', async () => {
    const folder = await makeBase();
    const version = await currentVersion(folder);
    const about = { id: 'colis-perdu', lang: 'fr', version };
    const file = await exportFile(folder, 'a.json', [
      remark('fine-one', { about }),
      remark('old-version'),
      remark('unknown-article', { about: { ...about, id: 'zzz' } }),
      remark('clock-ahead', { about, on: '2027-11-12' }),
      remark('card-number', { about, comment: 'Carte 4000 0012 3456 7899, débitée deux fois' }),
    ]);
    const other = await exportFile(folder, 'b.json', [remark('other-base', { about })], 'Autre base');
    const { code, err } = await runKb(folder, ['feedback', 'import', file, other]);
    expect(code).toBe(0);
    expect(err.split('\n')).toEqual([
      'kb: Gardé, autre base : other-base',
      'kb: Gardé, article inconnu : unknown-article',
      'kb: Gardé, version antérieure : old-version',
      'kb: Gardé, horloge en avance : clock-ahead',
      'kb: Donnée personnelle dans card-number (numéro de carte) : retirez-la du fichier avant le commit',
      'Ajouté : 6 signalements, 0 vote, 0 accusé de lecture',
      '',
    ]);
    const { out } = await runKb(folder, ['feedback', 'list', '--format', 'json']);
    expect(out).not.toContain('7899');
    const { items } = JSON.parse(out) as { items: { key: string; marks: string[]; comment: string }[] };
    expect(Object.fromEntries(items.map(({ key, marks }) => [key, marks.join()]))).toEqual({
      'fine-one': '',
      'old-version': 'older-version',
      'unknown-article': 'unknown-article',
      'clock-ahead': 'clock-ahead',
      'card-number': '',
      'other-base': 'other-base',
    });
  });

  it('writes nothing on a dry run, nor where one file is no export', async () => {
    const folder = await makeBase();
    const good = await exportFile(folder, 'a.json', [remark('remark-one')]);
    const dry = await runKb(folder, ['feedback', 'import', good, '--dry-run']);
    expect(dry.out).toBe('feedback/2026/remark-one.yaml\n');
    for (const text of ['<html>', '[]', '{"version":2,"items":[]}', '{"version":1}']) {
      await writeFile(path.join(folder, 'bad.json'), text);
      const { code, err } = await runKb(folder, ['feedback', 'import', good, 'bad.json']);
      expect({ code, err }).toEqual({ code: 2, err: expect.stringMatching(/^kb: bad\.json: .*attendu/) });
    }
    expect(await filesBelow(folder, 'feedback')).toEqual([]);
  });

  it('refuses tampered items one by one, and takes the others', async () => {
    const folder = await makeBase();
    const long = remark('too-long-one', { comment: 'x'.repeat(2001) });
    const path1 = { ...remark('x'), key: 'a b' };
    const file = await exportFile(folder, 'a.json', [long, path1, remark('remark-one')]);
    const { code, err, out } = await runKb(folder, ['feedback', 'import', file, '--lang', 'en']);
    expect({ code, out }).toEqual({ code: 1, out: 'feedback/2026/remark-one.yaml\n' });
    expect(err).toMatch(/a\.json, items\[0\]: refused \(comment: .*\n.*items\[1\]: refused \(key: /);
  });

  it('reads standard input', async () => {
    const folder = await makeBase();
    const text = JSON.stringify({ version: 1, base: 'Essai', items: [remark('remark-one')] });
    const input = async function* () {
      yield Buffer.from(text);
    };
    const { out } = await runKb(folder, ['feedback', 'import', '-'], { input });
    expect(out).toBe('feedback/2026/remark-one.yaml\n');
  });

  it('never follows a link out of the base, nor writes over a file that it could not read', async () => {
    const folder = await makeBase();
    const outside = await temporaryFolder();
    await symlink(outside, path.join(folder, 'feedback'));
    const file = await exportFile(folder, 'a.json', [remark('remark-one')]);
    const { code } = await runKb(folder, ['feedback', 'import', file]);
    expect(code).toBe(2);
    expect(await filesBelow(outside, '.')).toEqual([]);

    const other = await makeBase();
    await mkdir(path.join(other, 'feedback/2026'), { recursive: true });
    const broken = path.join(other, 'feedback/2026/remark-one.yaml');
    await writeFile(broken, 'key: remark-one\n<<<<<<< HEAD\n');
    const both = await exportFile(other, 'a.json', [remark('remark-one'), remark('remark-two')]);
    const result = await runKb(other, ['feedback', 'import', both]);
    expect(result).toMatchObject({ code: 0, out: 'feedback/2026/remark-two.yaml\n' });
    expect(result.err).toContain('feedback/2026/remark-one.yaml:2:');
    expect(await readFile(broken, 'utf8')).toContain('<<<<<<<');
  });
});

describe('kb feedback', () => {
  it('lists within 80 columns, filters, shows, answers and closes by the beginning of a key', async () => {
    const folder = await makeBase();
    const comment = 'Une très longue remarque qui ne finit pas. '.repeat(8).trim();
    const file = await exportFile(folder, 'a.json', [
      remark('aaaa1111-first', { comment }),
      remark('bbbb2222-second', { on: '2026-11-13', verdict: 'idea', step: 'etape-2', quote: 'cinq jours' }),
      {
        ...remark('cccc3333-third'),
        on: '2026-11-14',
        verdict: 'not-found',
        about: undefined,
        query: 'colis \u001b[31m rouge',
      } as FieldItem,
      remark('vote-one', { verdict: 'unhelpful', comment: undefined }),
    ]);
    await runKb(folder, ['feedback', 'import', file]);
    const reply = await runKb(folder, [
      'feedback',
      'reply',
      'bbbb',
      '--by',
      'Claire',
      '--text',
      'Bonne idée.',
      '--dry-run',
    ]);
    expect(reply.out).toContain('+    text: |-\n+      Bonne idée.');
    await runKb(folder, ['feedback', 'reply', 'bbbb', '--by', 'Claire', '--text', 'Bonne idée.']);
    await runKb(folder, ['feedback', 'close', 'cccc', '--by', 'Paul']);
    expect((await runKb(folder, ['feedback', 'close', 'cccc', '--by', 'Paul'])).err).toContain(
      'Déjà clos par Paul',
    );

    const { out } = await runKb(folder, ['feedback', 'list'], { width: 80 });
    expect(out.split('\n')[0]).toBe('3 signalements (ouvert 1, répondu 1, clos 1)');
    expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
    expect(out).not.toContain('\u001b');
    expect(out).toContain('colis-perdu (fr)  oui 0, non 1');
    const open = await runKb(folder, ['feedback', 'list', '--state', 'open', '--format', 'csv']);
    expect(open.out.trim().split('\r\n')).toHaveLength(2);
    const shown = (await runKb(folder, ['feedback', 'show', 'bbbb2222'])).out;
    expect(shown).toContain('etape-2');
    expect(shown).toContain('Réponse de Claire, 2026-11-16\n  Bonne idée.');
    expect((await runKb(folder, ['feedback', 'show', 'zzzz'])).code).toBe(2);
    const report = JSON.parse((await runKb(folder, ['report', '--format', 'json'])).out) as {
      articles: { openFeedback: number }[];
    };
    expect(report.articles.map(({ openFeedback }) => openFeedback)).toEqual([1]);
  });
});
