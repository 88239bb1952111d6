// The palette's elements: a dialog with a field, the list of results that the field's keys move in, and what stands around them.
import type { SearchWords } from '../locales/search-words.ts';
import { createAnnouncer } from './announcer.ts';
import { build } from './build-element.ts';
import { letSlashOpen, slashOpens } from './slash-key.ts';

export interface PaletteView {
  readonly dialog: HTMLDialogElement;
  readonly field: HTMLInputElement;
  /** Leads to the search page. */
  readonly all: HTMLAnchorElement;
  /** Shows results, the first of them chosen, between what stands above and below them; says a sentence aloud. */
  readonly show: (shown: Shown) => void;
  readonly options: () => readonly HTMLAnchorElement[];
  /** The place of the chosen result, -1 without one. */
  readonly chosen: () => number;
  readonly choose: (place: number) => void;
}

export interface Shown {
  readonly said: string;
  readonly above: readonly HTMLElement[];
  /** Options, or groups of them. */
  readonly results: readonly HTMLElement[];
  readonly below: readonly HTMLElement[];
}

/** Builds the palette into the page, closed. Its ids hold capitals, which no heading's anchor has. */
export function createPaletteView(words: SearchWords, icon: Node | undefined): PaletteView {
  const field = build('input', 'palette-field');
  setAttributes(field, {
    id: 'paletteField',
    type: 'text',
    role: 'combobox',
    'aria-label': words.label,
    'aria-autocomplete': 'list',
    'aria-controls': 'paletteList',
    placeholder: words.label,
    autocomplete: 'off',
    autocapitalize: 'off',
    spellcheck: 'false',
    maxlength: '500',
    enterkeyhint: 'go',
  });
  const close = build(
    'button',
    'palette-close',
    build('kbd', 'key', words.palette.escape),
    ' ',
    build('span', 'palette-close-word', words.palette.close),
  );
  close.type = 'button';
  const list = build('div', 'palette-list');
  setAttributes(list, { id: 'paletteList', role: 'listbox', 'aria-label': words.results });
  const above = build('div', 'palette-above');
  const below = build('div', 'palette-below');
  const body = build('div', 'palette-body', above, list, below);
  const status = build('p', 'visually-hidden');
  status.setAttribute('role', 'status');
  const all = build('a', 'palette-all', words.palette.all);
  const dialog = build(
    'dialog',
    'palette',
    build('div', 'palette-head', ...(icon ? [icon] : []), field, close),
    body,
    build('div', 'palette-foot', buildKeys(words), all),
    status,
  );
  setAttributes(dialog, { 'aria-label': words.title });
  if (document.documentElement.lang.split('-')[0] !== words.lang) dialog.lang = words.lang;
  close.addEventListener('click', () => dialog.close());
  // Only a click beside the dialog's content has the dialog itself for a target.
  dialog.addEventListener('click', ({ target }) => {
    if (target === dialog) dialog.close();
  });
  document.body.append(dialog);

  const announce = createAnnouncer(status);
  let options: readonly HTMLAnchorElement[] = [];
  let chosen = -1;
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
      // The first result brings what stands above it.
      if (chosen === 0) body.scrollTop = 0;
      else options[chosen]?.scrollIntoView({ block: 'nearest' });
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
      choose(0);
      body.scrollTop = 0;
      announce(shown.said);
    },
  };
  // A list that comes under a resting pointer changes no choice: only a moved pointer does.
  list.addEventListener('pointermove', ({ target }) => {
    const option = target instanceof Element ? target.closest<HTMLAnchorElement>('a') : null;
    const place = option === null ? -1 : options.indexOf(option);
    if (place !== -1 && place !== chosen) choose(place);
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

function buildKeys({ palette: words }: SearchWords): HTMLElement {
  const key = (name: string) => build('kbd', 'key', name);
  const slash = build('input', '');
  slash.type = 'checkbox';
  slash.checked = slashOpens();
  slash.addEventListener('change', () => letSlashOpen(slash.checked));
  return build(
    'p',
    'palette-keys',
    build('span', '', key('↑'), key('↓'), words.choose),
    build('span', '', key(words.enter), words.open),
    build('span', '', key(words.control), key(words.enter), words.newTab),
    build('label', '', slash, words.slash),
  );
}

function setAttributes(element: Element, attributes: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
}
