// Entry of `search.js`: the search page loads it at once, every other page when the reader first searches.
import { readKeptLinks } from './kept-links.ts';
import { openSearch } from './search-engine/open-search.ts';
import { startSearch } from './search-entry.ts';

startSearch({ open: openSearch, readKept: readKeptLinks });
