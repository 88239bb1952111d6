// What agents copy: code, the words of a macro, the link to a section.

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
    anchor.addEventListener('click', () => void copy(anchor.href).then((done) => tell(status, done)));
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
  button.addEventListener('click', () => void copy(text).then((done) => tell(status, done, button)));
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

/** Whether `text` reached the clipboard. Sites on plain `http://` have no clipboard interface, so the older way stands in. */
async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyBySelection(text);
  }
}

function copyBySelection(text: string): boolean {
  const area = document.createElement('textarea');
  area.value = text;
  area.className = 'visually-hidden';
  const focused = document.activeElement;
  document.body.append(area);
  area.select();
  const done = document.execCommand('copy');
  area.remove();
  if (focused instanceof HTMLElement) focused.focus();
  return done;
}
