// What agents copy: code, the words to say or to send, the link to a section.
import { readingWordsFor } from '../locales/reading-words.ts';
import { announce } from './announce.ts';
import { build } from './build-element.ts';
import { copyText } from './clipboard.ts';
import { headingText } from './heading-text.ts';
import { copyTold, tellUsage } from './usage-events.ts';

/** Blocks of code and block quotes, the outermost of each; the style sheet keeps the room of their buttons. */
const blocksToCopy = '.prose :is(pre, blockquote):not(figure *, blockquote *, .macro *)';

/** Adds the buttons; says aloud what became of each copy. */
export function setUpCopying(): void {
  const template = document.getElementById('copyButton');
  const status = document.getElementById('copyStatus');
  if (!(template instanceof HTMLTemplateElement) || !status) return;
  const { done = '', failed = '' } = status.dataset;
  for (const block of document.querySelectorAll<HTMLElement>(blocksToCopy))
    addButton(block, template, { done, failed });
  addLinkButtons(template, failed);
}

interface Said {
  readonly done: string;
  readonly failed: string;
}

function addButton(block: HTMLElement, template: HTMLTemplateElement, said: Said): void {
  const button = template.content.firstElementChild?.cloneNode(true);
  if (!(button instanceof HTMLButtonElement)) return;
  const frame = build('div', 'copyable');
  block.replaceWith(frame);
  frame.append(block, button);
  button.addEventListener('click', async () => {
    // biome-ignore lint/performance/useDomNodeTextContent: what is copied has the line breaks that the reader sees.
    if (await copy(block.innerText, button, said)) tellUsage(copyTold);
  });
}

/** A button behind each heading's own link. */
function addLinkButtons(template: HTMLTemplateElement, failed: string): void {
  const words = readingWordsFor(document.documentElement.lang).link;
  const icon = template.content.querySelector('.icon');
  for (const anchor of document.querySelectorAll<HTMLAnchorElement>('.prose a.anchor')) {
    const heading = anchor.parentElement;
    if (!heading || !icon) continue;
    const button = build('button', 'link-button', icon.cloneNode(true));
    button.type = 'button';
    button.title = words.copy(headingText(heading));
    button.setAttribute('aria-label', button.title);
    button.addEventListener('click', () => void copy(anchor.href, button, { done: words.copied, failed }));
    anchor.after(button);
  }
}

async function copy(text: string, button: HTMLElement, said: Said): Promise<boolean> {
  const done = await copyText(text);
  announce(done ? said.done : said.failed);
  button.classList.toggle('done', done);
  window.setTimeout(() => button.classList.remove('done'), 2000);
  return done;
}
