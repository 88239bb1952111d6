// Entry of `context.js`, which pages with the bar of the contact load.
import { setUpContextBar } from './context/context-bar.ts';

setUpContextBar();
