// The file that keeps what came from the field: opening, checking and closing it. What is told as stored has reached the disk.
import { randomUUID } from 'node:crypto';
import { mkdir, open } from 'node:fs/promises';
import path from 'node:path';
import { asDatabaseProblem } from './database-trouble.ts';
import { type Database, loadLibsql, type OpenSqlite } from './load-libsql.ts';
import { migrate } from './migrations.ts';

export interface FieldDatabase {
  /** The database's absolute path. */
  readonly file: string;
  readonly sql: Database.Database;
  /** Does `work` in one transaction, which is on the disk once this returns; raises what SQLite raises, with nothing kept. */
  readonly write: <Result>(work: () => Result) => Result;
  readonly close: () => void;
}

export interface DatabaseOptions {
  /** Absolute path; the file and its folder are made where they are missing. */
  readonly file: string;
  /** The most that the file may weigh, in bytes. */
  readonly maxBytes: number;
}

/** How long a statement waits for another program's lock, in milliseconds. It holds up every answer, so it is short. */
const lockTimeout = 400;

/** Only who runs the server may read what readers wrote. */
async function makeFile(file: string): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  await (await open(file, 'a', 0o600)).close();
}

/** Opens the database and brings its schema up to date. Raises a `Problem` where that can't be done. */
export async function openFieldDatabase({ file, maxBytes }: DatabaseOptions): Promise<FieldDatabase> {
  const openSqlite = await loadLibsql();
  await makeFile(file).catch((error: Error) => {
    throw asDatabaseProblem(Object.assign(error, { code: 'SQLITE_CANTOPEN' }), file);
  });
  try {
    return prepareDatabase(openSqlite, file, maxBytes);
  } catch (error) {
    throw asDatabaseProblem(error, file);
  }
}

function prepareDatabase(openSqlite: OpenSqlite, file: string, maxBytes: number): FieldDatabase {
  const sql = openSqlite(file, { timeout: lockTimeout });
  try {
    migrate(sql, file);
    checkSound(sql);
    // FULL: a commit waits until the write-ahead log is on the disk. What was purged is overwritten.
    sql.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON');
    const [page] = sql.prepare('PRAGMA page_size').all() as readonly { readonly page_size: number }[];
    sql.exec(`PRAGMA max_page_count = ${Math.max(16, Math.floor(maxBytes / (page?.page_size ?? 4096)))}`);
    if (sql.prepare('SELECT run FROM base').all().length === 0)
      sql.prepare('INSERT INTO base (run) VALUES (?)').run(randomUUID().slice(0, 8));
  } catch (error) {
    sql.close();
    throw error;
  }
  return { file, sql, write: (work) => writeIn(sql, work), close: () => closeSoundly(sql) };
}

/** Raises an error of the kind that SQLite gives for a damaged file where its pages contradict each other. */
export function checkSound(sql: Database.Database): void {
  const [row] = sql.prepare('PRAGMA quick_check(1)').all() as readonly { readonly quick_check: string }[];
  if (row?.quick_check !== 'ok')
    throw Object.assign(new Error(`quick_check: ${row?.quick_check}`), { code: 'SQLITE_CORRUPT' });
}

function writeIn<Result>(sql: Database.Database, work: () => Result): Result {
  sql.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    sql.exec('COMMIT');
    return result;
  } catch (error) {
    // A full disk ends the transaction by itself.
    if (sql.inTransaction) sql.exec('ROLLBACK');
    throw error;
  }
}

function closeSoundly(sql: Database.Database): void {
  try {
    sql.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  } finally {
    sql.close();
  }
}
