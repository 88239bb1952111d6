// One file of a Notion export ("Markdown & CSV") → its text: a page with its properties and callouts, or a database as a table.
import { parse as parseCsv } from 'csv-parse/sync';
import type { List, Nodes, Parents, Root, RootContent, TableCell, TableRow } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import type { ParseMarkdown } from '../content/markdown-parser.ts';
import { countMarkdown } from './count-elements.ts';
import { parseHtmlPage } from './html-page.ts';
import { lineOf, type Remark, type SourcePage } from './source-page.ts';

export type NotionPage = Pick<
  SourcePage,
  'title' | 'tags' | 'tree' | 'embedded' | 'counts' | 'text' | 'remarks'
>;

/** `Name: value`, as Notion writes the properties of a database's row below its title. */
const property = /^([^:\n]{1,60}): ?(.*)$/;

/** Names of the property that holds a page's tags. */
export const tagNames = /^(tags?|étiquettes?|mots[- ]clés|labels?)$/i;

/** What stands for raw HTML: Notion writes callouts (`<aside>`) and folded parts so. */
function readHtml(html: string, inline: boolean): readonly Nodes[] {
  if (inline) return /^<br\s*\/?>$/i.test(html.trim()) ? [{ type: 'break' }] : [];
  return parseHtmlPage(html)?.tree.children ?? [];
}

/** Edits `parent`: no raw HTML is left. */
function replaceHtml(parent: Parents): Remark[] {
  const remarks: Remark[] = [];
  parent.children = (parent.children as Nodes[]).flatMap((node): readonly Nodes[] => {
    if ('children' in node) remarks.push(...replaceHtml(node));
    if (node.type !== 'html') return [node];
    const name = /^<\/?([a-z][\w-]*)/i.exec(node.value)?.[1];
    if (name !== undefined && !node.value.startsWith('</') && name !== 'br')
      remarks.push({ code: 'formatting-lost', line: lineOf(node), detail: name });
    return readHtml(
      node.value,
      parent.type !== 'root' && parent.type !== 'blockquote' && parent.type !== 'listItem',
    );
  }) as typeof parent.children;
  return remarks;
}

/** Makes a list of the properties below the title, where all lines of the first paragraph are some. */
function listProperties(tree: Root): {
  readonly remarks: readonly Remark[];
  readonly tags: readonly string[];
} {
  const [, paragraph] = tree.children;
  if (paragraph?.type !== 'paragraph' || tree.children[0]?.type !== 'heading')
    return { remarks: [], tags: [] };
  const lines = textOf(paragraph).split('\n');
  const plain = paragraph.children.every(({ type }) => type === 'text');
  if (!plain || !lines.every((line) => property.test(line))) return { remarks: [], tags: [] };
  const list: List = {
    type: 'list',
    spread: false,
    children: lines.map((line) => ({
      type: 'listItem',
      children: [{ type: 'paragraph', children: [{ type: 'text', value: line }] }],
    })),
  };
  tree.children[1] = list;
  const tags = lines.flatMap((line) => {
    const [, name = '', value = ''] = property.exec(line) ?? [];
    return tagNames.test(name)
      ? value
          .split(',')
          .map((tag) => tag.trim())
          .filter(Boolean)
      : [];
  });
  return {
    remarks: [{ code: 'properties-listed', detail: String(lines.length), change: { list: 1 } }],
    tags,
  };
}

/** A page; `isRow` says that it is a row of a database, whose properties stand below the title. */
export function parseNotionPage(text: string, isRow: boolean, parse: ParseMarkdown): NotionPage {
  const tree = parse(text);
  const html = replaceHtml(tree);
  const { counts, text: words } = countMarkdown(tree);
  const [first] = tree.children;
  // Notion writes the title as the first heading, and the page's own headings on the same level.
  const title = first?.type === 'heading' ? textOf(first).trim() : '';
  const { remarks, tags } = isRow ? listProperties(tree) : { remarks: [], tags: [] };
  return { title: title || undefined, tags, tree, counts, text: words, remarks: [...html, ...remarks] };
}

/** A database as a table; `linkOf` gives the address of the page of the row called so. Undefined where it has no rows, or is no CSV. */
export function parseNotionTable(
  csv: string,
  title: string,
  linkOf: (name: string) => string | undefined,
): NotionPage | undefined {
  let rows: string[][];
  try {
    rows = parseCsv(csv, { bom: true, relax_column_count: true, skip_empty_lines: true });
  } catch {
    return undefined;
  }
  if (rows.length < 2) return undefined;
  let links = 0;
  const cellOf = (value: string, link: string | undefined): TableCell => {
    const text = { type: 'text', value: value.replace(/\s+/g, ' ').trim() } as const;
    if (link === undefined || text.value === '')
      return { type: 'tableCell', children: text.value === '' ? [] : [text] };
    links++;
    return { type: 'tableCell', children: [{ type: 'link', url: link, children: [text] }] };
  };
  const tableRows = rows.map((row, index): TableRow => {
    const cells = row.map((value, column) =>
      cellOf(value, index > 0 && column === 0 ? linkOf(value) : undefined),
    );
    return { type: 'tableRow', children: cells };
  });
  const children: RootContent[] = [{ type: 'table', children: tableRows }];
  return {
    title,
    tags: [],
    tree: { type: 'root', children },
    counts: { heading: 0, list: 0, table: 1, link: 0, image: 0 },
    text: rows.flat().join('\n'),
    remarks: [{ code: 'database-table', detail: String(rows.length - 1), change: { link: links } }],
  };
}
