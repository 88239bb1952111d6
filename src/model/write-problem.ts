// What the disk's refusal to write means to a person, and what to do about it.
import { Problem } from './problem.ts';
import type { Wording } from './wording.ts';

function codeOf(cause: unknown): string {
  return cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause);
}

function explain(code: string): Wording {
  if (code === 'ENOSPC' || code === 'EDQUOT')
    return {
      fr: 'Disque plein ; libérez de la place, puis recommencez',
      en: 'No space left on the disk; make room and try again',
    };
  const refused = ['EACCES', 'EPERM', 'EROFS'].includes(code);
  return {
    fr: `Écriture impossible (${code})${refused ? ' ; vérifiez les droits du dossier' : ''}`,
    en: `Can’t write (${code})${refused ? '; check who may write to the folder' : ''}`,
  };
}

/** The problem of a write to `place` that the disk refused with `cause`; `kept` says what there is all the same, or is not. */
export function writeProblem(place: string, cause: unknown, kept?: Wording): Problem {
  const { fr, en } = explain(codeOf(cause));
  return new Problem(
    kept === undefined ? { fr, en } : { fr: `${fr} ; ${kept.fr}`, en: `${en}; ${kept.en}` },
    place,
    cause,
  );
}
