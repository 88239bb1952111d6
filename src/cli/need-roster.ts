// The roster of a base, for commands that can tell nothing without one.
import { rosterFile } from '../field/parse-roster.ts';
import { readRoster } from '../field/read-roster.ts';
import { Problem } from '../model/problem.ts';
import type { Roster } from '../model/roster.ts';
import type { Session } from './common-options.ts';

/** Raises a `Problem` where there is no roster, or it is wrong. */
export async function needRoster({ root, config }: Pick<Session, 'root' | 'config'>): Promise<Roster> {
  const roster = await readRoster(root, config.audiences);
  if (roster) return roster;
  throw new Problem(
    {
      fr: 'Fichier absent, attendu : « teams: { lille: { name: Lille } } » et « people: { lea-martin: { name: Léa Martin, team: lille } } »',
      en: 'No such file, expected `teams: { leeds: { name: Leeds } }` and `people: { lea-martin: { name: Léa Martin, team: leeds } }`',
    },
    rosterFile,
  );
}
