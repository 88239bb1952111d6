// What each step of a voice menu says: the section whose heading is the step's label, its fragments as recordings of their own.
import type { Nodes, Root, RootContent } from 'mdast';
import type { ContainerDirective } from '../content/container-directives.ts';
import { includesOf, problemOf } from '../content/expand-includes.ts';
import { fragmentsFolder } from '../content/fragments.ts';
import { shownText } from '../content/html-comments.ts';
import type { ArticleDocument, KnowledgeBase } from '../content/knowledge-base.ts';
import { placeValues } from '../content/place-values.ts';
import type { Flow } from '../model/flow.ts';
import type { IsoDate } from '../model/iso-date.ts';
import type { Recording } from '../model/voice-menu.ts';
import { type BuiltMenu, buildVoiceMenu } from './build-voice-menu.ts';
import { foldTitle } from './tie-details.ts';

/**
 * The recordings of each node of `flow`, in the order in which they are said, with the values of `today`. A node without a
 * section of its own says its label. Paragraphs, lists and fragments are spoken; other blocks are for those who read.
 */
export function readPrompts(
  flow: Flow,
  document: ArticleDocument,
  base: KnowledgeBase,
  today: IsoDate,
): ReadonlyMap<string, readonly Recording[]> {
  const sections = sectionsOf(document, today);
  const taken = new Set<string>();
  return new Map(
    flow.nodes.map(({ id, text }) => {
      const nodes = sections.get(foldTitle(text));
      const name = nameRecording(document.article.id, id, taken);
      const said = nodes === undefined ? [] : speak(nodes, name, document, base, today);
      return [id, said.length > 0 ? said : [{ name, text: onOneLine(text) }]];
    }),
  );
}

/** The menu that `flow` of `document` is, with what it says on `today`; undefined where the flow leads nowhere. */
export function planVoiceMenu(
  flow: Flow,
  document: ArticleDocument,
  base: KnowledgeBase,
  today: IsoDate,
): BuiltMenu | undefined {
  if (flow.edges.length === 0) return undefined;
  const prompts = readPrompts(flow, document, base, today);
  return buildVoiceMenu(flow, { prompts, transfers: document.article.transfers ?? {} });
}

/**
 * Name of the recording of the node `id`: the article's id, two hyphens, the node. No id has two hyphens in a row, so that
 * neither a fragment nor another article has a recording of that name.
 */
function nameRecording(article: string, id: string, taken: Set<string>): string {
  const node = id
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60);
  const plain = `${article}--${node || 'step'}`;
  let name = plain;
  for (let number = 2; taken.has(name); number += 1) name = `${plain}-${number}`;
  taken.add(name);
  return name;
}

/** A block that is for some readers or cases alone. */
interface Choice {
  readonly name: ContainerDirective['name'];
  /** What the finding is about: the block, or the paragraph of the body that includes the fragment that it stands in. */
  readonly node: Nodes;
  /** The fragment's id. */
  readonly fragment: string | undefined;
}

/** The blocks in what the steps of `flow` say, in the body's `tree`, that are for some readers or cases alone: nobody knows that of a caller. */
export function findChoices(
  flow: Flow,
  tree: Root,
  document: ArticleDocument,
  base: KnowledgeBase,
): readonly Choice[] {
  const sections = sectionsIn(tree);
  const titles = new Set(flow.nodes.map(({ text }) => foldTitle(text)));
  const said = [...titles].flatMap((title) => sections.get(title) ?? []);
  return said.flatMap((node) => {
    const ids = node.type === 'paragraph' ? (includesOf(node) ?? []) : [];
    const included = ids.flatMap((id) => {
      const blocks = (readFragment(id, document, base)?.children ?? []).flatMap(choicesIn);
      // Said once of each kind: all of them have the place of the paragraph.
      return [...new Set(blocks.map(({ name }) => name))].map((name) => ({ name, node, fragment: id }));
    });
    return [
      ...choicesIn(node).map((block) => ({ name: block.name, node: block, fragment: undefined })),
      ...included,
    ];
  });
}

/** Such blocks in what `spoken` says of `node`, which is a list where it holds others. */
function choicesIn(node: Nodes): readonly ContainerDirective[] {
  if (node.type === 'containerDirective') return node.name === 'macro' ? [] : [node];
  return node.type === 'list' || node.type === 'listItem' ? node.children.flatMap(choicesIn) : [];
}

/** The blocks of `document` under each heading, with the values of `today`. */
function sectionsOf(document: ArticleDocument, today: IsoDate): ReadonlyMap<string, readonly RootContent[]> {
  const tree = document.parseBody();
  placeValues(tree, document.variables, { lang: document.article.lang, today });
  return sectionsIn(tree);
}

/** The blocks under each heading, up to the next one, by the heading's folded text; of equal headings the first counts. */
function sectionsIn(tree: Root): ReadonlyMap<string, readonly RootContent[]> {
  const sections = new Map<string, RootContent[]>();
  let section: RootContent[] = [];
  for (const node of tree.children) {
    if (node.type !== 'heading') section.push(node);
    else {
      section = [];
      const title = foldTitle(shownText(node));
      if (title !== '' && !sections.has(title)) sections.set(title, section);
    }
  }
  return sections;
}

/** The recordings of a section: what stands between fragments is one, the first of them named `name`. */
function speak(
  nodes: readonly RootContent[],
  name: string,
  document: ArticleDocument,
  base: KnowledgeBase,
  today: IsoDate,
): readonly Recording[] {
  const recordings: Recording[] = [];
  let own: string[] = [];
  let number = 1;
  const close = () => {
    const text = own.filter((part) => part !== '').join(' ');
    own = [];
    if (text === '') return;
    recordings.push({ name: number === 1 ? name : `${name}--${number}`, text });
    number += 1;
  };
  for (const node of nodes) {
    const ids = node.type === 'paragraph' ? includesOf(node) : undefined;
    if (ids === undefined) {
      own.push(spoken(node));
      continue;
    }
    close();
    for (const id of ids) {
      const text = fragmentText(id, document, base, today);
      if (text !== '') recordings.push({ name: id, text });
    }
  }
  close();
  return recordings;
}

/** A new tree of the fragment `id` with those that it includes; undefined where `document` can't include it. */
function readFragment(id: string, document: ArticleDocument, base: KnowledgeBase): Root | undefined {
  if (problemOf(id, document.included) !== undefined) return undefined;
  return base.fragmentDocuments.find(({ path }) => path === `${fragmentsFolder}/${id}.md`)?.parseReading();
}

/** What the fragment `id` says; empty where it can't be included. */
function fragmentText(id: string, document: ArticleDocument, base: KnowledgeBase, today: IsoDate): string {
  const tree = readFragment(id, document, base);
  if (!tree) return '';
  // Of its variables, all are among those that the article shows.
  placeValues(tree, document.variables, { lang: document.article.lang, today });
  return tree.children
    .map(spoken)
    .filter((part) => part !== '')
    .join(' ');
}

/** A paragraph or a list as it is said; empty for any other block. */
function spoken(node: Nodes): string {
  if (node.type === 'paragraph') return onOneLine(shownText(node, { includeImageAlt: false }));
  if (node.type === 'list' || node.type === 'listItem')
    return node.children
      .map(spoken)
      .filter((part) => part !== '')
      .join(' ');
  return '';
}

function onOneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
