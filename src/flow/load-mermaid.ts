// Asks Mermaid's own parsers, in Node and with no DOM; they are loaded the first time that a diagram has to be read.
import { pathToFileURL } from 'node:url';
import type { Mermaid } from 'mermaid';
import { mermaidBundle } from './mermaid-bundle.ts';

type Diagram = Awaited<ReturnType<Mermaid['mermaidAPI']['getDiagramFromText']>>;

/** What of DOMPurify is changed here. */
interface Purifier {
  addHook: (...hook: never) => unknown;
  sanitize: (dirty: unknown) => unknown;
}

/** What `scripts/bundle-mermaid.mjs` makes for Node. */
interface FlowchartParser {
  readonly mermaid: Mermaid;
  readonly purifier: Purifier;
}

let flowcharts: Promise<Mermaid> | undefined;
let allKinds: Promise<Mermaid> | undefined;
let last: Promise<unknown> = Promise.resolve();

/**
 * The diagram in `code` as Mermaid reads it. Rejects with what its parser throws. Loading takes a tenth of a second once, and half a second
 * more with the first diagram that is no flowchart; nothing is drawn here. Diagrams are read one after the other, since Mermaid's settings are its module's own.
 */
export function readWithMermaid(code: string): Promise<Diagram> {
  const diagram = last.then(async () => {
    flowcharts ??= loadFlowcharts();
    const parser = await flowcharts;
    if (isFlowchart(code, parser)) return parser.mermaidAPI.getDiagramFromText(code);
    allKinds ??= loadAllKinds();
    return (await allKinds).mermaidAPI.getDiagramFromText(code);
  });
  last = diagram.catch(() => undefined);
  return diagram;
}

async function loadFlowcharts(): Promise<Mermaid> {
  const file = pathToFileURL(mermaidBundle('parser'));
  const { mermaid, purifier } = (await import(file.href)) as FlowchartParser;
  return ready(mermaid, purifier, true);
}

async function loadAllKinds(): Promise<Mermaid> {
  const { default: purifier } = await import('dompurify');
  const { default: mermaid } = await import('mermaid');
  return ready(mermaid, purifier as unknown as Purifier, false);
}

async function ready(mermaid: Mermaid, purifier: Purifier, onlyFlowcharts: boolean): Promise<Mermaid> {
  // DOMPurify needs a DOM to clean labels; here they are turned into plain text, never into a page.
  purifier.addHook = () => undefined;
  purifier.sanitize = String;
  // The first parse registers the grammars.
  await mermaid.parse('flowchart TD\nstart --> finish');
  emptySettings(mermaid.mermaidAPI, onlyFlowcharts);
  return mermaid;
}

function isFlowchart(code: string, mermaid: Mermaid): boolean {
  try {
    return mermaid.detectType(code).startsWith('flowchart');
  } catch {
    return false;
  }
}

/**
 * Mermaid copies all its settings for every label that it reads: nine tenths of the time for a flowchart, which needs one section of them.
 * No parser needs the colours. Its defaults are an object whose sections can be emptied.
 */
function emptySettings({ defaultConfig, globalReset }: Mermaid['mermaidAPI'], onlyFlowcharts: boolean): void {
  for (const [name, section] of Object.entries(defaultConfig)) {
    if (typeof section !== 'object' || Array.isArray(section) || name === 'flowchart') continue;
    if (onlyFlowcharts || name === 'themeVariables')
      for (const key of Object.keys(section)) delete section[key];
  }
  globalReset();
}
