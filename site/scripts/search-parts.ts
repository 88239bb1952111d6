// The search page's elements: what they show and what the reader does with them.
import { build } from './build-element.ts';
import type { Wanted } from './search-address.ts';

interface Action {
  readonly label: string;
  readonly run: () => void;
}

export interface Listeners {
  readonly type: (query: string) => void;
  readonly submit: () => void;
  readonly refine: (next: (wanted: Wanted) => Partial<Wanted>) => void;
}

export interface SearchPageParts {
  readonly root: string;
  /** Brings field and filters in line with what is wanted. */
  readonly show: (wanted: Wanted) => void;
  /** Back to how the page came: nothing searched yet. */
  readonly showHint: () => void;
  /** Replaces the results with one sentence. */
  readonly say: (sentence: string) => void;
  readonly showResults: (count: string, results: readonly HTMLElement[]) => void;
  readonly note: (sentence: string, action: Action) => HTMLElement;
  readonly empty: (
    title: string,
    tried: string,
    advice: readonly string[],
    action: Action | undefined,
  ) => HTMLElement;
  /** The filters in force, in the reader's words. */
  readonly nameLimits: (wanted: Wanted) => readonly string[];
  readonly focusFirst: () => void;
  readonly listen: (listeners: Listeners) => void;
}

/** The parts of the page, or undefined on a page that is not the search page. */
export function findSearchParts(): SearchPageParts | undefined {
  const field = document.getElementById('searchField');
  const count = document.getElementById('search-count');
  const results = document.getElementById('search-results');
  const obsolete = document.getElementById('search-obsolete');
  if (!(field instanceof HTMLInputElement) || !count || !results || !obsolete) return undefined;
  const reason = document.getElementById('search-reason');
  const reasonSelect = reason instanceof HTMLSelectElement ? reason : undefined;
  const types = [...document.querySelectorAll<HTMLButtonElement>('#search-filters [data-type]')];
  const links = () => [...results.querySelectorAll<HTMLAnchorElement>('a.article-row-title')];
  const hint = [...results.children];
  return {
    root: results.dataset.root ?? '',
    show: (wanted) => {
      if (field.value !== wanted.query) field.value = wanted.query;
      for (const button of types) press(button, wanted.types.has(button.dataset.type ?? ''));
      if (reasonSelect) reasonSelect.value = wanted.reason;
      press(obsolete, wanted.obsolete);
    },
    showHint: () => {
      count.textContent = '';
      results.replaceChildren(...hint);
    },
    showResults: (sentence, elements) => {
      count.textContent = sentence;
      results.replaceChildren(...elements);
    },
    say: (sentence) => {
      count.textContent = sentence;
      results.replaceChildren();
    },
    note: (sentence, action) => build('p', 'search-note', `${sentence} `, actionButton(action)),
    empty: (title, tried, advice, action) =>
      build(
        'div',
        'empty',
        build('h2', '', title),
        build('p', '', tried),
        build('ul', '', ...advice.map((line) => build('li', '', line))),
        ...(action ? [actionButton(action)] : []),
      ),
    nameLimits: (wanted) => [
      ...types
        .filter((button) => wanted.types.has(button.dataset.type ?? ''))
        .map((button) => button.textContent?.trim() ?? ''),
      ...(wanted.reason === '' ? [] : [wanted.reason]),
    ],
    focusFirst: () => links()[0]?.focus(),
    listen: (listeners) => {
      field.addEventListener('input', () => listeners.type(field.value));
      field.form?.addEventListener('submit', (event) => {
        event.preventDefault();
        listeners.submit();
      });
      for (const button of types) {
        button.addEventListener('click', () =>
          listeners.refine((wanted) => ({ types: toggled(wanted.types, button.dataset.type ?? '') })),
        );
      }
      reasonSelect?.addEventListener('change', () =>
        listeners.refine(() => ({ reason: reasonSelect.value })),
      );
      obsolete.addEventListener('click', () =>
        listeners.refine((wanted) => ({ obsolete: !wanted.obsolete })),
      );
      document.addEventListener('keydown', (event) => moveByArrows(event, field, links()));
      // On a phone a focused field covers the results with the keyboard.
      if (field.value === '' || window.matchMedia('(pointer: fine)').matches) field.focus();
    },
  };
}

/** Arrow keys go from the field through the results and back. */
function moveByArrows(
  event: KeyboardEvent,
  field: HTMLInputElement,
  links: readonly HTMLAnchorElement[],
): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (step === 0 || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const focused = document.activeElement;
  const at = links.findIndex((link) => link.isSameNode(focused));
  if (at === -1 && focused !== field) return;
  const next = at + step < 0 ? field : links[at + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
}

function press(button: HTMLElement, pressed: boolean): void {
  button.setAttribute('aria-pressed', String(pressed));
}

function toggled(set: ReadonlySet<string>, value: string): ReadonlySet<string> {
  const next = new Set(set);
  if (!next.delete(value)) next.add(value);
  return next;
}

function actionButton({ label, run }: Action): HTMLElement {
  const button = build('button', 'button button-quiet', label);
  button.setAttribute('type', 'button');
  button.addEventListener('click', run);
  return button;
}
