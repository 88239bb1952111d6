// The keys of the guide: each presses a button that the reader sees. They hold only while the focus is inside the guide (WCAG 2.1.4).
import { isCommand, menuKeyOf } from './menu-key.ts';

/** Presses the buttons of `panel` by their `data-key`: a key of a telephone, a letter, Backspace (or the left arrow), Escape; Enter goes on where only one way does. */
export function listenForKeys(panel: HTMLElement): void {
  const buttonFor = (key: string) => panel.querySelector<HTMLElement>(`[data-key="${key}"]`);
  panel.addEventListener('keydown', (event) => {
    const { target } = event;
    if (isCommand(event) || !(target instanceof Element)) return;
    const key = keyOf(event);
    if (key === undefined || (key !== 'Escape' && target.matches('input, textarea, select'))) return;
    const onControl = target.closest('button, a, summary') !== null;
    // There the arrow scrolls.
    if (event.key === 'ArrowLeft' && target.closest('.guide-detail') !== null) return;
    const [answer = null, second] = panel.querySelectorAll<HTMLElement>('.guide-answers button');
    const only = onControl || second ? null : answer;
    const button = key === 'Enter' ? only : buttonFor(key);
    if (button === null) return;
    event.preventDefault();
    button.click();
  });
}

function keyOf(event: KeyboardEvent): string | undefined {
  const { key } = event;
  if (['Enter', 'Escape', 'Backspace'].includes(key)) return key;
  if (key === 'ArrowLeft') return 'Backspace';
  return menuKeyOf(event) ?? (/^[a-z]$/i.test(key) ? key.toUpperCase() : undefined);
}
