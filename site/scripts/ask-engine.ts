// Asks the search engine while somebody types: at once, each language's engine loaded once, and no late answer in the place of a newer one.
import type { IsoDate } from '../../src/model/iso-date.ts';
import { type Choice, chooseHits, filtersOf, type JudgeHit } from './choose-hits.ts';
import { countFacets, type FacetCounts } from './facet-counts.ts';
import { type JudgingTerms, judgeText, readJudgingTerms } from './reader-clock.ts';
import type { Wanted } from './search-address.ts';
import type { SearchAnswer, SearchEngine } from './search-engine/types.ts';
import { searchTold, tellUsage } from './usage-events.ts';

/** What a search came to. */
export interface Found {
  readonly kind: 'found';
  /** What was asked, with its query trimmed. */
  readonly wanted: Wanted;
  readonly answer: SearchAnswer;
  readonly choice: Choice;
  /** Language of the articles found. */
  readonly lang: string;
  readonly counts: FacetCounts | undefined;
  /** The reader's day when it was asked; undefined where the page does not say how to tell it. */
  readonly today: IsoDate | undefined;
}

/** `nothing` when nothing is searched for; `loading` while the engine is on its way. */
export type Outcome =
  | Found
  | { readonly kind: 'nothing' }
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed' };

export interface Asker {
  /** Searches after `pause` milliseconds without another question. */
  readonly ask: (wanted: Wanted, pause?: number) => void;
  /** Loads the engine before anything is asked. */
  readonly warm: () => void;
  /** Whether the last question has not been answered yet. */
  readonly isWaiting: () => boolean;
}

export interface AskerOptions {
  /** Loads the engine for articles in `lang`; a failed load is tried again with the next question. */
  readonly open: (lang: string) => Promise<SearchEngine>;
  readonly pageLang: string;
  readonly tell: (outcome: Outcome) => void;
  /** Whether the results of each filter are counted. */
  readonly counting: boolean;
}

export function createAsker({ open, pageLang, tell, counting }: AskerOptions): Asker {
  const engines = new Map<string, Promise<SearchEngine>>();
  const ready = new Set<string>();
  let asked = 0;
  let answered = 0;
  let timer = 0;

  const engineFor = (lang: string): Promise<SearchEngine> => {
    const loading = engines.get(lang) ?? open(lang);
    engines.set(lang, loading);
    return loading.then(
      (engine) => {
        ready.add(lang);
        return engine;
      },
      (failure: unknown) => {
        engines.delete(lang);
        throw failure;
      },
    );
  };

  const search = async (wanted: Wanted, lang: string): Promise<Found> => {
    const engine = await engineFor(lang);
    const terms = readJudgingTerms(new Date());
    const onBuildDay = terms === undefined || terms.today === terms.builtOn;
    const judge = judgeBy(terms);
    const answer = await engine.search(wanted.query, filtersOf(wanted, onBuildDay));
    const counts = counting
      ? await countFacets(engine, wanted, answer.hits, { judge, onBuildDay })
      : undefined;
    const choice = chooseHits(answer.hits, wanted, judge);
    return { kind: 'found', wanted, answer, choice, lang: engine.lang, counts, today: terms?.today };
  };

  const run = async (mine: number, wanted: Wanted): Promise<void> => {
    const lang = wanted.lang || pageLang;
    if (!ready.has(lang)) tell({ kind: 'loading' });
    let outcome: Outcome;
    try {
      outcome = await search(wanted, lang);
    } catch {
      // Half an answer of a broken index would look like a whole one.
      engines.delete(lang);
      ready.delete(lang);
      outcome = { kind: 'failed' };
    }
    if (mine < answered) return; // A later search has overtaken this one.
    answered = mine;
    tell(outcome);
    if (outcome.kind === 'found')
      tellUsage(searchTold, { query: wanted.query, found: outcome.choice.shown.length });
  };

  return {
    ask: (wanted, pause = 0) => {
      window.clearTimeout(timer);
      const mine = ++asked;
      const trimmed = { ...wanted, query: wanted.query.trim() };
      if (trimmed.query === '') {
        answered = mine;
        tell({ kind: 'nothing' });
      } else if (pause === 0) void run(mine, trimmed);
      else timer = window.setTimeout(() => void run(mine, trimmed), pause);
    },
    warm: () => {
      const before = asked;
      engineFor(pageLang).catch(() => {
        if (asked === before) tell({ kind: 'failed' });
      });
    },
    isWaiting: () => answered < asked,
  };
}

function judgeBy(terms: JudgingTerms | undefined): JudgeHit {
  return ({ meta }) =>
    // Without the site's terms nothing can be called valid.
    terms ? judgeText(meta.effective, meta.expires, meta.needsExpiry === 'true', terms) : 'undated';
}
