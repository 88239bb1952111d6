// Fetches `follow-ups.js` when somebody wants the days of an article's follow-ups: who only reads them does not pay for it.
import { loadScript } from './load-script.ts';

/** Makes the buttons below the follow-ups fetch what they do, with the first press that can. */
export function setUpFollowUpLoading(): void {
  const ways = document.querySelector<HTMLElement>('.follow-ups-ways');
  const load = ({ target }: Event) => {
    const pressed = (target as Element).closest('button');
    if (!pressed) return;
    void loadScript(ways?.dataset.script ?? '').then(
      () => {
        // The script listens for presses of its own now.
        ways?.removeEventListener('click', load);
        pressed.click();
      },
      () => undefined,
    );
  };
  ways?.addEventListener('click', load);
}
