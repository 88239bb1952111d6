// A flow in its article → what the page holds of it for the guide and the outline: sections that detail its steps, articles that it leads on to.
import type { GuideData, GuideLink } from '../../site/guide-data.ts';
import { flowchartsOf, type Heading } from '../content/document.ts';
import type { ArticleDocument, KnowledgeBase } from '../content/knowledge-base.ts';
import { resolveLink } from '../content/resolve-link.ts';
import { resolveAsks } from '../flow/resolve-asks.ts';
import { tieDetails } from '../flow/tie-details.ts';
import { articleUrl } from '../model/article.ts';
import type { Flow } from '../model/flow.ts';

export interface GuidePlace {
  readonly document: ArticleDocument;
  readonly base: KnowledgeBase;
  /** Whether the site holds an article. */
  readonly has: (document: ArticleDocument) => boolean;
  /** Way back from the page to the site's root, such as `../`. */
  readonly root: string;
  /** Whether the site knows a contact's context. */
  readonly hasContext: boolean;
  /** Place among the guides of the page, from 1. */
  readonly number: number;
  /** How a heading begins under which stands what to tell the customer, in the page's language. */
  readonly tellTitles: readonly string[];
}

/** Whether a flow is worth following one step at a time: something has to lead on. */
export function isGuided(flow: Flow | undefined): flow is Flow {
  return flow !== undefined && flow.edges.length > 0;
}

/** Plans the guide of `flow`. A link that leads to no article of the site is left out. */
export function planGuide(flow: Flow, place: GuidePlace): GuideData {
  const headings = place.document.markdown?.headings ?? [];
  return {
    number: place.number,
    flow: { ...flow, nodes: flow.nodes.map(({ link: _written, ...node }) => node) },
    details: [...tieDetails(flow, headings)],
    links: flow.nodes.flatMap(({ id, link }) => {
      const found = link === undefined ? undefined : planLink(link, place);
      return found === undefined ? [] : [[id, found] as const];
    }),
    asks: planAsks(flow, place),
    tell: findTellSection(headings, place.tellTitles),
  };
}

/** The questions of the page's first guide that the context answers, in the site that has one; those of which something is wrong are the reader's. */
function planAsks(flow: Flow, { document, base, number, hasContext }: GuidePlace): GuideData['asks'] {
  const { asks } = document.article;
  if (asks === undefined || number !== 1 || !hasContext) return undefined;
  return resolveAsks(asks, flow, base.config.context).asks;
}

/** The anchor of the first section whose heading begins with one of `titles`; case and the kind of apostrophe don't matter. */
export function findTellSection(headings: readonly Heading[], titles: readonly string[]): string | undefined {
  const fold = (text: string) => text.toLocaleLowerCase().replaceAll("'", '’').replace(/\s+/g, ' ').trim();
  const wanted = titles.map(fold);
  return headings.find(({ text }) => wanted.some((title) => fold(text).startsWith(title)))?.slug;
}

function planLink(url: string, { document, base, has, root }: GuidePlace): GuideLink | undefined {
  const target = resolveLink(url, document, base);
  if (target.kind !== 'article' || !has(target.document)) return undefined;
  const { anchor, document: linked } = target;
  const { title } = linked.article;
  if (linked === document) {
    const heading = linked.markdown?.headings.find(({ slug }) => slug === anchor);
    return heading && { href: `#${encodeURIComponent(heading.slug)}`, title: heading.text, guided: false };
  }
  const href = `${root}${articleUrl(linked.article)}`;
  if (anchor === undefined) return { href, title, guided: flowchartsOf(linked).length > 0 };
  return { href: `${href}#${encodeURIComponent(anchor)}`, title, guided: false };
}
