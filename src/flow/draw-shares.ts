// Writes on the arrows of a drawn flowchart how many took each: the picture, with what readers made of it.
import type { Element, ElementContent } from 'hast';
import type { Flow } from '../model/flow.ts';

/** Widths of arrows: `share-1` for a tenth of the readers or less, `share-5` for nearly all. */
const widths = 5;

function elementsOf(parent: Element): Element[] {
  return parent.children.filter((child): child is Element => child.type === 'element');
}

function classesOf({ properties }: Element): readonly string[] {
  const { className } = properties;
  return Array.isArray(className) ? className.map(String) : String(className ?? '').split(' ');
}

/** All elements below `parent` with the class `name`, in the order of the picture. */
function findAll(parent: Element, name: string): Element[] {
  return elementsOf(parent).flatMap((child) =>
    classesOf(child).includes(name) ? [child] : findAll(child, name),
  );
}

function textOf(node: ElementContent): string {
  if (node.type === 'text') return node.value;
  return node.type === 'element' ? node.children.map(textOf).join('') : '';
}

/** Spaces are the picture's own affair: it breaks lines. */
const bare = (text: string) => text.replace(/\s+/g, '');

/**
 * Adds to `picture`, as `placePicture` gave it, the share of each edge of `flow` (0 to 1, by edge; undefined for none), in
 * the words of `format`. Mermaid draws arrows and their labels in the order of the edges and says no more about them: where
 * numbers or words don't agree, nothing is drawn, and the result says so.
 */
export function drawShares(
  picture: Element,
  flow: Flow,
  shares: readonly (number | undefined)[],
  format: (share: number) => string,
): boolean {
  const arrows = findAll(picture, 'flowchart-link');
  const labels = findAll(picture, 'edgeLabel').filter((label) => bare(textOf(label)) !== '');
  const labelled = flow.edges.flatMap(({ answer }, index) => (bare(answer) === '' ? [] : [index]));
  const agrees =
    arrows.length === flow.edges.length &&
    labels.length === labelled.length &&
    labelled.every(
      (edge, place) => bare(textOf(labels[place] as Element)) === bare(flow.edges[edge]?.answer ?? ''),
    );
  if (!agrees) return false;
  for (const [index, share] of shares.entries()) {
    const arrow = arrows[index];
    if (arrow === undefined || share === undefined) continue;
    const width = Math.min(widths, Math.max(1, Math.ceil(share * widths)));
    arrow.properties.className = [...classesOf(arrow), `share-${width}`];
  }
  for (const [place, edge] of labelled.entries()) {
    const share = shares[edge];
    const label = labels[place];
    if (share !== undefined && label) extendLabel(label, format(share));
  }
  return true;
}

/** A line of its own below the label's words, on a ground as wide as it needs. */
function extendLabel(label: Element, words: string): void {
  const [text] = findTag(label, 'text');
  const [ground] = findTag(label, 'rect');
  if (!text) return;
  text.children.push({
    type: 'element',
    tagName: 'tspan',
    properties: { x: '0', dy: '1.1em', textAnchor: 'middle', className: ['share'] },
    children: [{ type: 'text', value: words }],
  });
  if (!ground) return;
  const { x, width, height } = ground.properties;
  // A digit is about 9 units wide at the size of a label.
  const least = words.length * 9;
  const wide = Math.max(Number(width) || 0, least);
  ground.properties.x = String((Number(x) || 0) - (wide - (Number(width) || 0)) / 2);
  ground.properties.width = String(wide);
  ground.properties.height = String((Number(height) || 0) + 18);
}

function findTag(parent: Element, tagName: string): Element[] {
  return elementsOf(parent).flatMap((child) =>
    child.tagName === tagName ? [child] : findTag(child, tagName),
  );
}
