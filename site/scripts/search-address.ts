// What is searched for stands in the page's address, so that a search can be kept, sent and gone back to.
import type { SearchFilters } from './search-engine/types.ts';

export interface Wanted {
  readonly query: string;
  /** Types of article; none means all. */
  readonly types: ReadonlySet<string>;
  /** Label of a contact reason; empty means any. */
  readonly reason: string;
  /** Whether expired and archived articles are shown too. */
  readonly obsolete: boolean;
}

/** What the engine filters by: the names and values that `SearchData` gave it. */
export function filtersOf(wanted: Wanted): SearchFilters {
  return { type: [...wanted.types], reason: wanted.reason === '' ? [] : [wanted.reason] };
}

/** Reads `?q=…&type=…&reason=…&obsolete=1`; anything else is ignored. */
export function readWanted(search: string): Wanted {
  const parameters = new URLSearchParams(search);
  return {
    query: parameters.get('q') ?? '',
    types: new Set(parameters.getAll('type')),
    reason: parameters.get('reason') ?? '',
    obsolete: parameters.get('obsolete') === '1',
  };
}

/** The address's query string for `wanted`, empty for an empty search. */
export function formatWanted(wanted: Wanted): string {
  const parameters = new URLSearchParams();
  if (wanted.query !== '') parameters.set('q', wanted.query);
  for (const type of wanted.types) parameters.append('type', type);
  if (wanted.reason !== '') parameters.set('reason', wanted.reason);
  if (wanted.obsolete) parameters.set('obsolete', '1');
  const text = parameters.toString();
  return text === '' ? '' : `?${text}`;
}
