// What a link or an image in an article leads to. Lint rules and page rendering ask the same function.
import { posix } from 'node:path';
import type { Document } from './document.ts';
import { type ArticleDocument, findArticle, type KnowledgeBase } from './knowledge-base.ts';

/** Kinds of image that a page may show. */
export const imageExtensions: readonly string[] = ['.png', '.jpg', '.jpeg', '.gif', '.webp', '.avif', '.svg'];

/** Kinds of file that a page may offer for download; markup that a browser would run is not among them. */
export const attachmentExtensions: readonly string[] = [
  ...imageExtensions,
  ...['.pdf', '.csv', '.txt', '.docx', '.xlsx', '.pptx', '.odt', '.ods', '.odp'],
];

export type LinkTarget =
  | { readonly kind: 'article'; readonly document: ArticleDocument; readonly anchor: string | undefined }
  | { readonly kind: 'asset'; readonly path: string }
  | { readonly kind: 'external'; readonly href: string }
  | { readonly kind: 'broken'; readonly reason: BrokenReason; readonly target: string };

/** Why a link leads nowhere. */
export type BrokenReason =
  | 'empty'
  | 'percent'
  | 'scheme'
  | 'outside'
  | 'absolute'
  | 'no-file'
  | 'no-article'
  | 'no-id'
  | 'file-type';

const externalSchemes: readonly string[] = ['http:', 'https:', 'mailto:', 'tel:'];

function broken(reason: BrokenReason, target: string): LinkTarget {
  return { kind: 'broken', reason, target };
}

/** The text with `%41`-like escapes undone, or undefined where they are not UTF-8. */
function decode(text: string): string | undefined {
  if (!text.includes('%')) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

/** Resolves `url` as written in `from`. Pure: it looks only at what the base holds. */
export function resolveLink(url: string, from: Document, base: KnowledgeBase): LinkTarget {
  const trimmed = url.trim();
  if (trimmed === '') return broken('empty', url);
  const scheme = trimmed.includes(':')
    ? /^([a-z][a-z0-9+.-]*):/i.exec(trimmed)?.[0].toLowerCase()
    : undefined;
  if (scheme !== undefined && scheme !== 'id:') {
    return externalSchemes.includes(scheme) ? { kind: 'external', href: trimmed } : broken('scheme', scheme);
  }
  if (trimmed.startsWith('//')) return broken('scheme', '//');

  const hash = trimmed.indexOf('#');
  const decodedPath = decode(hash === -1 ? trimmed : trimmed.slice(0, hash));
  const decodedAnchor = hash === -1 ? '' : decode(trimmed.slice(hash + 1));
  if (decodedPath === undefined || decodedAnchor === undefined) return broken('percent', trimmed);
  const anchor = decodedAnchor === '' ? undefined : decodedAnchor;

  if (scheme === 'id:') {
    const id = decodedPath.slice('id:'.length);
    const document = findArticle(base, id, from.article?.lang ?? base.config.lang);
    return document ? { kind: 'article', document, anchor } : broken('no-id', id);
  }
  if (decodedPath === '') {
    return from.article
      ? { kind: 'article', document: from as ArticleDocument, anchor }
      : broken('no-article', from.path);
  }
  return resolvePath(decodedPath, anchor, from, base);
}

function resolvePath(
  target: string,
  anchor: string | undefined,
  from: Document,
  base: KnowledgeBase,
): LinkTarget {
  if (target.startsWith('/') || target.includes('\\')) return broken('absolute', target);
  const query = target.indexOf('?');
  const path = posix.join(posix.dirname(from.path), query === -1 ? target : target.slice(0, query));
  // Normalized by the configuration's schema.
  const top = base.config.content;
  const isInside = path.startsWith(top) && (path.length === top.length || path[top.length] === '/');
  if (!isInside && top !== '.') return broken('outside', target);
  const document = base.byPath.get(path);
  if (document) {
    return document.article
      ? { kind: 'article', document: document as ArticleDocument, anchor }
      : broken('no-article', target);
  }
  if (!base.assets.has(path)) return broken('no-file', target);
  const allowed = attachmentExtensions.includes(posix.extname(path).toLowerCase());
  return allowed ? { kind: 'asset', path } : broken('file-type', target);
}

/** Whether an article has the anchor that a link names; footnote anchors are the page's own and not linked to by hand. */
export function hasAnchor(document: Document, anchor: string): boolean {
  return document.markdown?.headings.some((heading) => heading.slug === anchor) ?? false;
}
