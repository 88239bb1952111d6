// Fetches a script when somebody presses a button that needs it: who only reads the page does not pay for it.
import { announce } from './announce.ts';
import { loadScript } from './load-script.ts';
import { loadStyle } from './load-style.ts';

/**
 * Makes every element with `data-press-script`, a button or what holds buttons, fetch that script and the style of `data-press-style` with
 * the first press that can. A load that fails is told in the words of `data-press-failed`; the next press tries again.
 */
export function setUpLoadingOnPress(): void {
  for (const ways of document.querySelectorAll<HTMLElement>('[data-press-script]')) {
    const { pressScript = '', pressStyle, pressFailed = '' } = ways.dataset;
    const load = ({ target }: Event) => {
      const pressed = (target as Element).closest('button');
      if (!pressed) return;
      // Whoever presses twice wants it once.
      ways.removeEventListener('click', load);
      void Promise.all([loadScript(pressScript), loadStyle(pressStyle)]).then(
        // The script listens for presses of its own now.
        () => pressed.click(),
        () => {
          ways.addEventListener('click', load);
          announce(pressFailed);
        },
      );
    };
    ways.addEventListener('click', load);
    ways.hidden = false;
  }
}
