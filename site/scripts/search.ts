// Entry of `search.js`, which only the search pages load.
import { openSearch } from './search-engine/open-search.ts';
import { setUpSearchPage } from './search-page.ts';
import { findSearchParts } from './search-parts.ts';

const parts = findSearchParts();
if (parts)
  setUpSearchPage(parts, () => openSearch({ root: parts.root, lang: document.documentElement.lang }));
