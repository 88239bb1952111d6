// The notes of a Word document, as mammoth writes them in HTML → footnotes of the article: `[^1]`, and `[^1]: …` at the end.
import type { Element, ElementContent, Root } from 'hast';
import type { Handle } from 'hast-util-to-mdast';
import type { BlockContent, DefinitionContent } from 'mdast';

/** Elements that no page has: only `prepareNotes` makes them. */
const referenceTag = 'kb-note-reference';
const noteTag = 'kb-note';

/** `#footnote-2` and `#endnote-1` lead to a note, `#footnote-ref-2` back to where it is asked for. */
const toNote = /^#((?:foot|end)note-\d+)$/;
const toReference = /^#(?:foot|end)note-ref-\d+$/;
const noteId = /^(?:foot|end)note-\d+$/;

function isElement(node: ElementContent | undefined, tagName: string): node is Element {
  return node?.type === 'element' && node.tagName === tagName;
}

function made(tagName: string, note: string, children: ElementContent[]): Element {
  return { type: 'element', tagName, properties: { note }, children };
}

/** The reference that `node` is: a number in superscript that leads to a note. */
function readReference(node: ElementContent): Element | undefined {
  if (!isElement(node, 'sup') || node.children.length !== 1) return undefined;
  const [link] = node.children;
  const note = isElement(link, 'a') ? toNote.exec(String(link.properties.href))?.[1] : undefined;
  return note === undefined ? undefined : made(referenceTag, note, []);
}

/** The notes that `node`, a list in which everything is one, holds. */
function readNotes(node: ElementContent): Element[] | undefined {
  if (!isElement(node, 'ol')) return undefined;
  const items = node.children.filter((child) => child.type === 'element');
  const isNotes = items.length > 0 && items.every(({ properties }) => noteId.test(String(properties.id)));
  return isNotes
    ? items.map(({ properties, children }) => made(noteTag, String(properties.id), children))
    : undefined;
}

function leadsBack(node: ElementContent): boolean {
  return isElement(node, 'a') && toReference.test(String(node.properties.href));
}

/** Marks the notes below `parent` and what refers to them, and takes the arrows away that lead back. */
export function prepareNotes(parent: Root | Element): void {
  parent.children = (parent.children as ElementContent[]).flatMap((child): ElementContent[] => {
    if (child.type !== 'element') return [child];
    if (leadsBack(child)) return [];
    const found = readReference(child) ?? readNotes(child) ?? child;
    for (const one of [found].flat()) prepareNotes(one);
    return [found].flat();
  }) as typeof parent.children;
}

const labelOf = ({ properties }: Element) => String(properties.note).replace(/^footnote-/, '');

/** What makes footnotes of Markdown (GFM) of the marked elements. */
export const noteHandlers: Readonly<Record<string, Handle>> = {
  [referenceTag]: (_state, node: Element) => ({
    type: 'footnoteReference',
    identifier: labelOf(node),
    label: labelOf(node),
  }),
  [noteTag]: (state, node: Element) => ({
    type: 'footnoteDefinition',
    identifier: labelOf(node),
    label: labelOf(node),
    children: state.toFlow(state.all(node)) as (BlockContent | DefinitionContent)[],
  }),
};
