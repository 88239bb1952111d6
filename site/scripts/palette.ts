// The search palette: a dialog over the page that finds articles while the reader types, with the hands on the keyboard.
import type { SearchWords } from '../locales/search-words.ts';
import { createAsker, type Found, type Outcome } from './ask-engine.ts';
import { build } from './build-element.ts';
import { buildDetails, fillTitle, type HitTerms, hrefOf, inLanguage } from './hit-view.ts';
import type { KeptLink, KeptLinks } from './kept-links.ts';
import { moveChoice } from './palette-keys.ts';
import { type PaletteRequest, paletteRequest } from './palette-request.ts';
import { buildGroup, buildOption, createPaletteView, type Shown } from './palette-view.ts';
import { formatWanted, nothingWanted, type Wanted } from './search-address.ts';
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

/** Milliseconds without a keystroke after which the search runs: a held key asks once. */
const typingPause = 30;

export interface PaletteOptions {
  /** The page's own search field, whose text the palette takes over. */
  readonly pageField: HTMLInputElement;
  /** Way from the page to the site's root. */
  readonly root: string;
  /** Address of the search page. */
  readonly searchUrl: string;
  readonly words: SearchWords;
  readonly open: (lang: string) => Promise<SearchEngine>;
  readonly readKept: () => KeptLinks;
}

/** Makes the palette, which opens whenever the page asks for it. */
export function setUpPalette({ pageField, root, searchUrl, words, open, readKept }: PaletteOptions): void {
  const icon = pageField.form?.querySelector('.icon')?.cloneNode(true);
  const view = createPaletteView(words, icon);
  let wanted: Wanted = nothingWanted;
  let returnTo: HTMLElement | undefined;
  /** How to open the first result as soon as it has come: Enter was quicker than the search. */
  let awaited: 'here' | 'new tab' | undefined;

  const refine = (next: Partial<Wanted>): void => {
    awaited = undefined;
    if (next.query !== undefined) view.release();
    wanted = { ...wanted, ...next };
    if (view.field.value !== wanted.query) view.field.value = wanted.query;
    view.all.href = searchUrl + formatWanted(wanted);
    asker.ask(wanted);
    view.field.focus();
  };
  const terms: NoteTerms = { words, refine, searchUrl, reasonName: (key) => key };

  const show = (outcome: Outcome): void => {
    // While the engine is on its way, what is shown stays.
    if (outcome.kind !== 'loading') view.show(shownOf(outcome));
    else if (view.options().length === 0) view.show({ ...nothing, above: [line(words.loading)] });
    if (outcome.kind !== 'found' || awaited === undefined || asker.isWaiting()) return;
    const how = awaited;
    awaited = undefined;
    openChosen(how);
  };

  const shownOf = (outcome: Exclude<Outcome, { kind: 'loading' }>): Shown => {
    if (outcome.kind === 'found' && !isTooShort(outcome)) return showFound(outcome);
    if (outcome.kind !== 'failed') return showKept(readKept(), root, words);
    const retry = () => {
      asker.ask(wanted);
      if (wanted.query.trim() === '') asker.warm();
      view.field.focus();
    };
    return { ...nothing, said: words.failed, below: [buildFailure(words, retry)] };
  };

  const showFound = (found: Found): Shown => {
    const said = describeFound(found, words);
    const hits: HitTerms = { words, found, root, brief: true };
    return found.choice.shown.length === 0
      ? {
          ...nothing,
          said,
          below: [...noteReasons(found, terms, root), buildEmpty(found, terms), ...noteHidden(found, terms)],
        }
      : {
          said,
          above: [line(said), ...noteQuestion(found, terms), ...noteReasons(found, terms, root)],
          results: found.choice.shown.map((chosen) => {
            const title = build('span', 'article-row-title');
            fillTitle(title, chosen, hits);
            const option = buildOption(hrefOf(chosen.hit, root), title, ...buildDetails(chosen, hits));
            option.classList.add('article-row');
            option.dataset.validityShown = chosen.validity;
            return option;
          }),
          below: noteHidden(found, terms),
          firstChosen: true,
        };
  };

  const openChosen = (how: 'here' | 'new tab'): void => {
    const option = view.options()[view.chosen()];
    if (!option) return;
    if (how === 'new tab') window.open(option.href, '_blank', 'noopener');
    else option.click();
  };

  const asker = createAsker({ open, pageLang: document.documentElement.lang, tell: show, counting: false });

  view.field.addEventListener('input', () => {
    awaited = undefined;
    view.release();
    // Another question starts without the obsolete articles that the last one asked for.
    wanted = { ...nothingWanted, query: view.field.value };
    view.all.href = searchUrl + formatWanted(wanted);
    asker.ask(wanted, typingPause);
  });

  view.field.addEventListener('keydown', (event) => {
    if (event.isComposing || event.altKey) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      const how = event.ctrlKey || event.metaKey ? 'new tab' : 'here';
      if (asker.isWaiting()) awaited = how;
      else openChosen(how);
      return;
    }
    if (event.shiftKey || event.ctrlKey || event.metaKey) return;
    const place = moveChoice(event.key, view.chosen(), view.options().length);
    if (place === undefined) return;
    event.preventDefault();
    view.choose(place);
  });

  view.dialog.addEventListener('close', () => {
    awaited = undefined;
    (returnTo ?? pageField).focus({ preventScroll: true });
    if (!returnTo) pageField.blur();
  });
  // A page that is gone back to shows itself, not the palette that led away from it.
  window.addEventListener('pagehide', () => view.dialog.close());

  document.addEventListener(paletteRequest, (event) => {
    if (view.dialog.open) return;
    ({ returnTo } = (event as CustomEvent<PaletteRequest>).detail);
    const typed = pageField.value;
    pageField.value = '';
    if (typed !== '') wanted = { ...nothingWanted, query: typed };
    view.release();
    view.dialog.showModal();
    refine({});
    // What was typed just now goes on; what is left of an earlier search gives way.
    if (typed === '') view.field.select();
    else view.field.setSelectionRange(typed.length, typed.length);
    asker.warm();
  });
}

const nothing: Shown = { said: '', above: [], results: [], below: [], firstChosen: false };

function line(sentence: string): HTMLElement {
  return build('p', 'search-count', sentence);
}

/** What is offered before anything is typed. */
function showKept({ favourites, recent }: KeptLinks, root: string, words: SearchWords): Shown {
  const group = (name: string, title: string, links: readonly KeptLink[]) =>
    links.length === 0
      ? []
      : [
          buildGroup(
            name,
            title,
            links.map(({ id, lang, title }) => {
              const name = inLanguage(build('span', 'article-row-title', title), lang, words);
              return buildOption(hrefOf({ url: `${lang}/${id}.html` }, root), name);
            }),
          ),
        ];
  return {
    ...nothing,
    above: [line(words.hint)],
    results: [
      ...group('Favourites', words.palette.favourites, favourites),
      ...group('Recent', words.palette.recent, recent),
    ],
  };
}
