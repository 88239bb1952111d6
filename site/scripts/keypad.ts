// Entry of `keypad.js`, fetched when a reader wants to try a voice menu.
import type { KeypadData } from '../keypad-data.ts';
import { keypadWordsFor } from '../locales/keypad-words.ts';
import { openKeypad } from './keypad/open-keypad.ts';

const written = document.querySelector<HTMLElement>('[data-keypad]')?.dataset.keypad;
if (written !== undefined) {
  const data = JSON.parse(written) as KeypadData;
  const words = keypadWordsFor(document.documentElement.lang);
  document.querySelector('.keypad-start')?.addEventListener('click', () => openKeypad(data, words));
}
