// Entry of `theme.js`: runs before the first paint, so that a reader who chose dark sees no white flash.
import { applyTheme, storedTheme } from './theme-choice.ts';

const theme = storedTheme();
if (theme !== undefined) applyTheme(theme);
