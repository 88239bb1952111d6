// Ways to the search from anywhere: `/` and Ctrl+K (Cmd+K), a click into the search field, and typing into it.
import { loadScript } from './load-script.ts';
import { loadStyle } from './load-style.ts';
import { type PaletteRequest, paletteRequest } from './palette-request.ts';
import { slashOpens } from './slash-key.ts';

/**
 * Opens the palette, whose script is loaded with the first opening; until it is there the field takes what is typed, and where it
 * can't be loaded the field's form leads to the search page. On that page the field itself is the place to search.
 */
export function setUpShortcuts(): void {
  const field = document.getElementById('searchField');
  if (!(field instanceof HTMLInputElement)) return;
  const { palette: script, paletteStyle } = field.form?.dataset ?? {};

  const open = (returnTo: HTMLElement | undefined): void => {
    if (script === undefined) return;
    const detail: PaletteRequest = { returnTo };
    Promise.all([loadScript(script), loadStyle(paletteStyle)]).then(
      () => document.dispatchEvent(new CustomEvent(paletteRequest, { detail })),
      () => undefined,
    );
  };

  document.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.isComposing) return;
    const command = (event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === 'k';
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
    const slash = event.key === '/' && plain && !isTyping(event.target) && slashOpens();
    if (!command && !slash) return;
    event.preventDefault();
    const target = document.getElementById('paletteField');
    if (target?.closest('dialog')?.open) return target.focus();
    const focused = document.activeElement;
    field.focus({ preventScroll: script !== undefined });
    field.select();
    open(focused instanceof HTMLElement && focused !== document.body ? focused : undefined);
  });
  // Merely reaching the field with Tab opens nothing (WCAG 2.2, 3.2.1).
  field.addEventListener('click', () => open(field));
  field.addEventListener('input', () => open(field));
}

/** Whether a key pressed there writes something. */
function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      target.matches('textarea, select, input:not([type="checkbox"], [type="radio"], [type="button"])'))
  );
}
