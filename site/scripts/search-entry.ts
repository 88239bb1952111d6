// Where the search starts: on the search page in the page itself, elsewhere as the palette.
import { searchWordsFor } from '../locales/search-words.ts';
import type { KeptLinks } from './kept-links.ts';
import { setUpPalette } from './palette.ts';
import type { SearchEngine } from './search-engine/types.ts';
import { setUpSearchPage } from './search-page.ts';
import { findSearchParts } from './search-parts.ts';

export interface SearchParts {
  readonly open: (place: { readonly root: string; readonly lang: string }) => Promise<SearchEngine>;
  readonly readKept: () => KeptLinks;
}

/** Sets up whatever the page has room for. */
export function startSearch({ open, readKept }: SearchParts): void {
  const words = searchWordsFor(document.documentElement.lang);
  const parts = findSearchParts(words);
  if (parts) {
    setUpSearchPage(parts, (lang) => open({ root: parts.root, lang }), words);
    return;
  }
  const pageField = document.getElementById('searchField');
  if (!(pageField instanceof HTMLInputElement) || !pageField.form) return;
  const root = pageField.form.dataset.root ?? '';
  setUpPalette({
    pageField,
    root,
    searchUrl: pageField.form.action,
    words,
    open: (lang) => open({ root, lang }),
    readKept,
  });
}
