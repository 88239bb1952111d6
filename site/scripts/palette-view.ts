// What the palette shows: the list of results that the field's keys move in, and what stands around it.
import type { SearchWords } from '../locales/search-words.ts';
import { createAnnouncer } from './announcer.ts';
import { build, setAttributes } from './build-element.ts';
import { buildPaletteFrame } from './palette-frame.ts';

export interface PaletteView {
  readonly dialog: HTMLDialogElement;
  readonly field: HTMLInputElement;
  /** Leads to the search page. */
  readonly all: HTMLAnchorElement;
  /** Shows results between what stands above and below them; says a sentence aloud. */
  readonly show: (shown: Shown) => void;
  readonly options: () => readonly HTMLAnchorElement[];
  /** The place of the chosen result, -1 without one. */
  readonly chosen: () => number;
  /** Chooses a result for the reader, who keeps it when other results come, as long as it is among them. */
  readonly choose: (place: number) => void;
  /** Lets go of the reader's choice: another question begins. */
  readonly release: () => void;
}

export interface Shown {
  readonly said: string;
  readonly above: readonly HTMLElement[];
  /** Options, or groups of them. */
  readonly results: readonly HTMLElement[];
  readonly below: readonly HTMLElement[];
  /** Whether the first result is chosen, so that Enter opens it. */
  readonly firstChosen: boolean;
}

/** Makes the palette of the page, closed. */
export function createPaletteView(words: SearchWords, icon: Node | undefined): PaletteView {
  const { dialog, field, body, above, list, below, status, all } = buildPaletteFrame(words, icon);
  const announce = createAnnouncer(status);
  // To set the scroll position of what has just changed costs a layout at each keystroke, mostly for nothing.
  let scrolled = false;
  body.addEventListener('scroll', () => {
    scrolled = body.scrollTop > 0;
  });
  const scrollToTop = () => {
    if (scrolled) body.scrollTop = 0;
  };
  let options: readonly HTMLAnchorElement[] = [];
  let chosen = -1;
  /** Address of the result that the reader chose. */
  let held: string | undefined;
  const choose = (place: number): void => {
    options[chosen]?.setAttribute('aria-selected', 'false');
    const option = options[place];
    chosen = option ? place : -1;
    if (!option) {
      field.removeAttribute('aria-activedescendant');
      return;
    }
    option.setAttribute('aria-selected', 'true');
    field.setAttribute('aria-activedescendant', option.id);
  };
  const view: PaletteView = {
    dialog,
    field,
    all,
    options: () => options,
    chosen: () => chosen,
    choose: (place) => {
      choose(place);
      held = options[chosen]?.href;
      // The first result brings what stands above it.
      if (chosen === 0) scrollToTop();
      else options[chosen]?.scrollIntoView({ block: 'nearest' });
    },
    release: () => {
      held = undefined;
    },
    show: (shown) => {
      above.replaceChildren(...shown.above);
      list.replaceChildren(...shown.results);
      below.replaceChildren(...shown.below);
      options = [...list.querySelectorAll<HTMLAnchorElement>('[role="option"]')];
      for (const [place, option] of options.entries()) option.id = `paletteOption${place}`;
      list.hidden = options.length === 0;
      field.setAttribute('aria-expanded', String(options.length > 0));
      chosen = -1;
      const kept = held === undefined ? -1 : options.findIndex(({ href }) => href === held);
      if (kept >= 0) view.choose(kept);
      else {
        held = undefined;
        choose(shown.firstChosen ? 0 : -1);
        scrollToTop();
      }
      announce(shown.said);
    },
  };
  // A list that comes under a resting pointer changes no choice: only a moved pointer does.
  list.addEventListener('pointermove', ({ target }) => {
    const option = target instanceof Element ? target.closest<HTMLAnchorElement>('a') : null;
    const place = option === null ? -1 : options.indexOf(option);
    if (place === -1 || place === chosen) return;
    choose(place);
    held = option?.href;
  });
  return view;
}

/** An option of the list: a link, so that it can be opened in every way that links can. */
export function buildOption(href: string, ...children: Node[]): HTMLAnchorElement {
  const option = build('a', 'palette-option', ...children);
  option.href = href;
  setAttributes(option, { role: 'option', 'aria-selected': 'false', tabindex: '-1' });
  return option;
}

/** Options under a heading of their own. */
export function buildGroup(name: string, title: string, options: readonly HTMLElement[]): HTMLElement {
  const heading = build('span', 'palette-group-title', title);
  heading.id = `paletteGroup${name}`;
  const group = build('div', 'palette-group', heading, ...options);
  setAttributes(group, { role: 'group', 'aria-labelledby': heading.id });
  // A list holds options and groups only; the heading is the group's name.
  heading.setAttribute('role', 'presentation');
  return group;
}
