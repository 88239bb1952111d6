// What a link or an image that is being typed may lead to.
import { posix } from 'node:path';
import { articleDocuments, type KnowledgeBase } from '../content/knowledge-base.ts';
import { imageExtensions } from '../content/resolve-link.ts';
import { idsToPropose, type Proposal } from './front-matter-values.ts';

export interface LinkTargets {
  /** Columns of the address at the cursor, from 0, the end exclusive. */
  readonly from: number;
  readonly to: number;
  readonly targets: readonly Proposal[];
}

/** The path to `target` as it is written in the article at `from`: what would end an address or mean something in one is escaped. */
function writeRelative(from: string, target: string): Proposal {
  const label = posix.relative(posix.dirname(from), target);
  const encode = (character: string) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
  return { label, newText: label.replace(/[ ()<>%#?]/g, encode) };
}

/** The targets at column `character` of `line`, a line of the article at `path`; none outside of an address, or in its anchor. */
export function linkTargets(line: string, character: number, path: string, base: KnowledgeBase): LinkTargets {
  const nothing = { from: character, to: character, targets: [] };
  const typed = /(!\[[^[\]]*)?\]\(\s*<?([^\s()<>#]*)$/.exec(line.slice(0, character));
  if (!typed) return nothing;
  const [, image, address = ''] = typed;
  const rest = /^[^\s()<>#]*/.exec(line.slice(character))?.[0] ?? '';
  const place = { from: character - address.length, to: character + rest.length };
  if (image !== undefined) {
    const shown = [...base.assets].filter((asset) =>
      imageExtensions.includes(posix.extname(asset).toLowerCase()),
    );
    return { ...place, targets: shown.map((asset) => writeRelative(path, asset)) };
  }
  const lang = base.byPath.get(path)?.article?.lang ?? base.config.lang;
  const ids = idsToPropose(base, lang).map((proposal) => ({ ...proposal, label: `id:${proposal.label}` }));
  if (address.startsWith('id:')) return { ...place, targets: ids };
  const paths = articleDocuments(base)
    .filter((document) => document.path !== path)
    .map(({ path: target, article }) => ({ ...writeRelative(path, target), detail: article.title }));
  return { ...place, targets: [...paths, ...ids] };
}
