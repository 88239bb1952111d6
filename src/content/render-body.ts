// An article's Markdown → the HTML of its page's body: links resolved, alerts and flowcharts placed, sanitised last.

import type { Element, ElementContent, Nodes as HastNodes, Root as HastRoot } from 'hast';
import { sanitize } from 'hast-util-sanitize';
import { toHtml } from 'hast-util-to-html';
import type { Root } from 'mdast';
import { toHast } from 'mdast-util-to-hast';
import { toString as textOf } from 'mdast-util-to-string';
import { readPhoneNumber } from '../model/personal-data/phone-numbers.ts';
import { isPhoneLink, phoneOfLink } from '../model/phone-link.ts';
import type { AlertKind } from './alerts.ts';
import { bodySchema } from './body-schema.ts';
import { walkTree } from './walk-tree.ts';

/** The words that Markdown features add to a page, in the page's language. */
export interface BodyWords {
  readonly alerts: Readonly<Record<AlertKind, string>>;
  readonly footnotes: string;
  readonly backToText: string;
  readonly linkToSection: string;
  readonly table: string;
}

export interface BodyOptions {
  readonly words: BodyWords;
  /** Put before every id, and before what links to one: several bodies may share a document. */
  readonly idPrefix?: string | undefined;
  /** Whether it is for a page that is not ours: without what our styles and scripts make of tables and headings. */
  readonly bare?: boolean | undefined;
  /** Where a link leads, as the page should say it, or undefined where it leads nowhere. */
  readonly hrefOf: (url: string) => string | undefined;
  /** Where an image is, or undefined where there is none. */
  readonly srcOf: (url: string) => string | undefined;
  /** The sanitised HTML that stands for the n-th flowchart, counted from 0 in the order of the text. */
  readonly flowchart: (index: number) => string;
}

/** Renders the body whose tree is `mdast`, as `prepareTree` left it. The result holds only what `bodySchema` allows, and the flowcharts that the caller sanitised. */
export function renderBody(mdast: Root, options: BodyOptions): string {
  const hast = toHast(mdast, {
    clobberPrefix: '',
    footnoteLabel: options.words.footnotes,
    footnoteBackLabel: options.words.backToText,
  }) as HastRoot;
  prepareHast(hast, options);
  if (options.idPrefix !== undefined) prefixIds(hast, options.idPrefix);
  const safe = sanitize(hast, bodySchema) as HastRoot;
  placeFlowcharts(safe, options.flowchart);
  return toHtml(safe, { allowDangerousHtml: true });
}

function textElement(tagName: string, className: string, children: ElementContent[]): Element {
  return { type: 'element', tagName, properties: { className: [className] }, children };
}

function prepareHast(tree: HastRoot, options: BodyOptions): void {
  let tables = 0;
  walkTree<HastNodes>(tree, (element, index, parent) => {
    if (element.type !== 'element') return undefined;
    const { properties } = element;
    switch (element.tagName) {
      case 'a':
        return placeLink(element, options);
      case 'img': {
        const src = options.srcOf(String(properties.src ?? ''));
        if (src === undefined) {
          const alt = String(properties.alt ?? '');
          parent.children[index] = textElement('span', 'broken-link', [{ type: 'text', value: alt }]);
          return 'skip';
        }
        element.properties = {
          ...properties,
          src,
          ...(options.bare ? {} : { loading: 'lazy', decoding: 'async' }),
        };
        return undefined;
      }
      case 'table':
        if (options.bare) return undefined;
        parent.children[index] = {
          type: 'element',
          tagName: 'section',
          properties: {
            className: ['table-wrap'],
            tabIndex: 0,
            // Numbered, because regions of one name can't be told apart.
            ariaLabel: `${options.words.table}\u00A0${++tables}`,
          },
          children: [element],
        };
        return undefined;
      case 'li':
        return labelTask(element);
      case 'th':
        properties.scope = 'col';
        return undefined;
      default:
        if (
          !options.bare &&
          /^h[1-6]$/.test(element.tagName) &&
          properties.id !== undefined &&
          properties.id !== 'footnote-label'
        ) {
          element.children.push({
            type: 'element',
            tagName: 'a',
            properties: {
              className: ['anchor'],
              href: `#${encodeURIComponent(String(properties.id))}`,
              ariaLabel: options.words.linkToSection,
            },
            children: [],
          });
        }
        return undefined;
    }
  });
}

function prefixIds(tree: HastRoot, prefix: string): void {
  walkTree<HastNodes>(tree, (element) => {
    if (element.type !== 'element') return undefined;
    const { properties } = element;
    if (properties.id !== undefined) properties.id = `${prefix}${properties.id}`;
    const { ariaDescribedBy } = properties;
    if (Array.isArray(ariaDescribedBy))
      properties.ariaDescribedBy = ariaDescribedBy.map((id) => `${prefix}${id}`);
    const { href } = properties;
    // What `hrefOf` gave is whole; anchors and footnotes are the body's own.
    const isOwn =
      properties.dataFootnoteRef !== undefined ||
      properties.dataFootnoteBackref !== undefined ||
      isAnchor(element);
    if (typeof href === 'string' && href.startsWith('#') && isOwn)
      properties.href = `#${prefix}${href.slice(1)}`;
    return undefined;
  });
}

function isAnchor({ properties: { className } }: Element): boolean {
  return Array.isArray(className) && className.includes('anchor');
}

/** A task's check box is named by the task's own words (WCAG 4.1.2). */
function labelTask(item: Element): undefined {
  const first = item.children[0];
  const holder = first?.type === 'element' && first.tagName === 'p' ? first : item;
  const box = holder.children.find((child) => child.type === 'element' && child.tagName === 'input');
  if (box?.type === 'element') box.properties.ariaLabel = textOf(item).trim().slice(0, 120);
}

function placeLink(element: Element, options: BodyOptions): undefined {
  const { properties } = element;
  if (properties.dataFootnoteRef !== undefined || properties.dataFootnoteBackref !== undefined) return;
  const classes = properties.className;
  if (Array.isArray(classes) && classes.includes('anchor')) return;
  const written = String(properties.href ?? '');
  const href = options.hrefOf(written);
  if (href === undefined) {
    element.tagName = 'span';
    element.properties = { className: ['broken-link'] };
    return;
  }
  const external = /^https?:/i.test(href);
  const phone = options.bare ? undefined : hiddenPhone(href, element);
  element.properties = {
    ...properties,
    href,
    ...(external ? { className: ['external'], rel: ['noreferrer'] } : {}),
    ...(phone === undefined ? {} : { dataPhone: phone }),
  };
}

/** The number that a link calls, where its words don't show it: paper can't be clicked. */
function hiddenPhone(href: string, link: Element): string | undefined {
  const phone = isPhoneLink(href) ? phoneOfLink(href) : undefined;
  if (phone === undefined) return undefined;
  return readPhoneNumber(textOf(link)) === readPhoneNumber(phone) ? undefined : phone;
}

function placeFlowcharts(tree: HastRoot, flowchart: (index: number) => string): void {
  walkTree<HastNodes>(tree, (element, index, parent) => {
    const number = element.type === 'element' ? element.properties.dataFlow : undefined;
    if (number === undefined) return undefined;
    const raw = { type: 'raw', value: flowchart(Number(number)) } as unknown as ElementContent;
    parent.children[index] = raw;
    return 'skip';
  });
}
