// Which of the hits a reader sees: pure decisions on what the engine found.
import type { Trust } from '../../src/model/trust.ts';
import { type Validity, validities } from '../../src/model/validity.ts';
import type { Wanted } from './search-address.ts';
import type { SearchFilters, SearchHit } from './search-engine/types.ts';

export interface ChosenHit {
  readonly hit: SearchHit;
  readonly validity: Validity;
}

export interface Choice {
  readonly shown: readonly ChosenHit[];
  /** How many were left out because they are obsolete. */
  readonly hidden: number;
}

/** Gives a hit's validity on the reader's day. */
export type JudgeHit = (hit: SearchHit) => Validity;

/**
 * Leaves out the obsolete hits unless they are wanted, and those whose validity was not asked for; the engine's order stays.
 * An archived article has no validity to ask for.
 */
export function chooseHits(
  hits: readonly SearchHit[],
  { validities: asked, obsolete }: Pick<Wanted, 'validities' | 'obsolete'>,
  judge: JudgeHit,
): Choice {
  const judged = hits.map((hit) => ({ hit, validity: judge(hit) }));
  if (asked.size > 0) {
    const shown = judged.filter(({ hit, validity }) => !isArchived(hit) && asked.has(validity));
    return { shown, hidden: 0 };
  }
  const shown = obsolete ? judged : judged.filter((chosen) => !isObsolete(chosen));
  return { shown, hidden: judged.length - shown.length };
}

/** Expired or archived: nothing to apply with a customer on the line. */
function isObsolete({ hit, validity }: ChosenHit): boolean {
  return validity === 'expired' || isArchived(hit);
}

function isArchived({ meta }: SearchHit): boolean {
  return meta.trust === ('archived' satisfies Trust);
}

/** State → the states at the build from which time may have led to it. */
const earlierStates: Readonly<Record<Validity, readonly Validity[]>> = {
  expired: ['expired', 'due', 'current', 'scheduled'],
  due: ['due', 'current', 'scheduled'],
  undated: ['undated', 'scheduled'],
  scheduled: ['scheduled'],
  current: ['current', 'scheduled'],
};

/**
 * What the engine filters by, in the names and values that `SearchData` gave it. It knows validity as it was on the day of the
 * build: later, whatever may have come to the wanted state passes, and `chooseHits` judges it.
 */
export function filtersOf(wanted: Wanted, onBuildDay: boolean): SearchFilters {
  const passing = onBuildDay
    ? wanted.validities
    : new Set([...wanted.validities].flatMap((state) => earlierStates[state]));
  return {
    type: [...wanted.types],
    reason: [...wanted.reasons],
    validity: validities.filter((state) => passing.has(state)),
  };
}
