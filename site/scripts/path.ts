// Entry of `path.js`: boxes for the steps of a training path, and how many are done.
import { trainingWordsFor } from '../locales/training-words.ts';
import { announce } from './announce.ts';
import { build } from './build-element.ts';
import { keepStep, readStep } from './path-progress.ts';
import { hasScore } from './quiz-scores.ts';
import { readRecent } from './reading-list.ts';

function setUpPath(): void {
  const list = document.querySelector<HTMLElement>('.path-steps');
  if (!list) return;
  const words = trainingWordsFor(document.documentElement.lang);
  const base = document.querySelector<HTMLMetaElement>('meta[name="application-name"]')?.content ?? '';
  const bar = build('progress', 'path-bar');
  const count = build('p', 'path-count');
  list.before(count, bar);
  const boxes = [...list.querySelectorAll<HTMLElement>('.path-step')].map((item) => {
    const box = build('input', 'path-tick');
    box.type = 'checkbox';
    box.autocomplete = 'off';
    box.setAttribute('aria-label', words.done(item.querySelector('a')?.textContent ?? ''));
    const { step = '' } = item.dataset;
    const name = `${base} ${list.dataset.path} ${step}`;
    box.checked = readStep(name) ?? isKnownDone(item.dataset);
    box.addEventListener('change', () => {
      if (!keepStep(name, box.checked)) announce(words.stepNotKept);
      show();
    });
    item.prepend(box);
    return box;
  });
  const show = () => {
    const done = boxes.filter(({ checked }) => checked).length;
    count.textContent = words.progress(done, boxes.length);
    bar.max = boxes.length;
    bar.value = done;
    bar.setAttribute('aria-label', count.textContent);
  };
  show();
}

/** Whether this device knows that the article was opened, or the quiz finished; of a guide it knows nothing. */
function isKnownDone({ article = '', as }: DOMStringMap): boolean {
  if (as === 'guide') return false;
  if (as === 'quiz') return hasScore(article);
  return readRecent().some(({ lang, id }) => `${lang}/${id}` === article);
}

setUpPath();
