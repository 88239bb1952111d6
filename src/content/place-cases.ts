// `when` containers in the tree of a page: cases that follow one another become a group, each a section with a label that can be folded.
import type { Nodes, Paragraph, Parents, PhrasingContent, Root, RootContent } from 'mdast';
import { type Case, readCase, writeCaseMark } from '../model/case.ts';
import type { ContextVariable } from '../model/context.ts';
import { type Label, pickLabel } from '../model/wording.ts';
import { type ContainerDirective, splitLabel } from './container-directives.ts';
import { shownText } from './html-comments.ts';

/** The words of a case's label, in the page's language. */
export interface CaseWords {
  readonly lang: string;
  /** `Order status: Shipped`, both ready to show. */
  readonly is: (variable: string, values: string) => string;
  /** Joins values of which one is enough. */
  readonly or: (values: readonly string[]) => string;
  /** Label of the case for all other values. */
  readonly otherwise: string;
}

/** A `when` container, and what it says. */
export interface WrittenCase {
  readonly node: ContainerDirective;
  readonly case: Case;
}

/** The case that `node` is, if it is one; `readCase` says which. */
export function asCase(node: Nodes): WrittenCase | undefined {
  if (node.type !== 'containerDirective' || node.name !== 'when') return undefined;
  return { node, case: readCase(node.attributes) };
}

/** Whether `next` belongs to the group that `first` began: it speaks of the same variables, or of all other values. */
function belongs(first: Case, next: Case): boolean {
  if (first.kind === 'otherwise') return false;
  if (next.kind === 'otherwise') return true;
  const names = ({ condition }: typeof first) => condition.map(({ variable }) => variable).sort();
  return names(first).join(' ') === names(next).join(' ');
}

/** The groups of cases among the children of `parent`: those that follow one another and speak of the same variables, up to one for all other values. */
export function groupCases(parent: Parents): readonly (readonly WrittenCase[])[] {
  const groups: WrittenCase[][] = [];
  let open: WrittenCase[] | undefined;
  for (const node of parent.children) {
    const written = asCase(node);
    const [first] = open ?? [];
    const last = open?.at(-1);
    if (written && open && first && last?.case.kind !== 'otherwise' && belongs(first.case, written.case)) {
      open.push(written);
      continue;
    }
    open = written && [written];
    if (open) groups.push(open);
  }
  return groups;
}

/** Replaces the `when` containers of `tree` by their page's elements, and says how many there were. To be called before `prepareTree`. */
export function placeCases(tree: Root, variables: readonly ContextVariable[], words: CaseWords): number {
  return placeIn(tree, variables, words);
}

function placeIn(parent: Parents, variables: readonly ContextVariable[], words: CaseWords): number {
  let placed = 0;
  for (const group of groupCases(parent)) {
    const [first] = group;
    if (!first) continue;
    const at = (parent.children as Nodes[]).indexOf(first.node);
    const cases = group.map((written) => caseElement(written, variables, words));
    (parent.children as Nodes[]).splice(at, group.length, element('div', { className: ['cases'] }, cases));
    placed += group.length;
  }
  for (const child of parent.children) if ('children' in child) placed += placeIn(child, variables, words);
  return placed;
}

/** A node that becomes the element `hName`; mdast has no type for it. */
function element(
  hName: string,
  hProperties: Readonly<Record<string, string | boolean | string[]>>,
  children: readonly RootContent[],
): RootContent {
  return { type: 'casePart', data: { hName, hProperties }, children } as unknown as RootContent;
}

function caseElement(
  { node, case: written }: WrittenCase,
  variables: readonly ContextVariable[],
  words: CaseWords,
): RootContent {
  const { label: own, body } = splitLabel(node);
  const text: PhrasingContent[] = own?.children ?? [
    { type: 'text', value: labelOf(written, variables, words) },
  ];
  // A paragraph, so that the search index ends it as a sentence: nobody finds a case's text without its label before it.
  const label: Paragraph = {
    type: 'paragraph',
    data: { hName: 'summary', hProperties: { className: ['case-label'] } },
    children: text,
  };
  const dataWhen = writeCaseMark(written);
  return element(
    'details',
    { className: ['case'], open: true, ...(dataWhen === undefined ? {} : { dataWhen }) },
    [label, ...body],
  );
}

/** What a case is called: by its author, or in the words of the configuration. */
export function nameCase(
  { node, case: written }: WrittenCase,
  variables: readonly ContextVariable[],
  words: CaseWords,
): string {
  const { label } = splitLabel(node);
  return label ? shownText(label).trim() : labelOf(written, variables, words);
}

/** What a case is called that its author gave no label, in the words of the configuration. */
function labelOf(written: Case, variables: readonly ContextVariable[], words: CaseWords): string {
  if (written.kind === 'otherwise') return words.otherwise;
  return written.condition
    .map(({ variable, values }) => {
      const declared = variables.find(({ name }) => name === variable);
      const shown = values.map((value) => {
        const choice = declared?.values?.find((one) => one.value === value);
        return nameIn(choice?.label ?? {}, words.lang, value);
      });
      return words.is(nameIn(declared?.label ?? {}, words.lang, variable), words.or(shown));
    })
    .join(' · ');
}

/** A label of the configuration, or the name itself where it has none. */
function nameIn(label: Label, lang: string, name: string): string {
  return pickLabel(label, lang, lang) || name;
}
