// Takes out of an HTML tree what no article can hold, and says what it was: scripts, frames, forms, drawings, empty elements.
import type { Element, ElementContent, Root } from 'hast';
import { countHtml, unseen } from './count-elements.ts';
import { type ElementCounts, lineOf, type Remark } from './source-page.ts';

/** Taken out without a word: nobody saw them, or they say nothing by themselves. */
const silent = new Set(
  'head title style template link meta base noscript col colgroup source track param'.split(' '),
);

/** Whose text stays while what they say by their look goes. */
const looks: Readonly<Record<string, string>> = {
  u: 'u',
  mark: 'mark',
  sub: 'sub',
  sup: 'sup',
  font: 'font',
  ins: 'ins',
};

const embeds = new Set(['iframe', 'video', 'audio', 'embed', 'object']);
const emptiable = new Set('a h1 h2 h3 h4 h5 h6 ul ol dl table'.split(' '));

function countIn(element: Element): ElementCounts {
  return countHtml({ type: 'root', children: [element] }).counts;
}

/** `change` that takes away what `element` holds. */
function without(element: Element): Partial<ElementCounts> {
  const gone = Object.entries(countIn(element)).filter(([, count]) => count > 0);
  return Object.fromEntries(gone.map(([kind, count]) => [kind, -count]));
}

function embedAddress({ properties, children }: Element): string | undefined {
  const inner = children.find((child) => child.type === 'element' && child.tagName === 'source');
  const from = inner?.type === 'element' ? inner.properties.src : undefined;
  const address = String(properties.src ?? properties.data ?? from ?? '');
  return /^https?:\/\//i.test(address) ? address : undefined;
}

function embedLink(element: Element, address: string): Element {
  const words = String(element.properties.title ?? '').trim() || address;
  return {
    type: 'element',
    tagName: 'a',
    properties: { href: address },
    children: [{ type: 'text', value: words }],
    ...(element.position ? { position: element.position } : {}),
  };
}

function holdsSomething(element: Element): boolean {
  return element.children.some(
    (child) =>
      (child.type === 'text' && child.value.trim() !== '') ||
      (child.type === 'element' && (child.tagName === 'img' || holdsSomething(child))),
  );
}

/** A box to tick in a list is text of a task list; any other form control is nothing in an article. */
function isTaskBox({ tagName, properties }: Element): boolean {
  return tagName === 'input' && properties.type === 'checkbox';
}

function isHidden({ properties }: Element): boolean {
  const style = String(properties.style ?? '');
  return (
    properties.hidden === true || properties.hidden === '' || /(?:^|;)\s*display\s*:\s*none/i.test(style)
  );
}

/** What stands for `element`, whose children are clean: itself, a link, or nothing. */
function replace(element: Element, remarks: Remark[]): ElementContent[] {
  const { tagName } = element;
  const line = lineOf(element);
  const drop = (code: Remark['code'], change = without(element)) => {
    remarks.push({ code, line, detail: tagName, change });
    return [];
  };
  if (silent.has(tagName)) return [];
  if (embeds.has(tagName)) {
    const address = embedAddress(element);
    if (address === undefined) return drop('element-dropped');
    remarks.push({ code: 'embed-linked', line, detail: address, change: { link: 1 } });
    return [embedLink(element, address)];
  }
  if (tagName === 'svg') return drop('drawing-dropped');
  if (unseen.has(tagName) || (tagName === 'input' && !isTaskBox(element)) || isHidden(element))
    return drop('element-dropped');
  if (emptiable.has(tagName) && !holdsSomething(element))
    return tagName === 'a' && element.properties.href === undefined ? [] : drop('empty-dropped');
  if (tagName === 'img' && String(element.properties.src ?? '').trim() === '') return drop('image-missing');
  const look = looks[tagName];
  if (look !== undefined) remarks.push({ code: 'formatting-lost', line, detail: look });
  return [element];
}

/** Edits `parent`; the result says what was lost. */
export function cleanHtml(parent: Root | Element): Remark[] {
  const remarks: Remark[] = [];
  parent.children = parent.children.flatMap((child): ElementContent[] => {
    if (child.type === 'text') return [child];
    if (child.type !== 'element') return [];
    // What is dropped with all that it holds is counted whole: nothing in it is told of twice.
    const dropped = silent.has(child.tagName) || unseen.has(child.tagName) || isHidden(child);
    if (!dropped) remarks.push(...cleanHtml(child));
    return replace(child, remarks);
  });
  return remarks;
}
