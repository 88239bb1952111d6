// The database of `kb serve` when things go wrong: locked, full, damaged, of another program or a newer kb; its backup and its retention.
import { access, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FieldItem } from '../../../src/model/field-item.ts';
import type { IsoDate } from '../../../src/model/iso-date.ts';
import { Problem } from '../../../src/model/problem.ts';
import { backUpDatabase } from '../../../src/serve/field/back-up-database.ts';
import { type FieldDatabase, openFieldDatabase } from '../../../src/serve/field/field-database.ts';
import { createItemStore } from '../../../src/serve/field/item-store.ts';
import { loadLibsql } from '../../../src/serve/field/load-libsql.ts';
import { migrate } from '../../../src/serve/field/migrations.ts';
import { purgeItems } from '../../../src/serve/field/purge-items.ts';
import { counts, envelope, fieldConfig, receipt, remark, startBench } from './field-harness.ts';

let folder: string;
let file: string;
const opened: FieldDatabase[] = [];

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'kb-field-'));
  file = path.join(folder, 'field.db');
});

afterEach(async () => {
  for (const database of opened.splice(0)) database.close();
  await rm(folder, { recursive: true, force: true });
});

async function open(at = file, maxBytes = 10_000_000): Promise<FieldDatabase> {
  const database = await openFieldDatabase({ file: at, maxBytes });
  opened.push(database);
  return database;
}

async function problemOf(work: Promise<unknown>): Promise<string> {
  const error = await work.then(() => undefined).catch((raised: unknown) => raised);
  expect(error).toBeInstanceOf(Problem);
  return `${(error as Problem).place}: ${(error as Problem).wording.en}`;
}

const items = (...list: readonly unknown[]) => list as FieldItem[];

describe('opening', () => {
  it('makes a file that only its owner reads, in WAL with every commit on the disk', async () => {
    const { sql } = await open(path.join(folder, 'new/field.db'));
    expect(sql.prepare('PRAGMA journal_mode').all()).toEqual([{ journal_mode: 'wal' }]);
    expect(sql.prepare('PRAGMA synchronous').all()).toEqual([{ synchronous: 2 }]);
    if (process.platform !== 'win32')
      expect((await stat(path.join(folder, 'new/field.db'))).mode & 0o777).toBe(0o600);
  });

  it('leaves the database of a newer kb as it is', async () => {
    const openSqlite = await loadLibsql();
    (await open()).sql.exec('PRAGMA user_version = 99');
    for (const database of opened.splice(0)) database.close();
    const before = await readFile(file);
    expect(await problemOf(open())).toContain('newer kb (version 99, expected at most 1)');
    expect(await readFile(file)).toEqual(before);
    openSqlite(file).close();
  });

  it('leaves the database of another program as it is', async () => {
    const other = (await loadLibsql())(file);
    other.exec('CREATE TABLE accounts (name TEXT)');
    other.close();
    const before = await readFile(file);
    expect(await problemOf(open())).toContain('another program');
    expect(await readFile(file)).toEqual(before);
  });

  it('says so where the file is no database, or a damaged one', async () => {
    await writeFile(file, 'Ceci n’est pas une base. '.repeat(400));
    expect(await problemOf(open())).toMatch(/field\.db: Damaged file/);
    const sound = path.join(folder, 'sound.db');
    const database = await open(sound);
    const store = createItemStore(database);
    await store.add(items(...Array.from({ length: 500 }, (_, n) => remark(`k${n}`))), '2026-11-16T09:30:00Z');
    for (const one of opened.splice(0)) one.close();
    const bytes = await readFile(sound);
    bytes.fill(0x5a, 4096 * 3, 4096 * 20);
    await writeFile(sound, bytes);
    expect(await problemOf(open(sound))).toMatch(/sound\.db: Damaged file/);
  });

  it('says so where the folder can’t be written', async () => {
    await writeFile(path.join(folder, 'file'), '');
    expect(await problemOf(open(path.join(folder, 'file/field.db')))).toContain('can’t be read or written');
  });

  it('says what to install where the binding is missing', async () => {
    const missing = () => Promise.reject(new Error("Cannot find package 'libsql'"));
    expect(await problemOf(loadLibsql(missing))).toContain('npm install libsql');
  });

  it('takes an older schema forward step by step, and never half a step', async () => {
    const db = (await loadLibsql())(file);
    migrate(db, file, ['CREATE TABLE a (x TEXT)']);
    expect(() => migrate(db, file, ['', 'CREATE TABLE b (x TEXT)', 'CREATE TABLE a (x TEXT)'])).toThrow(
      'already exists',
    );
    const version = () => db.prepare('PRAGMA user_version').all();
    expect(version()).toEqual([{ user_version: 1 }]);
    expect(db.prepare("SELECT name FROM sqlite_schema WHERE name = 'b'").all()).toEqual([]);
    migrate(db, file, ['', 'CREATE TABLE b (x TEXT)']);
    expect(version()).toEqual([{ user_version: 2 }]);
    db.close();
  });
});

describe('while it is served', () => {
  it('a lock of another program is a 503, nothing is acknowledged, and it works again afterwards', async () => {
    const bench = await startBench();
    const other = (await loadLibsql())(bench.database.file);
    other.exec('BEGIN IMMEDIATE');
    const answer = await bench.post('feedback', envelope(remark('a')));
    expect(answer).toMatchObject({
      status: 503,
      body: '{"error":"locked"}',
      headers: { 'retry-after': '30' },
    });
    expect((await bench.get('/api/health')).status).toBe(503);
    other.exec('ROLLBACK');
    other.close();
    expect(bench.keys()).toEqual([]);
    expect((await bench.get('/api/health')).body).toBe('{"status":"ok"}');
    expect((await bench.post('feedback', envelope(remark('a')))).status).toBe(200);
    expect(bench.keys()).toEqual(['a']);
    await bench.close();
  });

  it('a full disk is a 503, and everything acknowledged before is there, whole', async () => {
    const bench = await startBench({}, { maxBytes: 100_000 });
    const acknowledged: string[] = [];
    let status = 200;
    for (let n = 0; n < 200 && status === 200; n += 1) {
      const keys = [`a${n}`, `b${n}`];
      const answer = await bench.post(
        'feedback',
        envelope(...keys.map((key) => remark(key, { comment: 'x'.repeat(1500) }))),
      );
      status = answer.status;
      if (status === 200) acknowledged.push(...keys);
      else expect(answer.body).toBe('{"error":"full"}');
    }
    expect(status).toBe(503);
    expect(bench.keys()).toEqual(acknowledged);
    expect(JSON.parse((await bench.get('/api/health')).body)).toEqual({ error: 'full' });
    expect((await bench.get('/')).status).toBe(200);
    await bench.close();
  });
});

describe('the backup', () => {
  it('is whole while the database is written to, and a run of its own', async () => {
    const database = await open();
    const store = createItemStore(database);
    await store.add(items(remark('a'), remark('b')), '2026-11-16T09:30:00.000Z');
    const target = path.join(folder, 'backup.db');
    await backUpDatabase(database, target);
    await store.add(items(remark('c')), '2026-11-16T09:31:00.000Z');
    await backUpDatabase(database, target);
    const { next } = store.pull('feedback', undefined);
    const copy = createItemStore(await open(target));
    // Restored, it gives everything to a writer whose cursor is of the database that was lost.
    expect(copy.pull('feedback', next).items.map(({ key }) => key)).toEqual(['a', 'b', 'c']);
    expect(store.pull('feedback', next).items).toEqual([]);
  });

  it('never takes the place of a file that is none, nor of the database', async () => {
    const database = await open();
    const letter = path.join(folder, 'letter.txt');
    await writeFile(letter, 'Chère Claire');
    expect(await problemOf(backUpDatabase(database, letter))).toContain('no backup');
    expect(await problemOf(backUpDatabase(database, file))).toContain('no backup');
    expect(await readFile(letter, 'utf8')).toBe('Chère Claire');
    expect(await problemOf(backUpDatabase(database, path.join(folder, 'nowhere/b.db')))).toContain(
      'nowhere/b.db',
    );
    await expect(access(path.join(folder, 'nowhere'))).rejects.toThrow();
  });
});

it('what was kept long enough is removed, by the day on which it came', async () => {
  const database = await open();
  const store = createItemStore(database);
  await store.add(items(remark('old'), receipt('read'), counts('count')), '2025-11-15T09:00:00.000Z');
  await store.add(items(remark('young', { on: '2020-01-01' }), counts('late')), '2026-08-17T23:00:00.000Z');
  await store.add(items(counts('recent')), '2026-08-18T00:00:00.000Z');
  const keys = () =>
    (database.sql.prepare('SELECT key FROM items ORDER BY seq').all() as { key: string }[]).map(
      ({ key }) => key,
    );
  expect(purgeItems(database, fieldConfig.retention, '2026-11-16' as IsoDate)).toBe(3);
  expect(keys()).toEqual(['read', 'young', 'recent']);
  const { next } = store.pull('usage', undefined);
  expect(purgeItems(database, fieldConfig.retention, '2027-01-01' as IsoDate)).toBe(1);
  await store.add(items(counts('new')), '2027-01-01T00:00:00.000Z');
  // The number of what was removed is not given again: nobody’s cursor jumps over the new one.
  expect(store.pull('usage', next).items.map(({ key }) => key)).toEqual(['new']);
});
