// The keys of the guide: each presses a button that the reader sees. They hold only while the focus is inside the guide (WCAG 2.1.4).

/** Presses the buttons of `panel` by their `data-key`: 1–9, a letter, Backspace (or the left arrow), Escape; Enter goes on where only one way does. */
export function listenForKeys(panel: HTMLElement): void {
  const buttonFor = (key: string) => panel.querySelector<HTMLElement>(`[data-key="${key}"]`);
  panel.addEventListener('keydown', (event) => {
    const { target } = event;
    if (event.ctrlKey || event.metaKey || event.altKey || !(target instanceof Element)) return;
    const key = keyOf(event);
    if (key === undefined || (key !== 'Escape' && target.matches('input, textarea, select'))) return;
    const onControl = target.closest('button, a, summary') !== null;
    // There the arrow scrolls.
    if (event.key === 'ArrowLeft' && target.closest('.guide-detail') !== null) return;
    const only = onControl || buttonFor('2') !== null ? null : buttonFor('1');
    const button = key === 'Enter' ? only : buttonFor(key);
    if (button === null) return;
    event.preventDefault();
    button.click();
  });
}

/** A French keyboard gives digits with Shift only, so the key's place counts too. */
function keyOf({ key, code }: KeyboardEvent): string | undefined {
  if (['Enter', 'Escape', 'Backspace'].includes(key)) return key;
  if (key === 'ArrowLeft') return 'Backspace';
  if (/^[1-9]$/.test(key)) return key;
  return /^Digit([1-9])$/.exec(code)?.[1] ?? (/^[a-z]$/i.test(key) ? key.toUpperCase() : undefined);
}
