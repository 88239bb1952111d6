// Which of the hits a reader sees: a pure decision on what the engine found.
import type { Validity } from '../../src/model/validity.ts';
import type { SearchHit } from './search-engine/types.ts';

export interface ChosenHit {
  readonly hit: SearchHit;
  readonly validity: Validity;
}

export interface Choice {
  readonly shown: readonly ChosenHit[];
  /** How many were left out because they are obsolete. */
  readonly hidden: number;
}

/**
 * Leaves out the obsolete hits unless they are wanted; the engine's order stays.
 * @param judge gives a hit's validity on the reader's day
 */
export function chooseHits(
  hits: readonly SearchHit[],
  obsoleteToo: boolean,
  judge: (hit: SearchHit) => Validity,
): Choice {
  const judged = hits.map((hit) => ({ hit, validity: judge(hit) }));
  const shown = obsoleteToo ? judged : judged.filter((chosen) => !isObsolete(chosen));
  return { shown, hidden: judged.length - shown.length };
}

/** Expired or archived: nothing to apply with a customer on the line. */
function isObsolete({ hit, validity }: ChosenHit): boolean {
  return validity === 'expired' || hit.meta.trust === 'archived';
}
