// Says results aloud to screen readers, once typing has come to rest: a live region that changed at each keystroke would never end a sentence.

/** Milliseconds of rest before something is said. */
const rest = 700;

/** A function that says a sentence through `region`, an element with the role `status`; a later sentence replaces one not said yet. */
export function createAnnouncer(region: HTMLElement): (sentence: string) => void {
  let timer = 0;
  return (sentence) => {
    window.clearTimeout(timer);
    timer = window.setTimeout(() => {
      region.textContent = sentence;
    }, rest);
  };
}
