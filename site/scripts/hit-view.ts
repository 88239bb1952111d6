// Shows search results: fills the templates that the page brings along, so that no markup is written here.
import type { ChosenHit } from './choose-hits.ts';

/** A list item for each hit; `root` is the way from the page to the site's root. */
export function showHits(hits: readonly ChosenHit[], root: string): HTMLOListElement {
  const list = document.createElement('ol');
  list.className = 'article-list search-hits';
  list.append(...hits.map((chosen) => showHit(chosen, root)));
  return list;
}

function showHit({ hit, validity }: ChosenHit, root: string): Node {
  const item = copyTemplate('search-hit');
  const { meta } = hit;
  const slot = (name: string) => item.querySelector<HTMLElement>(`[data-slot="${name}"]`);
  const title = slot('title');
  if (title instanceof HTMLAnchorElement) {
    title.textContent = hit.title;
    title.setAttribute('href', `${root === '' ? './' : root}${hit.url}`);
  }
  fillText(slot('summary'), meta.summary);
  fillText(slot('category'), meta.category ?? meta.owner);
  slot('type')?.replaceWith(copyTemplate(`type-${meta.type ?? ''}`));
  const words = excerpt(hit.excerptHtml);
  if (!repeats(words.textContent ?? '', meta.summary ?? '')) slot('excerpt')?.append(words);
  const trust = meta.trust ?? '';
  if (trust !== 'archived' && trust !== 'draft') slot('state')?.append(copyTemplate(`validity-${validity}`));
  if (trust !== 'validated') slot('state')?.append(copyTemplate(`trust-${trust}`));
  item.querySelector('.article-row')?.setAttribute('data-validity-shown', validity);
  return item;
}

function fillText(element: HTMLElement | null, text: string | undefined): void {
  if (text === undefined) element?.remove();
  else if (element) element.textContent = text;
}

/** A copy of a template's content; empty where the page has no such template. */
function copyTemplate(id: string): DocumentFragment {
  const template = document.getElementById(id);
  return template instanceof HTMLTemplateElement
    ? (template.content.cloneNode(true) as DocumentFragment)
    : document.createDocumentFragment();
}

/** Whether an excerpt begins in the summary (which opens an article's text) and so would say the same again. */
function repeats(excerptText: string, summary: string): boolean {
  const plain = (text: string) => text.replace(/\s+/g, ' ').trim();
  const [shown, start] = [plain(summary), plain(excerptText.replace(/^… /, '')).slice(0, 30)];
  return shown.includes(start) || (shown !== '' && plain(excerptText).includes(shown.slice(0, 30)));
}

/** The excerpt's words and marks alone: whatever else the index may hold becomes text. */
function excerpt(html: string): DocumentFragment {
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  const out = document.createDocumentFragment();
  for (const node of parsed.body.childNodes) {
    if (!(node instanceof HTMLElement) || node.localName !== 'mark') {
      out.append(node.textContent ?? '');
      continue;
    }
    const mark = document.createElement('mark');
    mark.textContent = node.textContent;
    out.append(mark);
  }
  return out;
}
