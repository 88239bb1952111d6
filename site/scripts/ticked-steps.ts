// The numbered steps of a procedure get check boxes, to be ticked off for the call in hand.
import { type ReadingWords, readingWordsFor } from '../locales/reading-words.ts';
import { announce } from './announce.ts';
import { build } from './build-element.ts';
import { headingText } from './heading-text.ts';
import { forgetTicked, keepTicked, readTicked } from './ticked-store.ts';

/** The lists whose items are steps of the agent's own; in a macro they belong to the message. The style sheet keeps their room with the same words. */
const stepLists = ':is(.article-procedure, .article-decision) > .prose > ol';

/** Adds a box to each step and, once one is ticked, the way to untick all. */
export function setUpTickedSteps(): void {
  const article = document.querySelector<HTMLElement>('.article');
  const lists = [...document.querySelectorAll<HTMLOListElement>(stepLists)];
  if (!article || lists.length === 0) return;
  const { lang } = document.documentElement;
  const words = readingWordsFor(lang);
  const name = `${lang}/${article.dataset.id}@${article.dataset.version}`;
  const boxes = lists.flatMap((list) => addBoxes(list, words));
  const ticked = () => new Set(boxes.flatMap((box, place) => (box.checked ? [place] : [])));
  const bar = buildBar(words, () => {
    forgetTicked();
    for (const box of boxes) box.checked = false;
    showCount();
    announce(words.steps.cleared);
    boxes[0]?.focus();
  });
  const showCount = () => bar.show(ticked().size, boxes.length);
  const showKept = () => {
    const kept = readTicked(name);
    boxes.forEach((box, place) => {
      box.checked = kept.has(place);
    });
    showCount();
  };
  for (const box of boxes)
    box.addEventListener('change', () => {
      keepTicked(name, ticked());
      showCount();
    });
  article.append(bar.element);
  // A page that the browser kept may be older than the call.
  window.addEventListener('pageshow', ({ persisted }) => {
    if (persisted) showKept();
  });
  showKept();
}

function addBoxes(list: HTMLOListElement, words: ReadingWords): HTMLInputElement[] {
  const section = sectionOf(list);
  const items = [...list.children].filter((child) => child instanceof HTMLLIElement);
  return items.map((item, index) => {
    const box = build('input', 'tick');
    box.type = 'checkbox';
    box.autocomplete = 'off';
    box.lang = words.lang;
    box.setAttribute('aria-label', words.steps.done(String(list.start + index), section));
    item.prepend(box);
    return box;
  });
}

/** The heading above a list, which tells its steps from those of the next one. */
function sectionOf(list: Element): string | undefined {
  for (let before = list.previousElementSibling; before; before = before.previousElementSibling)
    if (/^H[2-6]$/.test(before.tagName)) return headingText(before);
  return undefined;
}

function buildBar(words: ReadingWords, clear: () => void) {
  const count = build('span', '');
  const button = build('button', 'button button-quiet', words.steps.newCall);
  const element = build('div', 'ticked-bar', count, button);
  button.type = 'button';
  button.addEventListener('click', clear);
  element.lang = words.lang;
  element.setAttribute('role', 'group');
  element.setAttribute('aria-label', words.steps.name);
  return {
    element,
    show: (done: number, all: number) => {
      count.textContent = words.steps.count(done, all);
      element.hidden = done === 0;
    },
  };
}
