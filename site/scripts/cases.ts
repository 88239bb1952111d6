// Entry of `cases.js`, which only pages with conditional sections load.
import { setUpCases } from './context/fold-cases.ts';

setUpCases();
