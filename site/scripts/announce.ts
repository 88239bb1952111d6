// One short message at a time, seen at the foot of the window and read out by screen readers.

/** Milliseconds that a message stays in view. */
const shown = 2500;
let hiding: number | undefined;

/** Says `text` in the page's live region; a page without one stays silent. */
export function announce(text: string): void {
  const status = document.getElementById('copyStatus');
  if (!status) return;
  window.clearTimeout(hiding);
  status.textContent = text;
  status.classList.add('shown');
  hiding = window.setTimeout(() => {
    status.textContent = '';
    status.classList.remove('shown');
  }, shown);
}
