// Which searches found nothing, and which were given up: the words that a search ended with, not each letter on the way.
import type { CounterKind } from '../../../src/model/field-item.ts';
import { findPersonalData } from '../../../src/model/personal-data/find-personal-data.ts';
import { type SearchTold, searchTold } from '../usage-events.ts';

/** Longest query that is counted: what is longer is a text, and may be a customer's. */
const longestQuery = 100;
/** As many digits in a row are a number of somebody's. */
const numberOfSomebody = /\d[\d .-]{3,}\d/;

/** The query as it is counted; undefined for one that is not: too short, too long, or perhaps about a person. */
export function countedQuery(query: string): string | undefined {
  const plain = query.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();
  const apt = [...plain].length >= 3 && plain.length <= longestQuery;
  return apt && !numberOfSomebody.test(plain) && findPersonalData(plain).length === 0 ? plain : undefined;
}

/** Whether one of the two goes on from the other: somebody is still typing. */
function isSameSearch(a: string, b: string): boolean {
  return a.startsWith(b) || b.startsWith(a);
}

/** Watches the searches of the page; a search ends with another one, with an opened result, or with the page. */
export function watchSearches(count: (of: CounterKind, what: string) => void): void {
  let last: SearchTold | undefined;
  const end = (): void => {
    const query = last && countedQuery(last.query);
    if (last && query !== undefined) count(last.found === 0 ? 'search-empty' : 'search-left', query);
    last = undefined;
  };
  document.addEventListener(searchTold, (event) => {
    const told = (event as CustomEvent<SearchTold>).detail;
    if (last && !isSameSearch(last.query, told.query)) end();
    last = told;
  });
  document.addEventListener(
    'click',
    ({ target }) => {
      if (target instanceof Element && target.closest('.search-hit a, .palette-option')) last = undefined;
    },
    true,
  );
  document.addEventListener('close', end, true);
  window.addEventListener('pagehide', end);
}
