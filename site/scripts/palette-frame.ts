// The palette's elements: a dialog with a field, room for results, and the keys that work in it.
import type { SearchWords } from '../locales/search-words.ts';
import { build, setAttributes } from './build-element.ts';
import { letSlashOpen, slashOpens } from './slash-key.ts';

export interface PaletteFrame {
  readonly dialog: HTMLDialogElement;
  readonly field: HTMLInputElement;
  /** Scrolls, and holds `above`, `list` and `below`. */
  readonly body: HTMLElement;
  readonly above: HTMLElement;
  readonly list: HTMLElement;
  readonly below: HTMLElement;
  /** Says aloud what is written into it. */
  readonly status: HTMLElement;
  /** Leads to the search page. */
  readonly all: HTMLAnchorElement;
}

/** Builds the palette into the page, closed. Its ids hold capitals, which no heading's anchor has. */
export function buildPaletteFrame(words: SearchWords, icon: Node | undefined): PaletteFrame {
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
  return { dialog, field, body, above, list, below, status, all };
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
