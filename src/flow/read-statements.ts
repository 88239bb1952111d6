// Reads a flowchart's source for places: where each node and each link between two nodes stands, which Mermaid's parser does not tell.
import { blankLabelLines, blankLabels } from './blank-labels.ts';
import { frontMatter } from './map-lines.ts';

/** Offsets in the source, the end exclusive. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

interface NodeUse extends Range {
  readonly id: string;
  /** Whether the node's label stands here. */
  readonly labelled: boolean;
}

interface LinkUse extends Range {
  readonly from: string;
  readonly to: string;
}

/** `click a,b href "address"`. */
export interface ClickUse extends Range {
  readonly ids: readonly string[];
  /** The address, without its quotation marks. */
  readonly address: string;
}

export interface Statements {
  readonly nodes: readonly NodeUse[];
  readonly links: readonly LinkUse[];
}

/** A node's id; a sign of a link ends it. */
const nodeId = /(?:[^\s;:@,&[\](){}|"<>~^=-]|-(?![-.>])|=(?!=)|&(?!\s))+/y;
/** What blanking leaves of a label (brackets and quotation marks), and Mermaid's `>odd shape]`. */
const labelRest = />[^\]\n]*\]|[[({][\s[\](){}"/\\|-]*[\])}]/y;
/** `@{ shape: … }`, or what blanking leaves of it. */
const shapeData = /@(?:\{[^}]*\}|(?=\s))/y;
const className = /:::[\w-]+/y;
const spaces = /\s*/y;
const sameLine = /[^\S\n]*/y;
const and = /[^\S\n]*&[^\S\n]*/y;
/** `-->`, `e1@==>`, `-. answer .->`, each with `|answer|` after it (blanked): the tokens of Mermaid's flow grammar, 11.17. */
const link =
  /[^\S\n]*(?:[^\s"@]+@(?!\{))?(?:[xo<]?(?:--+[-xo>]|==+[=xo>]|-?\.+-[xo>]?)|~~~+|[xo<]?(?:--[^;]*?--+[-xo>]|==[^;]*?==+[=xo>]|-\.[^;]*?\.+-[xo>]?))(?:\s*\|[^|\n]*\|)?/y;
/** A link that only moves nodes about. */
const invisible = /^\s*(?:[^\s@]+@)?~~~/;
/** Statements that name nodes and say nothing of where they stand. */
const otherStatement =
  /(?:flowchart(?:-elk)?|graph|style|classDef|class|linkStyle|click|direction|accTitle|accDescr|end)(?=[\s;:{]|$)[^;\n]*/y;
const subgraph = /subgraph\b[^\S\n]*/y;
const click = /(?<=^|[\n;])[^\S\n]*click[^\S\n]+([^\s"]+)[^\S\n]+(?:href[^\S\n]+)?"( *)"/g;

/** The statements of `source`, whose lines end with `\n`; what it can't make out is left out. */
export function readStatements(source: string): Statements {
  const text = blankLabelLines(withoutFrontMatter(source));
  const nodes: NodeUse[] = [];
  const links: LinkUse[] = [];
  let at = 0;
  const take = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0];
    if (found !== undefined) at += found.length;
    return found;
  };
  const takeNode = (): NodeUse | undefined => {
    const start = at;
    const id = take(nodeId);
    if (id === undefined) return undefined;
    // A blanked label has left nothing but spaces: the source tells that it was there.
    const labelled = /[[({>@]/.test(source[at] ?? '');
    for (const rest of [shapeData, labelRest, className, shapeData]) take(rest);
    const node = { id, start, end: start + id.length, labelled };
    nodes.push(node);
    return node;
  };
  const takeGroup = (): NodeUse[] => {
    const group: NodeUse[] = [];
    for (let node = takeNode(); node; node = take(and) === undefined ? undefined : takeNode())
      group.push(node);
    return group;
  };
  const takeChain = () => {
    let group = takeGroup();
    for (let token = take(link); group.length > 0 && token !== undefined; token = take(link)) {
      take(spaces);
      const next = takeGroup();
      if (!invisible.test(token))
        for (const from of group) for (const to of next) links.push(joinUses(from, to));
      group = next;
    }
  };
  while (at < text.length) {
    take(spaces);
    if (take(otherStatement) === undefined) {
      take(subgraph);
      takeChain();
      take(sameLine);
      // Whatever else stands on the line is no statement that has a place.
      take(text[at] === ';' ? /;/y : /[^;\n]+|\n|;/y);
    }
  }
  return { nodes, links };
}

function joinUses(from: NodeUse, to: NodeUse): LinkUse {
  return { from: from.id, to: to.id, start: from.start, end: Math.max(from.end, to.end) };
}

/** The links that `click` statements of `source` give to nodes; those that do something else are left out. */
export function readClicks(source: string): ClickUse[] {
  const text = blankLabels(withoutFrontMatter(source));
  return [...text.matchAll(click)].map((found): ClickUse => {
    const end = found.index + found[0].length - 1;
    const start = end - (found[2] ?? '').length;
    return { ids: (found[1] ?? '').split(','), address: source.slice(start, end), start, end };
  });
}

function withoutFrontMatter(source: string): string {
  return source.replace(frontMatter, (part) => part.replace(/[^\n]/g, ' '));
}
