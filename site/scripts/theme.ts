// Entry of `theme.js`: runs before the first paint, so that a reader who chose dark sees no white flash and nothing moves later.
import { markBaseAge } from './offline/base-age.ts';
import { applyTheme, storedTheme } from './theme-choice.ts';

const theme = storedTheme();
if (theme !== undefined) applyTheme(theme);
// What only works with scripts is shown from the first paint on, so that nothing moves when it comes to life.
document.documentElement.dataset.scripts = '';
markBaseAge(new Date());
