// The states of a report by name, and how many articles are in them: what `--fail-on` asks.
import { trusts } from '../model/trust.ts';
import { validities } from '../model/validity.ts';
import type { Report } from './report.ts';

/** States that `--fail-on` may name. */
export const reportStates: readonly string[] = [...new Set<string>([...validities, ...trusts, 'invalid'])];

/** How many articles are in each of `states`, leaving out the states with none. */
export function countStates(
  report: Report,
  states: readonly string[],
): { readonly state: string; readonly count: number }[] {
  const counts: Readonly<Record<string, number>> = { ...report.validity, ...report.trust };
  return states.map((state) => ({ state, count: counts[state] ?? 0 })).filter(({ count }) => count > 0);
}
