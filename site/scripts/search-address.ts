// What is searched for stands in the page's address, so that a search can be kept, sent and gone back to.
import { type Validity, validities } from '../../src/model/validity.ts';
import { maxQueryLength } from './search-engine/words.ts';

export interface Wanted {
  readonly query: string;
  /** Types of article; none means all. */
  readonly types: ReadonlySet<string>;
  /** Keys of contact reasons; none means any. */
  readonly reasons: ReadonlySet<string>;
  /** Validities on the reader's day; none means whatever may be applied. */
  readonly validities: ReadonlySet<Validity>;
  /** Language of the articles; empty means the page's. */
  readonly lang: string;
  /** Whether expired and archived articles are shown too. */
  readonly obsolete: boolean;
}

export const nothingWanted: Wanted = {
  query: '',
  types: new Set(),
  reasons: new Set(),
  validities: new Set(),
  lang: '',
  obsolete: false,
};

/** Without any filter; the language stays, which only says where to look. */
export const noFilters: Partial<Wanted> = {
  types: nothingWanted.types,
  reasons: nothingWanted.reasons,
  validities: nothingWanted.validities,
};

/** Reads `?q=…&type=…&reason=…&validity=…&lang=…&obsolete=1`; anything else is ignored. */
export function readWanted(search: string): Wanted {
  const parameters = new URLSearchParams(search);
  const stated = parameters.getAll('validity');
  return {
    query: (parameters.get('q') ?? '').slice(0, maxQueryLength),
    types: new Set(parameters.getAll('type')),
    reasons: new Set(parameters.getAll('reason')),
    validities: new Set(validities.filter((state) => stated.includes(state))),
    lang: parameters.get('lang') ?? '',
    obsolete: parameters.get('obsolete') === '1',
  };
}

/** The address's query string for `wanted`, empty for an empty search. */
export function formatWanted(wanted: Wanted): string {
  const parameters = new URLSearchParams();
  if (wanted.query !== '') parameters.set('q', wanted.query);
  for (const type of wanted.types) parameters.append('type', type);
  for (const reason of wanted.reasons) parameters.append('reason', reason);
  for (const state of wanted.validities) parameters.append('validity', state);
  if (wanted.lang !== '') parameters.set('lang', wanted.lang);
  if (wanted.obsolete) parameters.set('obsolete', '1');
  const text = parameters.toString();
  return text === '' ? '' : `?${text}`;
}
