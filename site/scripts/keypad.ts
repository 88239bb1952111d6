// Entry of `keypad.js`, which only the pages of voice menus load.
import type { KeypadData } from '../keypad-data.ts';
import { keypadWordsFor } from '../locales/keypad-words.ts';
import { openKeypad } from './keypad/open-keypad.ts';

const written = document.querySelector<HTMLElement>('[data-keypad]')?.dataset.keypad;
const start = document.querySelector<HTMLElement>('.keypad-start');
if (written !== undefined && start) {
  const data = JSON.parse(written) as KeypadData;
  start.addEventListener('click', () => openKeypad(data, keypadWordsFor(document.documentElement.lang)));
  start.hidden = false;
}
