// A page of a Notion export as HTML → what plain HTML says: boxes to tick, properties as a list, and none of the signs that are Notion's own.
import type { Element, ElementContent, Root } from 'hast';
import { toString as textOf } from 'mdast-util-to-string';
import { parseHtmlPage } from './html-page.ts';
import { type NotionPage, tagNames } from './notion-page.ts';
import type { Remark } from './source-page.ts';

/** Notion's signs, which say nothing to readers: icons, and the address that stands below the title of a bookmark, which is its link already. */
const signs: readonly string[] = [
  'icon',
  'page-header-icon',
  'page-cover-image',
  'bookmark-href',
  'bookmark-image',
];

function classesOf({ properties }: Element): readonly unknown[] {
  return Array.isArray(properties.className) ? properties.className : [];
}

function element(
  tagName: string,
  children: ElementContent[],
  properties: Element['properties'] = {},
): Element {
  return { type: 'element', tagName, properties, children };
}

/** All elements below `parent` that `is` is true of, from the outside in. */
function findAll(parent: Root | Element, is: (element: Element) => boolean): Element[] {
  return parent.children.flatMap((child) => {
    if (child.type !== 'element') return [];
    return is(child) ? [child] : findAll(child, is);
  });
}

interface Property {
  readonly name: string;
  readonly value: string;
  readonly cell: Element | undefined;
}

function propertiesOf(table: Element): readonly Property[] {
  return findAll(table, ({ tagName }) => tagName === 'tr').map((row) => {
    const [head, cell] = findAll(row, ({ tagName }) => tagName === 'th' || tagName === 'td');
    return {
      name: head === undefined ? '' : textOf(head).trim(),
      // Several choices stand side by side, each in an element of its own.
      value: (cell?.children ?? [])
        .map((child) => (child.type === 'element' || child.type === 'text' ? textOf(child).trim() : ''))
        .filter(Boolean)
        .join(', '),
      cell,
    };
  });
}

/** Whether `next` goes on with the list that `list` is: of its kind, and where it counts, from the next number on. */
function goesOn(list: Element, next: Element): boolean {
  if (list.tagName !== next.tagName || classesOf(list).join(' ') !== classesOf(next).join(' ')) return false;
  const startOf = ({ properties }: Element) => Number(properties.start ?? 1);
  const items = list.children.filter(({ type }) => type === 'element').length;
  return list.tagName === 'ul' || startOf(next) === startOf(list) + items;
}

/** Makes one list of those that follow one another: Notion writes each item as a list of its own. */
function joinLists(parent: Root | Element): void {
  const joined: ElementContent[] = [];
  for (const child of parent.children as ElementContent[]) {
    const last = joined.at(-1);
    const isList = child.type === 'element' && /^[ou]l$/.test(child.tagName) && classesOf(child).length > 0;
    if (isList && last?.type === 'element' && goesOn(last, child)) last.children.push(...child.children);
    else joined.push(child);
  }
  parent.children = joined as typeof parent.children;
}

/** Edits `parent`, and tells of each property that it met. */
function prepare(parent: Root | Element, tell: (property: Property) => void): void {
  parent.children = (parent.children as ElementContent[]).flatMap((child): ElementContent[] => {
    if (child.type !== 'element') return [child];
    const classes = classesOf(child);
    if (classes.some((name) => signs.includes(String(name)))) return [];
    // A list of the page's own headings: every page of the site has one.
    if (child.tagName === 'nav' && classes.includes('table_of_contents')) return [];
    if (classes.includes('checkbox')) {
      const checked = classes.includes('checkbox-on');
      return [element('input', [], { type: 'checkbox', checked })];
    }
    prepare(child, tell);
    if (child.tagName !== 'table' || !classes.includes('properties')) return [child];
    const properties = propertiesOf(child);
    for (const property of properties) tell(property);
    const items = properties.map(({ name, value, cell }) => {
      const holdsLink = cell && findAll(cell, ({ tagName }) => tagName === 'a').length > 0;
      return element('li', [
        { type: 'text', value: `${name}: ` },
        ...(holdsLink ? cell.children : [{ type: 'text' as const, value }]),
      ]);
    });
    return items.length > 0 ? [element('ul', items)] : [];
  }) as typeof parent.children;
  joinLists(parent);
}

/** A page; undefined where its elements are nested deeper than any person writes. */
export function parseNotionHtml(html: string): NotionPage | undefined {
  const properties: Property[] = [];
  const page = parseHtmlPage(html, {
    prepare: (root) => prepare(root, (property) => properties.push(property)),
  });
  if (!page) return undefined;
  const { title, tree, embedded, counts, text, remarks } = page;
  const listed: Remark[] =
    properties.length === 0 ? [] : [{ code: 'properties-listed', detail: String(properties.length) }];
  const tags = properties
    .filter(({ name }) => tagNames.test(name))
    .flatMap(({ value }) => value.split(',').map((tag) => tag.trim()))
    .filter(Boolean);
  return { title, tags, tree, embedded, counts, text, remarks: [...remarks, ...listed] };
}
