// What agents copy: code, the words of a macro, the link to a section.
import { copyText } from './clipboard.ts';

/** Adds the buttons; says aloud what became of each copy. */
export function setUpCopying(): void {
  const template = document.getElementById('copyButton');
  const status = document.getElementById('copyStatus');
  if (!(template instanceof HTMLTemplateElement) || !status) return;
  for (const block of document.querySelectorAll<HTMLElement>(
    '.prose > pre, .prose > :not(figure) pre, .article-macro .prose blockquote',
  ))
    addButton(block, template, status);
  for (const anchor of document.querySelectorAll<HTMLAnchorElement>('.prose a.anchor')) {
    anchor.addEventListener('click', () => void copyText(anchor.href).then((done) => tell(status, done)));
  }
}

function addButton(block: HTMLElement, template: HTMLTemplateElement, status: HTMLElement): void {
  const button = template.content.firstElementChild?.cloneNode(true);
  if (!(button instanceof HTMLButtonElement)) return;
  // biome-ignore lint/performance/useDomNodeTextContent: what is copied has the line breaks that the reader sees.
  const text = block.innerText;
  const frame = document.createElement('div');
  frame.className = 'copyable';
  block.replaceWith(frame);
  frame.append(block, button);
  button.addEventListener('click', () => void copyText(text).then((done) => tell(status, done, button)));
}

function tell(status: HTMLElement, done: boolean, button?: HTMLButtonElement): void {
  const words = (done ? status.dataset.done : status.dataset.failed) ?? '';
  status.textContent = words;
  status.classList.add('shown');
  button?.classList.toggle('done', done);
  window.setTimeout(() => {
    status.textContent = '';
    status.classList.remove('shown');
    button?.classList.remove('done');
  }, 2000);
}
