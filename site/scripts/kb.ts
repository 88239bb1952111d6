// Entry of `kb.js`, which every page runs once it was parsed. Each part does without the others.
import { setUpCopying } from './copying.ts';
import { setUpJudging } from './judge-again.ts';
import { setUpBaseAge } from './offline/base-age.ts';
import { loadOffline } from './offline/load-offline.ts';
import { setUpReadingAids } from './reading-aids.ts';
import { setUpShortcuts } from './shortcuts.ts';
import { setUpThemeToggle } from './theme-choice.ts';

// Judging comes first: whatever else may fail, an expired article says so.
setUpJudging();
setUpBaseAge();
setUpThemeToggle();
setUpShortcuts();
setUpCopying();
setUpReadingAids();
loadOffline();
