// The SQLite binding, which only those who run `kb serve` install: its binary comes in its npm package.
import type Database from 'libsql';
import { Problem } from '../../model/problem.ts';

export type { Database };

/** Opens a database as `libsql` does. */
export type OpenSqlite = (file: string, options?: Database.Options) => Database.Database;

/** Loads the binding; `load` stands for the import in tests. Raises a `Problem` that says how to install it. */
export async function loadLibsql(load = () => import('libsql')): Promise<OpenSqlite> {
  const { default: Sqlite } = await load().catch((cause: unknown) => {
    throw new Problem(
      {
        fr: 'Base de données indisponible : installez « npm install libsql » à côté de kb, puis relancez',
        en: 'No database at hand: install it beside kb with `npm install libsql`, then start again',
      },
      undefined,
      cause,
    );
  });
  return (file, options) => new Sqlite(file, options);
}
