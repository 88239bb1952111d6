// The dialogs of the field: a heading, a way to close, and what goes between. The browser keeps the focus inside and gives it back.
import { build } from '../build-element.ts';
import { loadStyle } from '../load-style.ts';
import { pageWords } from './field-page.ts';

/** Opens a dialog named `title` over the page; closing removes it. */
export async function openDialog(
  name: string,
  title: string,
  fill: (close: () => void) => readonly HTMLElement[],
): Promise<HTMLDialogElement | undefined> {
  await loadStyle(document.documentElement.dataset.fieldStyle);
  // Two presses while the style sheet was on its way.
  if (document.querySelector('dialog.field-dialog[open]')) return undefined;
  const words = pageWords();
  const dialog = build('dialog', `field-dialog ${name}`);
  const close = () => dialog.close();
  const heading = build('h2', 'field-dialog-title', title);
  heading.id = 'fieldDialogTitle';
  const cross = pressButton('icon-button', '×', close);
  cross.setAttribute('aria-label', words.close);
  cross.title = words.close;
  dialog.lang = words.lang;
  dialog.setAttribute('aria-labelledby', heading.id);
  dialog.append(build('div', 'field-dialog-head', heading, cross), ...fill(close));
  dialog.addEventListener('close', () => dialog.remove());
  // The guide has keys of its own.
  dialog.addEventListener('keydown', (event) => event.stopPropagation());
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}

export function pressButton(className: string, label: string, run: () => void): HTMLButtonElement {
  const button = build('button', className, label);
  button.type = 'button';
  button.addEventListener('click', run);
  return button;
}

/** A line that is read aloud when it changes. */
export function statusLine(className: string): HTMLParagraphElement {
  const line = build('p', className);
  line.setAttribute('role', 'status');
  return line;
}
