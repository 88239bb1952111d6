// What SQLite refuses → what it means for the one who started the server, and for readers who have to try again.
import { Problem } from '../../model/problem.ts';
import type { Wording } from '../../model/wording.ts';

export type DatabaseFault = 'locked' | 'full' | 'corrupt' | 'unwritable';

/** Primary result codes (https://www.sqlite.org/rescode.html); extended ones begin with them. */
const faults: readonly (readonly [code: RegExp, fault: DatabaseFault])[] = [
  [/^SQLITE_(BUSY|LOCKED)/, 'locked'],
  [/^SQLITE_FULL/, 'full'],
  [/^SQLITE_(CORRUPT|NOTADB)/, 'corrupt'],
  [/^SQLITE_(IOERR|READONLY|CANTOPEN|PERM|AUTH|NOLFS)/, 'unwritable'],
];

const words: Readonly<Record<DatabaseFault, Wording>> = {
  locked: {
    fr: 'Base de données prise par un autre programme ; attendez qu’il ait fini ou arrêtez-le',
    en: 'The database is locked by another program; wait for it or end it',
  },
  full: {
    fr: 'Base de données ou disque plein ; faites de la place, ou augmentez serve.max_megabytes',
    en: 'The database or the disk is full; make room, or raise serve.max_megabytes',
  },
  corrupt: {
    fr: 'Fichier abîmé, ou qui n’est pas une base de données ; mettez-le de côté et reprenez la dernière sauvegarde',
    en: 'Damaged file, or no database at all; put it aside and take the last backup',
  },
  unwritable: {
    fr: 'Fichier illisible ou protégé ; vérifiez le dossier, ses droits et le disque',
    en: 'The file can’t be read or written; check the folder, its permissions and the disk',
  },
};

/** Which fault `error` tells of; undefined where it is none of the database's. */
export function faultOf(error: unknown): DatabaseFault | undefined {
  if (!(error instanceof Error)) return undefined;
  // The binding tells of a file that it can't open without a code.
  if (error.message.includes('Unable to open connection')) return 'unwritable';
  const code = 'code' in error ? String(error.code) : '';
  return faults.find(([pattern]) => pattern.test(code))?.[1];
}

/** `error` as a `Problem` with the database's place; any other error as it is. */
export function asDatabaseProblem(error: unknown, file: string): unknown {
  const fault = faultOf(error);
  return fault === undefined ? error : new Problem(words[fault], file, error);
}
