// Entry of `kb.js`, which every page runs once it was parsed. Each part does without the others.
import { setUpArticleTools } from './article-tools.ts';
import { setUpField } from './ask-field.ts';
import { setUpCopying } from './copying.ts';
import { setUpInbox } from './inbox.ts';
import { setUpJudging } from './judge-again.ts';
import { setUpContextLoading } from './load-context.ts';
import { setUpGuideLoading } from './load-guide.ts';
import { setUpLoadingOnPress } from './load-on-press.ts';
import { setUpBaseAge } from './offline/base-age.ts';
import { loadOffline } from './offline/load-offline.ts';
import { setUpReadingAids } from './reading-aids.ts';
import { setUpShortcuts } from './shortcuts.ts';
import { setUpThemeChoice } from './theme-choice.ts';
import { setUpTickedSteps } from './ticked-steps.ts';

// Judging comes first: whatever else may fail, an expired article says so.
setUpJudging();
setUpBaseAge();
setUpGuideLoading();
setUpContextLoading();
setUpLoadingOnPress();
setUpThemeChoice();
setUpShortcuts();
setUpArticleTools();
setUpTickedSteps();
setUpCopying();
setUpReadingAids();
setUpInbox();
setUpField();
loadOffline();
