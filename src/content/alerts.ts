// GitHub alerts: a block quote that opens with `[!WARNING]` becomes a note with a title. https://docs.github.com/get-started/writing-on-github
import type { Blockquote, Nodes, Paragraph, Root } from 'mdast';
import { walkTree } from './walk-tree.ts';

export const alertKinds = ['note', 'tip', 'important', 'warning', 'caution'] as const;

export type AlertKind = (typeof alertKinds)[number];

const marker = /^\[!(NOTE|TIP|IMPORTANT|WARNING|CAUTION)\][ \t]*(?:\r?\n|$)/i;

/** Turns alerts in `tree` into `div` elements; `titles` words each kind in the page's language. */
export function markAlerts(tree: Root, titles: Readonly<Record<AlertKind, string>>): void {
  walkTree<Nodes>(tree, (node) => {
    if (node.type === 'blockquote') markAlert(node, titles);
    return undefined;
  });
}

function markAlert(quote: Blockquote, titles: Readonly<Record<AlertKind, string>>): void {
  const paragraph = quote.children[0];
  const text = paragraph?.type === 'paragraph' ? paragraph.children[0] : undefined;
  if (paragraph?.type !== 'paragraph' || text?.type !== 'text') return;
  const match = marker.exec(text.value);
  const alone =
    match &&
    (match[0].endsWith('\n') || paragraph.children.length === 1 || paragraph.children[1]?.type === 'break');
  if (!match || !alone) return;

  const kind = (match[1] ?? '').toLowerCase() as AlertKind;
  text.value = text.value.slice(match[0].length);
  if (paragraph.children[1]?.type === 'break' && text.value === '') paragraph.children.splice(1, 1);
  if (text.value === '') paragraph.children.shift();
  if (paragraph.children.length === 0) quote.children.shift();
  const title: Paragraph = {
    type: 'paragraph',
    data: { hProperties: { className: ['alert-title'] } },
    children: [{ type: 'text', value: titles[kind] }],
  };
  quote.children.unshift(title);
  quote.data = { hName: 'div', hProperties: { className: ['alert', `alert-${kind}`], role: 'note' } };
}
