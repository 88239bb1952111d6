// A backup of the database while it is in use: whole or not there at all.
import { randomUUID } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { Problem } from '../../model/problem.ts';
import { asDatabaseProblem } from './database-trouble.ts';
import { checkSound, type FieldDatabase } from './field-database.ts';
import { loadLibsql } from './load-libsql.ts';

/** First bytes of every SQLite database (https://www.sqlite.org/fileformat.html, section 1.3.1). */
const header = 'SQLite format 3\0';

async function checkTarget(source: string, target: string): Promise<void> {
  const file = await open(target, 'r').catch(() => undefined);
  if (file === undefined) return;
  const [first, there, own] = await Promise.all([
    file.read(Buffer.alloc(header.length), 0, header.length, 0),
    file.stat(),
    open(source, 'r').then(async (opened) => opened.stat().finally(() => opened.close())),
  ]).finally(() => file.close());
  const itself = there.ino === own.ino && there.dev === own.dev;
  if (!itself && first.buffer.toString('latin1') === header) return;
  throw new Problem(
    {
      fr: 'Ce fichier n’est pas une sauvegarde ; donnez à --backup un fichier nouveau ou une sauvegarde plus ancienne',
      en: 'This file is no backup; give --backup a new file or an older backup',
    },
    target,
  );
}

/**
 * Copies the database to `target`, an absolute path, in place of an older backup. The copy is a run of its own, so that once it
 * is restored writers pull from the start. Raises a `Problem` where it can't be written.
 */
export async function backUpDatabase({ sql, file }: FieldDatabase, target: string): Promise<void> {
  await checkTarget(file, target);
  const openSqlite = await loadLibsql();
  const part = path.join(path.dirname(target), `.${path.basename(target)}.${randomUUID()}`);
  try {
    // Made first, so that nobody else can read it.
    await (await open(part, 'wx', 0o600)).close();
    sql.prepare('VACUUM INTO ?').run(part);
    const copy = openSqlite(part);
    try {
      copy.prepare('UPDATE base SET run = ?').run(randomUUID().slice(0, 8));
      checkSound(copy);
    } finally {
      copy.close();
    }
    const written = await open(part, 'r+');
    await written.sync().finally(() => written.close());
    await rename(part, target);
  } catch (error) {
    const fault = error instanceof Error && 'syscall' in error ? { code: 'SQLITE_CANTOPEN' } : {};
    throw asDatabaseProblem(Object.assign(error as Error, fault), target);
  } finally {
    await rm(part, { force: true });
  }
}
