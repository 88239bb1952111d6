// Makes every table of an HTML tree one that Markdown can hold: a header row, and one line of text in each cell.
import type { Element, ElementContent, Root } from 'hast';
import { countHtml } from './count-elements.ts';
import { type ElementCounts, type ElementKind, lineOf, type Remark } from './source-page.ts';

/** What stands between two blocks that share a line. */
const joint = ' · ';

const blocks = new Set(
  (
    'address article aside blockquote br caption center dd details div dl dt fieldset figcaption figure footer form ' +
    'h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table tbody td tfoot th thead tr ul'
  ).split(' '),
);

function isBlock(node: ElementContent): boolean {
  return node.type === 'element' && blocks.has(node.tagName);
}

function holdsBlock(element: Element): boolean {
  return element.children.some((child) => isBlock(child) || (child.type === 'element' && holdsBlock(child)));
}

function isBlank(nodes: readonly ElementContent[]): boolean {
  return nodes.every((node) => node.type === 'text' && node.value.trim() === '');
}

/** The blocks in `nodes` as runs of what can stand on a line; a line break parts two runs. */
function runsOf(nodes: readonly ElementContent[]): ElementContent[][] {
  const runs: ElementContent[][] = [[]];
  for (const node of nodes) {
    if (node.type === 'element' && isBlock(node)) runs.push(...runsOf(node.children), []);
    else if (node.type === 'element' && holdsBlock(node)) {
      // A link around paragraphs is one link in each of them; so is any other inline element.
      runs.push(...runsOf(node.children).map((children) => [{ ...node, children }]), []);
    } else runs.at(-1)?.push(node);
  }
  return runs.filter((run) => !isBlank(run));
}

function flatten(nodes: readonly ElementContent[]): ElementContent[] {
  return runsOf(nodes).flatMap((run, index) =>
    index === 0 ? run : [{ type: 'text' as const, value: joint }, ...run],
  );
}

/** Elements with one of `names` in `element`, tables within left out. */
function own(element: Element, names: readonly string[]): Element[] {
  return element.children.flatMap((child) => {
    if (child.type !== 'element' || child.tagName === 'table') return [];
    return names.includes(child.tagName) ? [child] : own(child, names);
  });
}

/** How the elements of `after` differ in number from those of `before`. */
function changeFrom(before: ElementCounts, after: ElementCounts): Partial<ElementCounts> {
  const kinds = Object.keys(before) as ElementKind[];
  return Object.fromEntries(
    kinds.map((kind) => [kind, after[kind] - before[kind]] as const).filter(([, change]) => change !== 0),
  );
}

function countIn(children: readonly ElementContent[]): ElementCounts {
  return countHtml({ type: 'root', children: [...children] }).counts;
}

function flattenCell(cell: Element): Remark[] {
  if (!holdsBlock(cell)) return [];
  const before = countIn(cell.children);
  const children = flatten(cell.children);
  const remarks: Remark[] = [];
  // One paragraph in a cell is how editors write a cell: nothing is lost.
  if (runsOf(cell.children).length > 1 || before.list + before.heading + before.table > 0) {
    const code = before.table > 0 ? 'table-nested' : 'cell-flattened';
    remarks.push({ code, line: lineOf(cell), change: changeFrom(before, countIn(children)) });
  }
  cell.children = children;
  return remarks;
}

function addHeader(table: Element, rows: readonly Element[]): Remark[] {
  const [first] = rows;
  if (!first || own(table, ['thead']).length > 0 || own(first, ['th']).length > 0) return [];
  for (const cell of own(first, ['td'])) cell.tagName = 'th';
  return [{ code: 'table-header', line: lineOf(table) }];
}

/** Edits `table`. Undefined where it is a single cell, and what it holds takes its place. */
function flattenTable(table: Element): readonly Remark[] | undefined {
  const rows = own(table, ['tr']);
  const cells = rows.flatMap((row) => own(row, ['td', 'th']));
  if (cells.length <= 1) return undefined;
  const merged = cells.filter(
    ({ properties: { colSpan, rowSpan } }) => Number(colSpan ?? 1) > 1 || Number(rowSpan ?? 1) > 1,
  );
  return [
    ...merged.map((cell): Remark => ({ code: 'cells-merged', line: lineOf(cell) })),
    ...cells.flatMap(flattenCell),
    ...addHeader(table, rows),
  ];
}

/** Edits the tables of `parent`; the captions come before them, as paragraphs. */
export function flattenTables(parent: Root | Element): Remark[] {
  const remarks: Remark[] = [];
  const children = parent.children.flatMap((child): typeof parent.children => {
    if (child.type !== 'element') return [child];
    if (child.tagName !== 'table') {
      remarks.push(...flattenTables(child));
      return [child];
    }
    const captions = own(child, ['caption']);
    const paragraphs = captions.map((caption) => ({
      ...caption,
      tagName: 'p',
      children: flatten(caption.children),
    }));
    const changes = flattenTable(child);
    if (changes !== undefined) {
      child.children = child.children.filter((each) => !captions.includes(each as Element));
      remarks.push(...changes);
      return [...paragraphs, child];
    }
    const [cell] = own(child, ['td', 'th']);
    const content: Element = {
      type: 'element',
      tagName: 'div',
      properties: {},
      children: cell?.children ?? [],
    };
    remarks.push(
      { code: 'table-unwrapped', line: lineOf(child), change: { table: -1 } },
      ...flattenTables(content),
    );
    return [...paragraphs, content];
  });
  parent.children = children as typeof parent.children;
  return remarks;
}
