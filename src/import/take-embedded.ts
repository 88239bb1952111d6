// Takes the pictures out of `data:` addresses (RFC 2397): each becomes a file of the article.
import type { Element, Root } from 'hast';
import { lineOf, type Remark } from './source-page.ts';

const dataAddress = /^data:image\/[\w.+-]+((?:;[\w=-]+)*),/i;

function decode(address: string): Uint8Array | undefined {
  const [head, parameters = ''] = dataAddress.exec(address) ?? [];
  if (head === undefined) return undefined;
  const data = address.slice(head.length);
  if (/;base64$/i.test(parameters)) return Buffer.from(data, 'base64');
  try {
    return Buffer.from(decodeURIComponent(data), 'utf8');
  } catch {
    return undefined;
  }
}

/** Edits the images of `root`: one that lies in the page has the address `embedded:<number>` afterwards. */
export function takeEmbedded(root: Root | Element): {
  readonly embedded: ReadonlyMap<string, Uint8Array>;
  readonly remarks: readonly Remark[];
} {
  const embedded = new Map<string, Uint8Array>();
  const remarks: Remark[] = [];
  const visit = (parent: Root | Element): void => {
    for (const child of parent.children) {
      if (child.type !== 'element') continue;
      visit(child);
      const address = String(child.properties.src ?? '');
      if (child.tagName !== 'img' || !/^data:/i.test(address)) continue;
      const bytes = decode(address);
      const key = `embedded:${embedded.size + 1}`;
      if (bytes) embedded.set(key, bytes);
      child.properties.src = bytes ? key : '';
      if (!bytes) remarks.push({ code: 'image-refused', line: lineOf(child) });
    }
  };
  visit(root);
  return { embedded, remarks };
}
