// The database's schema, version by version. A version that was published is never edited: a change is a new one.
import { Problem } from '../../model/problem.ts';
import type { Database } from './load-libsql.ts';

/** What leads from each version of the schema to the next, from none to 1 on. */
const migrations: readonly string[] = [
  `
  -- One row: a name for the run of cursors. A restored backup has another, so that writers pull from the start.
  CREATE TABLE base (run TEXT NOT NULL) STRICT;
  -- AUTOINCREMENT: the number of a row that was purged is not given again, or a cursor would jump over it.
  CREATE TABLE items (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL,
    key TEXT NOT NULL,
    -- Who acknowledged: two readers may share a receipt's key. Empty for what has a key of its own.
    who TEXT NOT NULL,
    received TEXT NOT NULL,
    item TEXT NOT NULL,
    UNIQUE (kind, key, who)
  ) STRICT;
  CREATE INDEX items_in_order ON items (kind, seq);
  CREATE TABLE tokens (name TEXT PRIMARY KEY, hash TEXT NOT NULL UNIQUE, created TEXT NOT NULL) STRICT;
  `,
];

/** Marks a database as one of `kb serve` (https://www.sqlite.org/pragma.html#pragma_application_id): "kbfd". */
const applicationId = 0x6b626664;

function readNumber(db: Database.Database, pragma: string): number {
  const [row] = db.prepare(`PRAGMA ${pragma}`).all() as readonly Record<string, number>[];
  return row?.[pragma] ?? 0;
}

/**
 * Brings `db` to the last version in one transaction. Raises a `Problem`, and touches nothing, where the file belongs to
 * another program or to a newer `kb`.
 */
export function migrate(db: Database.Database, file: string, steps: readonly string[] = migrations): void {
  const version = readNumber(db, 'user_version');
  const id = readNumber(db, 'application_id');
  const tables = db.prepare('SELECT name FROM sqlite_schema LIMIT 1').all().length;
  if (id !== applicationId && (id !== 0 || version !== 0 || tables > 0))
    throw new Problem(
      {
        fr: 'Base de données d’un autre programme ; donnez un autre fichier avec --database',
        en: 'A database of another program; name another file with --database',
      },
      file,
    );
  if (version > steps.length)
    throw new Problem(
      {
        fr: `Base de données d’un kb plus récent (version ${version}, attendu : ${steps.length} au plus) ; mettez kb à jour`,
        en: `The database is of a newer kb (version ${version}, expected at most ${steps.length}); update kb`,
      },
      file,
    );
  if (version === steps.length) return;
  db.exec('BEGIN IMMEDIATE');
  try {
    // Another process may have been first.
    for (const step of steps.slice(readNumber(db, 'user_version'))) db.exec(step);
    db.exec(`PRAGMA application_id = ${applicationId}; PRAGMA user_version = ${steps.length}`);
    db.exec('COMMIT');
  } catch (error) {
    if (db.inTransaction) db.exec('ROLLBACK');
    throw error;
  }
}
