// The values of the base's variables in the tree of a page: each place gets the text of the day, and one that changes later carries what it changes to.
import type { Element, ElementContent } from 'hast';
import type { Code, Nodes, Root, Text } from 'mdast';
import type { IsoDate } from '../model/iso-date.ts';
import { fillPlaceholders, findPlaceholders } from '../model/placeholder.ts';
import { isOfBase, type ValueStep, type Variables, valueOn, valuesFrom } from '../model/variable.ts';
import { isMermaid } from './collect-markdown.ts';
import { walkTree } from './walk-tree.ts';

/** For whom and for when the values are. */
export interface ValueDay {
  readonly lang: string;
  readonly today: IsoDate;
}

/** A stretch of text, or a value with its steps from the day on. */
type Piece = string | readonly ValueStep[];

/** `text` with the values of the day in its places; a place without a value stays as it is written. */
export function fillValues(text: string, variables: Variables, { lang, today }: ValueDay): string {
  if (variables.size === 0) return text;
  return fillPlaceholders(text, (place) => {
    const variable = isOfBase(place) ? variables.get(place.name) : undefined;
    return variable && valueOn(variable, lang, today);
  });
}

/** `text` in pieces, neighbouring texts as one; undefined where there is nothing to fill. */
function cut(text: string, variables: Variables, { lang, today }: ValueDay): readonly Piece[] | undefined {
  const pieces: Piece[] = [];
  let at = 0;
  const addText = (more: string) => {
    const last = pieces.at(-1);
    if (typeof last === 'string') pieces[pieces.length - 1] = last + more;
    else if (more !== '') pieces.push(more);
  };
  for (const place of findPlaceholders(text)) {
    const variable = isOfBase(place) ? variables.get(place.name) : undefined;
    const steps = variable ? valuesFrom(variable, lang, today) : [];
    if (steps.length === 0) continue;
    addText(text.slice(at, place.start));
    if (steps.length === 1) addText(steps[0]?.text ?? '');
    else pieces.push(steps);
    at = place.end;
  }
  if (at === 0) return undefined;
  addText(text.slice(at));
  return pieces;
}

/** How a page carries the steps of a value: `[["2026-11-16","9 h"],["2026-12-24","10 h"]]`. */
function writeSteps(steps: readonly ValueStep[]): string {
  return JSON.stringify(steps.map(({ from, text }) => [from, text]));
}

function textNode(value: string): Text {
  return { type: 'text', value };
}

/** A node that becomes a `span`; mdast has no type for it. */
function valueNode(steps: readonly ValueStep[]): Nodes {
  return {
    type: 'value',
    data: { hName: 'span', hProperties: { className: ['value'], dataValue: writeSteps(steps) } },
    children: [textNode(steps[0]?.text ?? '')],
  } as unknown as Nodes;
}

/** Whether a code block is text for people, as a reply to copy: it says so, or names no language. */
export function holdsText({ lang }: Pick<Code, 'lang'>): boolean {
  return !lang || lang.toLowerCase() === 'text';
}

/**
 * Fills the places for `variables` in `tree` (texts, descriptions of pictures, code blocks of text; no inline code, no
 * heading, whose words make its address) and says how many of them will change. To be called before `placeMacros`.
 */
export function placeValues(tree: Root, variables: Variables, day: ValueDay): number {
  let changing = 0;
  if (variables.size === 0) return changing;
  const count = (pieces: readonly Piece[]) => {
    changing += pieces.filter((piece) => typeof piece !== 'string').length;
  };
  walkTree<Nodes>(tree, (node, index, parent) => {
    if (node.type === 'heading') return 'skip';
    if (node.type === 'image' || node.type === 'imageReference') {
      if (node.alt) node.alt = fillValues(node.alt, variables, day);
      return undefined;
    }
    if (node.type === 'code' && !isMermaid(node) && holdsText(node)) {
      const pieces = cut(node.value, variables, day);
      if (!pieces) return undefined;
      count(pieces);
      fillCode(node, pieces);
      return undefined;
    }
    if (node.type !== 'text') return undefined;
    const pieces = cut(node.value, variables, day);
    if (!pieces) return undefined;
    count(pieces);
    const nodes = pieces.map((piece) => (typeof piece === 'string' ? textNode(piece) : valueNode(piece)));
    (parent.children as Nodes[]).splice(index, 1, ...nodes);
    return 'skip';
  });
  return changing;
}

/** Gives a code block its values: as text for the search index, as elements for the page. */
function fillCode(node: Code, pieces: readonly Piece[]): void {
  const shown = pieces.map((piece) => (typeof piece === 'string' ? piece : (piece[0]?.text ?? '')));
  node.value = shown.join('');
  if (pieces.every((piece) => typeof piece === 'string')) return;
  const children = pieces.map((piece, at): ElementContent => {
    const text = { type: 'text' as const, value: shown[at] ?? '' };
    return typeof piece === 'string' ? text : valueElement(piece, text);
  });
  node.data = { ...node.data, hChildren: [...children, { type: 'text', value: '\n' }] };
}

function valueElement(steps: readonly ValueStep[], text: ElementContent): Element {
  const properties = { className: ['value'], dataValue: writeSteps(steps) };
  return { type: 'element', tagName: 'span', properties, children: [text] };
}
