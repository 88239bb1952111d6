// Entry of `macros.js`, which only pages with texts for customers load.
import { setUpMacros } from './macros/set-up-macros.ts';

setUpMacros();
