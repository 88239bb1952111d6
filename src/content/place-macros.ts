// `macro` containers in the tree of a page: a section with what it is for, and the text with a place for each value.
import type { Nodes, Parents, PhrasingContent, Root } from 'mdast';
import type { ContextVariable } from '../model/context.ts';
import { type Channel, isChannel } from '../model/macro.ts';
import { findPlaceholders } from '../model/placeholder.ts';
import { pickLabel } from '../model/wording.ts';
import { splitLabel } from './container-directives.ts';
import { asMacro } from './read-macros.ts';
import { walkTree } from './walk-tree.ts';

/** The words of a macro's head, in the page's language. */
export interface MacroWords {
  readonly lang: string;
  readonly channels: Readonly<Record<Channel, string>>;
  readonly subject: string;
}

/** Replaces the `macro` containers of `tree` by their page's elements, and says how many there were. To be called before `prepareTree`. */
export function placeMacros(tree: Root, variables: readonly ContextVariable[], words: MacroWords): number {
  return placeIn(tree, variables, words);
}

function placeIn(parent: Parents, variables: readonly ContextVariable[], words: MacroWords): number {
  let placed = 0;
  for (const [index, child] of parent.children.entries()) {
    const macro = asMacro(child);
    if (!macro) {
      if ('children' in child) placed += placeIn(child, variables, words);
      continue;
    }
    const { channel = '' } = macro.attributes;
    const known = isChannel(channel) ? channel : undefined;
    const { label, body } = splitLabel(macro);
    const title: Nodes[] = label && 'children' in label ? label.children : [];
    const sign = element('strong', {}, [text(known ? words.channels[known] : channel)]);
    const head =
      known === 'email' && title.length > 0
        ? [
            element('p', { className: ['macro-title'] }, [sign]),
            element('p', { className: ['macro-subject'] }, [
              text(`${words.subject} `),
              element('span', { className: ['macro-subject-text'] }, title),
            ]),
          ]
        : [
            element('p', { className: ['macro-title'] }, [
              sign,
              ...(title.length > 0 ? [text(' · '), ...title] : []),
            ]),
          ];
    const section = element('section', { className: ['macro'], dataChannel: known ?? 'email' }, [
      ...head,
      element('div', { className: ['macro-text'] }, body),
    ]);
    markFields(section, variables, words);
    (parent.children as Nodes[])[index] = section;
    placed += 1;
  }
  return placed;
}

/** A node that becomes the element `hName`; mdast has no type for it. */
function element(
  hName: string,
  hProperties: Readonly<Record<string, string | string[]>>,
  children: readonly Nodes[],
): Parents {
  return { type: 'macroPart', data: { hName, hProperties }, children } as unknown as Parents;
}

function text(value: string): PhrasingContent {
  return { type: 'text', value };
}

/** Puts an element in the place of each placeholder of a declared variable: its label in brackets until a value is known. */
function markFields(section: Parents, variables: readonly ContextVariable[], words: MacroWords): void {
  walkTree<Nodes>(section, (node, index, parent) => {
    if (node.type !== 'text') return undefined;
    const pieces: Nodes[] = [];
    let at = 0;
    for (const { name, fallback, start, end } of findPlaceholders(node.value)) {
      const variable = variables.find((each) => each.name === name);
      if (!variable) continue;
      const label = pickLabel(variable.label, words.lang, words.lang) || name;
      pieces.push(
        text(node.value.slice(at, start)),
        element(
          'span',
          {
            className: ['macro-field'],
            dataField: name,
            ...(fallback === undefined ? {} : { dataFallback: fallback }),
          },
          [text(`[${label}]`)],
        ),
      );
      at = end;
    }
    if (pieces.length === 0) return undefined;
    pieces.push(text(node.value.slice(at)));
    (parent.children as Nodes[]).splice(
      index,
      1,
      ...pieces.filter((each) => each.type !== 'text' || each.value !== ''),
    );
    return 'skip';
  });
}
