// The search page at work: reads what is wanted from its address and its filters, asks the engine, shows what it found.
import type { SearchWords } from '../locales/search-words.ts';
import { createAsker, type Found, type Outcome } from './ask-engine.ts';
import { build } from './build-element.ts';
import { buildDetails, fillTitle, type HitTerms, hrefOf } from './hit-view.ts';
import { formatWanted, readWanted, type Wanted } from './search-address.ts';
import type { SearchEngine } from './search-engine/types.ts';
import {
  buildEmpty,
  buildFailure,
  describeFound,
  isTooShort,
  type NoteTerms,
  noteHidden,
  noteQuestion,
  noteReasons,
} from './search-notes.ts';
import type { SearchPageParts } from './search-parts.ts';

/** Milliseconds without a keystroke after which the search runs: a held key asks once. */
const typingPause = 30;

/** Brings the page to life; `open` loads the engine of a language, and only when something is searched. */
export function setUpSearchPage(
  parts: SearchPageParts,
  open: (lang: string) => Promise<SearchEngine>,
  words: SearchWords,
): void {
  let wanted = readWanted(window.location.search);
  let focusWhenFound = false;

  const want = (next: Partial<Wanted>): void => {
    wanted = { ...wanted, ...next };
    parts.show(wanted);
    try {
      window.history.replaceState(null, '', parts.url + formatWanted(wanted));
    } catch {
      // Some browsers forbid it on `file://`; the search works all the same.
    }
  };

  const refine = (next: Partial<Wanted>): void => {
    want(next);
    asker.ask(wanted);
  };

  const terms: NoteTerms = { words, refine, searchUrl: parts.url, reasonName: parts.chips.reasonName };

  const show = (outcome: Outcome): void => {
    if (outcome.kind === 'loading') {
      parts.say(words.loading);
      return;
    }
    if (outcome.kind === 'failed')
      parts.showResults('', words.failed, [buildFailure(words, () => asker.ask(wanted))]);
    else if (outcome.kind === 'nothing' || isTooShort(outcome)) parts.showHint();
    else showFound(outcome);
    parts.chips.showCounts(outcome.kind === 'found' ? outcome.counts : undefined);
  };

  const showFound = (found: Found): void => {
    const empty = found.choice.shown.length === 0;
    const said = describeFound(found, words);
    parts.showResults(empty ? '' : said, said, [
      ...(empty ? [] : noteQuestion(found, terms)),
      ...noteReasons(found, terms, parts.root),
      empty ? buildEmpty(found, terms) : showHits({ words, found, root: parts.root, brief: false }),
      ...noteHidden(found, terms),
    ]);
    // An answer that a later one replaces would take the focus away with it.
    if (!focusWhenFound || asker.isWaiting()) return;
    focusWhenFound = false;
    parts.focusFirst();
  };

  const asker = createAsker({ open, pageLang: document.documentElement.lang, tell: show, counting: true });
  parts.listen({
    type: (query) => {
      focusWhenFound = false;
      want({ query });
      asker.ask(wanted, typingPause);
    },
    submit: () => {
      focusWhenFound = true;
      asker.ask(wanted);
    },
  });
  parts.chips.listen((next) => refine(next(wanted)));
  want({});
  asker.ask(wanted);
}

function showHits(terms: HitTerms): HTMLElement {
  const { shown } = terms.found.choice;
  const items = shown.map((chosen) => {
    const title = build('a', 'article-row-title');
    title.href = hrefOf(chosen.hit, terms.root);
    fillTitle(title, chosen, terms);
    const item = build('li', 'article-row search-hit', title, ...buildDetails(chosen, terms));
    item.dataset.validityShown = chosen.validity;
    return item;
  });
  return build('ol', 'article-list search-hits', ...items);
}
