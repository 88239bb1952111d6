// Turns what the links and images of an imported page say into what they lead to in the base; what leads nowhere becomes its words.
import { posix } from 'node:path';
import type { Image, Link, Nodes, Parents, PhrasingContent, Root, Text } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { lineOf, type Remark, type Source, type SourcePage } from './source-page.ts';
import { type AssetFate, assetKey } from './take-assets.ts';

/** Where an imported page went. */
export interface PagePlace {
  /** Path from the import's folder, with `/`. */
  readonly path: string;
  /** Name of an anchor in the source → the anchor in the article. */
  readonly anchors: ReadonlyMap<string, string>;
}

export interface LinkFacts {
  readonly source: Source;
  /** Where the pages went, by key. */
  readonly places: ReadonlyMap<string, PagePlace>;
  readonly assets: ReadonlyMap<string, AssetFate>;
}

type Change = { readonly nodes: readonly PhrasingContent[]; readonly remarks: readonly Remark[] };

/** Schemes that an article may link to. */
const schemes = ['http:', 'https:', 'mailto:', 'tel:'];

function relative(from: PagePlace, to: string): string {
  return posix.relative(posix.dirname(from.path), to);
}

function anchorOf(address: string): string | undefined {
  const [, hash = ''] = /#(.*)$/s.exec(address) ?? [];
  try {
    return decodeURIComponent(hash) || undefined;
  } catch {
    return hash;
  }
}

function asWords(link: Link, code: Remark['code']): Change {
  const remark = { code, detail: link.url, line: lineOf(link), change: { link: -1 } };
  return { nodes: link.children, remarks: [remark] };
}

function schemeOf(address: string): string | undefined {
  return /^([a-z][a-z0-9+.-]*:|\/\/)/i.exec(address.trim())?.[0].toLowerCase();
}

function linkTo(link: Link, place: PagePlace, from: PagePlace): Change {
  const anchor = anchorOf(link.url);
  const slug = anchor === undefined ? undefined : place.anchors.get(anchor);
  if (anchor !== undefined && slug === undefined && place === from) return asWords(link, 'anchor-missing');
  const url = `${place === from ? '' : relative(from, place.path)}${slug === undefined ? '' : `#${slug}`}`;
  const lost: Remark[] =
    anchor !== undefined && slug === undefined
      ? [{ code: 'anchor-missing', detail: link.url, line: lineOf(link) }]
      : [];
  if (url === '') return asWords(link, 'link-to-itself');
  return { nodes: [{ ...link, url }], remarks: lost };
}

function changeLink(link: Link, page: SourcePage, from: PagePlace, facts: LinkFacts): Change {
  const { source, places, assets } = facts;
  if (/^#/.test(link.url)) return linkTo(link, from, from);
  const key = assetKey(link.url, page, source);
  const place = key === undefined ? undefined : places.get(key);
  if (place) return linkTo(link, place, from);
  const fate = key === undefined ? undefined : assets.get(key);
  if (typeof fate === 'object') return { nodes: [{ ...link, url: relative(from, fate.path) }], remarks: [] };
  const scheme = schemeOf(link.url);
  if (scheme !== undefined && fate === undefined) {
    return schemes.includes(scheme) ? { nodes: [link], remarks: [] } : asWords(link, 'link-unsafe');
  }
  return asWords(link, fate ?? 'link-missing');
}

function changeImage(image: Image, page: SourcePage, from: PagePlace, facts: LinkFacts): Change {
  const line = lineOf(image);
  const words: PhrasingContent[] = image.alt ? [{ type: 'text', value: image.alt }] : [];
  if (/^(https?:)?\/\//i.test(image.url)) {
    const url = image.url.replace(/^\/\//, 'https://');
    const children: PhrasingContent[] = words.length > 0 ? words : [{ type: 'text', value: url }];
    return {
      nodes: [{ type: 'link', url, children }],
      remarks: [{ code: 'image-remote', detail: image.url, line, change: { image: -1, link: 1 } }],
    };
  }
  const key = assetKey(image.url, page, facts.source);
  const fate = key === undefined ? undefined : facts.assets.get(key);
  if (typeof fate !== 'object' || !fate.isImage) {
    const code = typeof fate === 'string' ? fate : 'image-missing';
    return { nodes: words, remarks: [{ code, detail: image.url, line, change: { image: -1 } }] };
  }
  const undescribed: Remark[] = image.alt ? [] : [{ code: 'image-without-words', detail: fate.path, line }];
  return { nodes: [{ ...image, url: relative(from, fate.path) }], remarks: undescribed };
}

/** What readers of GFM take for a link (its section 6.9), as far as it is certain. */
const bareAddress =
  /(?:https?:\/\/|(?<![\w./-])www\.)[^\s<>]*[^\s<>.,;:!?'"»”’)\]]|(?<![\w.+/-])[\w.+-]+@[\w-]+(?:\.[\w-]*[a-z\d])+/gi;

/** The address that a reader of GFM gives to words that look like one. */
function addressOf(words: string): string {
  if (/^https?:/i.test(words)) return words;
  return /^www\./i.test(words) ? `http://${words}` : `mailto:${words}`;
}

/** A bare address is a link in an article: it is written as one, so that the count holds. */
function linkAddresses(text: Text): Change {
  const nodes: PhrasingContent[] = [];
  const remarks: Remark[] = [];
  let at = 0;
  for (const match of text.value.matchAll(bareAddress)) {
    const [words] = match;
    if (match.index > at) nodes.push({ type: 'text', value: text.value.slice(at, match.index) });
    nodes.push({ type: 'link', url: addressOf(words), children: [{ type: 'text', value: words }] });
    remarks.push({
      code: 'address-linked',
      detail: words,
      line: lineOf(text),
      change: { link: 1 },
    });
    at = match.index + words.length;
  }
  if (at === 0) return { nodes: [text], remarks };
  return {
    nodes: at < text.value.length ? [...nodes, { type: 'text', value: text.value.slice(at) }] : nodes,
    remarks,
  };
}

/** A picture of another site within a link stays words of that link: no link holds another. */
function withoutInnerLinks(link: Link): Change {
  const remarks: Remark[] = [];
  const children = link.children.flatMap((child): PhrasingContent[] => {
    if (child.type !== 'link') return [child];
    remarks.push({ code: 'link-unsafe', detail: child.url, change: { link: -1 } });
    return child.children;
  });
  return { nodes: [{ ...link, children }], remarks };
}

/** Edits the links and images of `tree`, the text of `page`, which goes to `from`. */
export function rewriteLinks(tree: Root, page: SourcePage, from: PagePlace, facts: LinkFacts): Remark[] {
  const remarks: Remark[] = [];
  const visit = (parent: Parents, inLink: boolean): void => {
    const children = (parent.children as Nodes[]).flatMap((node): readonly Nodes[] => {
      if ('children' in node) visit(node, inLink || node.type === 'link');
      if (node.type === 'text' && !inLink) return keep(linkAddresses(node));
      if (node.type === 'image') return keep(changeImage(node, page, from, facts));
      if (node.type !== 'link') return [node];
      const [link] = keep(withoutInnerLinks(node));
      if (link?.type !== 'link') return [];
      if (textOf(link).trim() === '' && !link.children.some(({ type }) => type === 'image'))
        link.children = [{ type: 'text', value: link.url }];
      return keep(changeLink(link, page, from, facts));
    });
    parent.children = children as typeof parent.children;
  };
  const keep = (change: Change) => {
    remarks.push(...change.remarks);
    return change.nodes;
  };
  visit(tree, false);
  return remarks;
}
