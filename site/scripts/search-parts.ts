// The search page's elements: what they show and what the reader does with them.
import type { SearchWords } from '../locales/search-words.ts';
import { createAnnouncer } from './announcer.ts';
import { type FilterChips, setUpFilterChips } from './filter-chips.ts';
import { formatWanted, type Wanted } from './search-address.ts';

export interface SearchPageParts {
  readonly root: string;
  /** Address of the page, without a query. */
  readonly url: string;
  readonly chips: FilterChips;
  /** Brings field, filters and the links to other languages in line with what is wanted. */
  readonly show: (wanted: Wanted) => void;
  /** Back to how the page came: nothing searched yet. */
  readonly showHint: () => void;
  /** Shows what came of the search below one line, and says a sentence aloud. */
  readonly showResults: (line: string, said: string, results: readonly HTMLElement[]) => void;
  /** Shows a sentence and leaves the results as they are. */
  readonly say: (sentence: string) => void;
  readonly focusFirst: () => void;
  readonly listen: (listeners: {
    readonly type: (query: string) => void;
    readonly submit: () => void;
  }) => void;
}

/** The parts of the page, or undefined on a page that is not the search page. */
export function findSearchParts(words: SearchWords): SearchPageParts | undefined {
  const field = document.getElementById('searchField');
  const count = document.getElementById('search-count');
  const status = document.getElementById('search-status');
  const results = document.getElementById('search-results');
  const filters = document.getElementById('search-filters');
  if (!(field instanceof HTMLInputElement) || !count || !status || !results || !filters) return undefined;
  const links = () => [...results.querySelectorAll<HTMLAnchorElement>('a.article-row-title')];
  const hint = [...results.children];
  const announce = createAnnouncer(status);
  const chips = setUpFilterChips(filters, document.documentElement.lang, words);
  const languages = document.querySelectorAll<HTMLAnchorElement>('.languages a');
  return {
    root: results.dataset.root ?? '',
    url: window.location.pathname,
    chips,
    show: (wanted) => {
      if (field.value !== wanted.query) field.value = wanted.query;
      chips.show(wanted);
      for (const link of languages) link.search = formatWanted({ ...wanted, lang: '' });
    },
    showHint: () => {
      count.textContent = '';
      announce('');
      results.replaceChildren(...hint);
    },
    showResults: (line, said, elements) => {
      count.textContent = line;
      announce(said);
      results.replaceChildren(...elements);
    },
    say: (sentence) => {
      count.textContent = sentence;
    },
    focusFirst: () => links()[0]?.focus(),
    listen: (listeners) => {
      field.addEventListener('input', () => listeners.type(field.value));
      field.form?.addEventListener('submit', (event) => {
        event.preventDefault();
        listeners.submit();
      });
      document.addEventListener('keydown', (event) => moveByArrows(event, field, links()));
      // On a phone a focused field covers the results with the keyboard.
      if (field.value === '' || window.matchMedia('(pointer: fine)').matches) field.focus();
    },
  };
}

/** Arrow keys go from the field through the results and back. */
function moveByArrows(
  event: KeyboardEvent,
  field: HTMLInputElement,
  links: readonly HTMLAnchorElement[],
): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (step === 0 || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const focused = document.activeElement;
  const at = links.findIndex((link) => link.isSameNode(focused));
  if (at === -1 && focused !== field) return;
  const next = at + step < 0 ? field : links[at + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
}
