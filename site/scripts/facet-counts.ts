// How many results each filter stands for: told only where the number is exact.
import { type ChosenHit, chooseHits, filtersOf, type JudgeHit } from './choose-hits.ts';
import { nothingWanted, type Wanted } from './search-address.ts';
import { maxHits } from './search-engine/rank.ts';
import type { SearchEngine, SearchHit } from './search-engine/types.ts';

export type Facet = 'types' | 'reasons' | 'validities';

/** Value of a filter → number of results; undefined where more may exist than the engine hands out. */
export type FacetCounts = Readonly<Record<Facet, ReadonlyMap<string, number> | undefined>>;

/**
 * Counts the results of each filter, as if no other of its kind were pressed.
 * @param hits what the engine found for `wanted`; another search is made only for a kind of filter that is in force
 */
export async function countFacets(
  engine: SearchEngine,
  wanted: Wanted,
  hits: readonly SearchHit[],
  { judge, onBuildDay }: { readonly judge: JudgeHit; readonly onBuildDay: boolean },
): Promise<FacetCounts> {
  const count = async (facet: Facet, valuesOf: (chosen: ChosenHit) => readonly string[]) => {
    const without: Wanted = { ...wanted, [facet]: nothingWanted[facet] };
    const found =
      wanted[facet].size === 0
        ? hits
        : (await engine.search(wanted.query, filtersOf(without, onBuildDay))).hits;
    if (found.length >= maxHits) return undefined;
    // Validity is counted over everything: whoever asks for what has expired is shown it.
    const seen = facet === 'validities' ? { ...without, obsolete: true } : without;
    const counts = new Map<string, number>();
    for (const value of chooseHits(found, seen, judge).shown.flatMap(valuesOf))
      counts.set(value, (counts.get(value) ?? 0) + 1);
    return counts;
  };
  const [types, reasons, states] = await Promise.all([
    count('types', ({ hit }) => (hit.meta.type === undefined ? [] : [hit.meta.type])),
    count('reasons', ({ hit }) => hit.filters.reason ?? []),
    count('validities', ({ hit, validity }) => (hit.meta.trust === 'archived' ? [] : [validity])),
  ]);
  return { types, reasons, validities: states };
}
