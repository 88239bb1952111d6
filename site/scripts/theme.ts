// Entry of `theme.js`: runs before the first paint, so that a reader who chose dark sees no white flash and nothing moves later.
import { markBaseAge } from './offline/base-age.ts';
import { readFavourites, readRecent } from './reading-list.ts';
import { keepRoom } from './reading-room.ts';
import { applyTheme, storedTheme } from './theme-choice.ts';

applyTheme(storedTheme());
// What only works with scripts is shown from the first paint on, so that nothing moves when it comes to life.
document.documentElement.dataset.scripts = '';
keepRoom('favourites', readFavourites().length);
keepRoom('recent', readRecent().length);
markBaseAge(new Date());
