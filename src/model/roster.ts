// The people who read the base, and the teams that they are in.
import type { IsoDate } from './iso-date.ts';

export interface RosterTeam {
  readonly name: string;
  /** The audience whose articles the team is asked to read. */
  readonly audience: string;
}

export interface RosterPerson {
  readonly name: string;
  /** A key of the roster's teams. */
  readonly team: string;
  /** First and last day in the team. */
  readonly from?: IsoDate | undefined;
  readonly until?: IsoDate | undefined;
}

export interface Roster {
  readonly teams: ReadonlyMap<string, RosterTeam>;
  /** By the key with which a reader names themself. */
  readonly people: ReadonlyMap<string, RosterPerson>;
}

/** Whether the person is in the team on `day`. */
export function isPresent({ from, until }: RosterPerson, day: IsoDate): boolean {
  return (from === undefined || from <= day) && (until === undefined || day <= until);
}
