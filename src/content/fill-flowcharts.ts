// Puts variables of the base into the labels of flowcharts, in the tree that pages are made from.
import type { Nodes, Root } from 'mdast';
import { fillPlaceholders } from '../model/placeholder.ts';
import { constantValue, isOfBase, type Variables } from '../model/variable.ts';
import { isMermaid } from './collect-markdown.ts';
import { walkTree } from './walk-tree.ts';

/** A label between quotation marks: Mermaid knows no way to write one in it. */
const quotedLabel = /"[^"\r\n]*"/g;

/** `text` as a quoted label of Mermaid says it, its signs as character references (Mermaid, Entity codes). */
function escapeLabel(text: string): string {
  return text.replace(/[^\p{L}\p{N}\p{M} \u00A0\u202F.,:!?’'()%€/-]/gu, (sign) => `#${sign.codePointAt(0)};`);
}

/**
 * Fills the places in the quoted labels of a Mermaid diagram: `A["Attendre {{delai}}"]`. Without the quotation marks,
 * braces are one of Mermaid's shapes. A value that changes with the day stays out, as a picture can't change on the
 * reader's clock; `variables-resolve` says so.
 */
export function fillLabels(code: string, variables: Variables, lang: string): string {
  return code.replace(quotedLabel, (label) =>
    fillPlaceholders(label, (place) => {
      const variable = isOfBase(place) ? variables.get(place.name) : undefined;
      const text = variable && constantValue(variable, lang);
      return text && escapeLabel(text);
    }),
  );
}

/** Fills the places in the Mermaid diagrams of `tree`. */
export function fillFlowcharts(tree: Root, variables: Variables, lang: string): void {
  walkTree<Nodes>(tree, (node) => {
    if (node.type === 'code' && isMermaid(node) && node.value.includes('{{'))
      node.value = fillLabels(node.value, variables, lang);
    return undefined;
  });
}
