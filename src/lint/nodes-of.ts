// The nodes of a document's tree by their type: one walk answers every rule that asks.
import type { Nodes } from 'mdast';
import type { DocumentParts } from '../content/document-parts.ts';
import { walkTree } from '../content/walk-tree.ts';

type NodeOf<Type extends Nodes['type']> = Extract<Nodes, { readonly type: Type }>;

function gather({ tree }: DocumentParts): ReadonlyMap<string, readonly Nodes[]> {
  const byType = new Map<string, Nodes[]>();
  walkTree<Nodes>(tree, (node) => {
    const same = byType.get(node.type);
    if (same) same.push(node);
    else byType.set(node.type, [node]);
    return undefined;
  });
  return byType;
}

/** The nodes of `type` in the document's body, in the order of the text. */
export function nodesOf<Type extends Nodes['type']>(
  parts: DocumentParts,
  type: Type,
): readonly NodeOf<Type>[] {
  return (parts.derive(gather).get(type) ?? []) as readonly NodeOf<Type>[];
}
