// Container directives (`:::only{audience=internal}` … `:::`) in a tree of Markdown: those that kb knows stay, all other directives are the text that they were typed as.
import type { Nodes, Paragraph, Parent, Parents, PhrasingContent, Root, RootContent, Text } from 'mdast';

/** What a container can be: shown for some audiences only, for some values of the case only, or a text for a customer. */
export const containerNames = ['only', 'when', 'macro'] as const;

export type ContainerName = (typeof containerNames)[number];

/**
 * A container of the generic directives proposal for CommonMark, in the shape of `mdast-util-directive`. A label
 * (`:::when[Perdu]{…}`) is its first child, a paragraph with `data.directiveLabel`.
 */
export interface ContainerDirective extends Parent {
  type: 'containerDirective';
  name: ContainerName;
  attributes: Readonly<Record<string, string>>;
  children: RootContent[];
}

declare module 'mdast' {
  interface RootContentMap {
    containerDirective: ContainerDirective;
  }
  interface BlockContentMap {
    containerDirective: ContainerDirective;
  }
}

/** A line that may open or close a container, wherever it stands: in a quote or a list too. */
const fence = /^[ \t>*+-]*(?:\d+[.)][ \t]+)?:{3,}/m;

/** Whether `text` may hold a container. */
export function mayHoldContainers(text: string): boolean {
  return text.includes(':::') && fence.test(text);
}

/** A directive as a parser gives it, whatever its kind. */
interface AnyDirective {
  readonly type: 'textDirective' | 'leafDirective' | 'containerDirective';
  readonly name: string;
  readonly attributes?: Readonly<Record<string, string | null | undefined>> | null | undefined;
  readonly children: Nodes[];
  readonly position?: Nodes['position'];
}

function asDirective(node: Nodes): AnyDirective | undefined {
  const type: string = node.type;
  return type === 'textDirective' || type === 'leafDirective' || type === 'containerDirective'
    ? (node as unknown as AnyDirective)
    : undefined;
}

function isKnown(name: string): name is ContainerName {
  return (containerNames as readonly string[]).includes(name);
}

/**
 * Edits `tree`, which a parser made of `source` with all directives on: known containers stay. Everything else goes back
 * to text, because `10:30` and `note:x` are directives to a parser and plain words to a writer.
 */
export function keepContainers(tree: Root, source: string): Root {
  keepIn(tree, source);
  return tree;
}

function keepIn(parent: Parents, source: string): void {
  for (const node of parent.children) if ('children' in node) keepIn(node, source);
  if (!parent.children.some((node) => asDirective(node))) return;
  const children: Nodes[] = parent.children.flatMap((node): Nodes[] => {
    const directive = asDirective(node);
    if (!directive) return [node];
    switch (directive.type) {
      case 'textDirective':
        return asText(directive, source);
      case 'leafDirective':
        return [paragraph(asText(directive, source), directive.position)];
      default:
        return keepContainer(directive, source);
    }
  });
  parent.children = joinTexts(children) as typeof parent.children;
}

function keepContainer(directive: AnyDirective, source: string): Nodes[] {
  const { name, attributes, children, position } = directive;
  if (!isKnown(name)) return asLines(directive, source);
  const given = Object.entries(attributes ?? {}).map(([key, value]) => [key, value ?? ''] as const);
  const container: ContainerDirective = {
    type: 'containerDirective',
    name,
    attributes: Object.fromEntries(given),
    children: children as RootContent[],
    ...(position ? { position } : {}),
  };
  return [container];
}

/** An unknown container: its fences are paragraphs of their own, with what stood between them. */
function asLines({ children, position }: AnyDirective, source: string): Nodes[] {
  const typed = typedAt(position?.start.offset, position?.end.offset, source);
  const [first = '', ...rest] = typed.split(/\r?\n/);
  const last = rest.at(-1)?.trim() ?? '';
  const { start, end } = position ?? {};
  const opening = start && placeOn(start.line, start.column, start.offset ?? 0, first.length);
  const closing =
    end && placeOn(end.line, end.column - last.length, (end.offset ?? 0) - last.length, last.length);
  return [
    paragraph([{ type: 'text', value: first.trim(), ...(opening ? { position: opening } : {}) }], opening),
    ...children.filter((child) => !(child.data && 'directiveLabel' in child.data)),
    ...(/^:{3,}$/.test(last)
      ? [paragraph([{ type: 'text', value: last, ...(closing ? { position: closing } : {}) }], closing)]
      : []),
  ];
}

function placeOn(
  line: number,
  column: number,
  offset: number,
  length: number,
): NonNullable<Nodes['position']> {
  return {
    start: { line, column, offset },
    end: { line, column: column + length, offset: offset + length },
  };
}

function typedAt(start: number | undefined, end: number | undefined, source: string): string {
  return start === undefined || end === undefined ? '' : source.slice(start, end);
}

/** The directive as it was typed, with the nodes of its label where they are. */
function asText({ children, position }: AnyDirective, source: string): PhrasingContent[] {
  const { start, end } = position ?? {};
  if (!start || !end) return [];
  const [first, last] = [children[0]?.position?.start, children.at(-1)?.position?.end];
  const piece = (from: typeof start, to: typeof end): Text[] => {
    const value = typedAt(from.offset, to.offset, source);
    return value === '' ? [] : [{ type: 'text', value, position: { start: from, end: to } }];
  };
  if (!first || !last) return piece(start, end);
  return [...piece(start, first), ...(children as PhrasingContent[]), ...piece(last, end)];
}

function paragraph(children: PhrasingContent[], position: Nodes['position']): Paragraph {
  return { type: 'paragraph', children, ...(position ? { position } : {}) };
}

/** Texts that follow one another are one, as they are where nothing was taken for a directive. */
function joinTexts(nodes: readonly Nodes[]): Nodes[] {
  const joined: Nodes[] = [];
  for (const node of nodes) {
    const before = joined.at(-1);
    if (node.type !== 'text' || before?.type !== 'text') {
      joined.push(node);
      continue;
    }
    const both: Text = { type: 'text', value: before.value + node.value };
    if (before.position && node.position)
      both.position = { start: before.position.start, end: node.position.end };
    joined[joined.length - 1] = both;
  }
  return joined;
}

/** The label of `container`, and what stands after it. */
export function splitLabel({ children }: ContainerDirective): {
  readonly label: Paragraph | undefined;
  readonly body: ContainerDirective['children'];
} {
  const [first, ...rest] = children;
  const labelled = first?.type === 'paragraph' && first.data !== undefined && 'directiveLabel' in first.data;
  return labelled ? { label: first, body: rest } : { label: undefined, body: children };
}
