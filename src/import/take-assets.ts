// Pictures and attachments that imported pages lead to: looked at by what they are, not by what they are called, and given safe names.
import { posix } from 'node:path';
import type { Nodes } from 'mdast';
import { idFromTitle } from '../authoring/id-from-title.ts';
import { measurePicture } from '../content/read-media-facts.ts';
import { attachmentExtensions, imageExtensions } from '../content/resolve-link.ts';
import { sanitizeSvgFile } from '../content/svg-file.ts';
import { walkTree } from '../content/walk-tree.ts';
import type { RemarkCode } from './remark-words.ts';
import { assetSizeLimit, type Source, type SourcePage } from './source-page.ts';

/** A file that the import writes. */
export interface TakenAsset {
  /** Path below the import's folder, with `/`. */
  readonly path: string;
  readonly bytes: Uint8Array | string;
  readonly isImage: boolean;
}

/** What became of a file: taken, or why not. */
export type AssetFate = TakenAsset | RemarkCode;

/** Formats that a browser shows (image-size's names for them), and the endings of their files. */
const rasters = ['png', 'jpg', 'gif', 'webp', 'avif'] as const;

/** The picture's ending and the bytes to write; undefined where no page could show it. */
async function checkPicture(
  bytes: Uint8Array,
): Promise<[ending: string, bytes: Uint8Array | string] | undefined> {
  for (const type of rasters) if (await measurePicture(bytes, type)) return [`.${type}`, bytes];
  const head = Buffer.from(bytes.subarray(0, 1000)).toString('utf8');
  if (!/<svg[\s>]/i.test(head)) return undefined;
  const drawing = sanitizeSvgFile(Buffer.from(bytes).toString('utf8'));
  return drawing === undefined ? undefined : ['.svg', drawing];
}

/** The key under which a file is known: pictures in a page have their page's. */
export function assetKey(address: string, page: SourcePage, source: Source): string | undefined {
  return page.embedded?.has(address) ? `${page.key}#${address}` : source.keyOf(address, page);
}

type Use = {
  readonly key: string;
  readonly name: string;
  readonly isImage: boolean;
  readonly page: SourcePage;
  readonly address: string;
};

/** What the trees of `source` lead to, but for pages; each once, in the order of the text. */
function usesOf(source: Source, pageKeys: ReadonlySet<string>): Use[] {
  const uses = new Map<string, Use>();
  for (const page of source.pages) {
    walkTree<Nodes>(page.tree, (node) => {
      if (node.type !== 'image' && node.type !== 'link') return undefined;
      const key = assetKey(node.url, page, source);
      if (key === undefined || pageKeys.has(key)) return undefined;
      const isImage = node.type === 'image' || (uses.get(key)?.isImage ?? false);
      uses.set(key, { key, name: posix.basename(key), isImage, page, address: node.url });
      return undefined;
    });
  }
  return [...uses.values()];
}

async function judge(
  { key, name, isImage, page, address }: Use,
  source: Source,
  nameFor: (stem: string, ending: string) => string,
): Promise<AssetFate> {
  const bytes = page.embedded?.get(address) ?? (await source.readAsset(key));
  if (bytes === undefined) return isImage ? 'image-missing' : 'link-missing';
  if (bytes === 'too-large' || bytes.length > assetSizeLimit) return 'file-large';
  const ending = posix.extname(name).toLowerCase();
  const stem = name.slice(0, name.length - ending.length);
  if (isImage || imageExtensions.includes(ending)) {
    const picture = await checkPicture(bytes);
    if (!picture) return 'image-refused';
    const shown = page.embedded?.has(address) ? (page.title ?? posix.basename(page.key)) : stem;
    return { path: `images/${nameFor(shown, picture[0])}`, bytes: picture[1], isImage: true };
  }
  if (!attachmentExtensions.includes(ending)) return 'file-refused';
  return { path: `files/${nameFor(stem, ending)}`, bytes, isImage: false };
}

/** Reads and judges every file that the pages of `source` show or link to, by key. */
export async function takeAssets(
  source: Source,
  pageKeys: ReadonlySet<string>,
): Promise<ReadonlyMap<string, AssetFate>> {
  const fates = new Map<string, AssetFate>();
  const names = new Set<string>();
  const nameFor = (stem: string, ending: string) => {
    const base = idFromTitle(stem, 'en') || 'image';
    let name = `${base}${ending}`;
    for (let number = 2; names.has(name); number++) name = `${base}-${number}${ending}`;
    names.add(name);
    return name;
  };
  for (const use of usesOf(source, pageKeys)) fates.set(use.key, await judge(use, source, nameFor));
  return fates;
}
