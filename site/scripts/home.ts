// Entry of `home.js`, which only the home page loads: favourites and what was read last, from this browser's storage.
import { setUpReadingHome } from './reading-home.ts';

setUpReadingHome();
