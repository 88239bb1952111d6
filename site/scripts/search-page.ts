// The search page at work: reads what is wanted, asks the engine, shows what it found.
import { messagesFor } from '../locales/messages-for.ts';
import { type Choice, chooseHits } from './choose-hits.ts';
import { showHits } from './hit-view.ts';
import { judgeText, readJudgingTerms } from './reader-clock.ts';
import { filtersOf, formatWanted, readWanted, type Wanted } from './search-address.ts';
import type { SearchEngine, SearchHit } from './search-engine/types.ts';
import type { SearchPageParts } from './search-parts.ts';

/** Milliseconds without a keystroke after which the search runs. */
const typingPause = 120;

/** Brings the page to life; `open` loads the engine, which happens once and only when something is searched. */
export function setUpSearchPage(parts: SearchPageParts, open: () => Promise<SearchEngine>): void {
  const t = messagesFor(document.documentElement.lang).search;
  let wanted = readWanted(window.location.search);
  let engine: Promise<SearchEngine> | undefined;
  let hits: readonly SearchHit[] = [];
  let asked = 0;
  let timer = 0;

  const want = (next: Partial<Wanted>): void => {
    wanted = { ...wanted, ...next };
    parts.show(wanted);
    try {
      window.history.replaceState(null, '', window.location.pathname + formatWanted(wanted));
    } catch {
      // Some browsers forbid it on `file://`; the search works all the same.
    }
  };

  const ask = async (): Promise<void> => {
    window.clearTimeout(timer);
    const mine = ++asked;
    const query = wanted.query.trim();
    if (query === '') {
      parts.showHint();
      return;
    }
    try {
      if (!engine) parts.say(t.loading);
      engine ??= open();
      const { hits: found } = await (await engine).search(query, filtersOf(wanted));
      if (mine !== asked) return; // A later search has overtaken this one.
      hits = found;
      show();
    } catch {
      engine = undefined; // The next attempt starts afresh.
      if (mine === asked) parts.say(t.failed);
    }
  };

  const show = (): void => {
    const query = wanted.query.trim();
    const terms = readJudgingTerms(new Date());
    const choice = chooseHits(hits, wanted.obsolete, ({ meta }) =>
      // Without the site's terms nothing can be called valid.
      terms ? judgeText(meta.effective, meta.expires, meta.needsExpiry === 'true', terms) : 'undated',
    );
    const found = choice.shown.length > 0 ? showHits(choice.shown, parts.root) : showNothing(query);
    parts.showResults(t.count(choice.shown.length, query), [found, ...noteHidden(choice)]);
  };

  const showNothing = (query: string): HTMLElement => {
    const limits = parts.nameLimits(wanted);
    const clear = { label: t.clearFilters, run: () => refine({ types: new Set(), reason: '' }) };
    return parts.empty(
      t.empty(query),
      t.emptyTried(limits),
      t.emptyAdvice,
      limits.length > 0 ? clear : undefined,
    );
  };

  const noteHidden = ({ hidden }: Choice): HTMLElement[] => {
    const reveal = { label: t.showHidden, run: () => refine({ obsolete: true }) };
    return hidden === 0 ? [] : [parts.note(t.hidden(hidden), reveal)];
  };

  const refine = (next: Partial<Wanted>): void => {
    want(next);
    void ask();
  };

  parts.listen({
    type: (query) => {
      want({ query });
      window.clearTimeout(timer);
      timer = window.setTimeout(() => void ask(), typingPause);
    },
    submit: () => void ask().then(() => parts.focusFirst()),
    refine: (next) => refine(next(wanted)),
  });
  parts.show(wanted);
  void ask();
}
