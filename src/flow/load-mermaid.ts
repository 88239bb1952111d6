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

/** What `scripts/bundle-mermaid.mjs` makes, as far as it is used here. */
interface FlowchartModules {
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
  const file = pathToFileURL(mermaidBundle('flowcharts'));
  const { mermaid, purifier } = (await import(file.href)) as FlowchartModules;
  return ready(mermaid, purifier);
}

async function loadAllKinds(): Promise<Mermaid> {
  const { default: purifier } = await import('dompurify');
  const { default: mermaid } = await import('mermaid');
  const whole = await ready(mermaid, purifier as unknown as Purifier);
  forgetColours(whole);
  return whole;
}

async function ready(mermaid: Mermaid, purifier: Purifier): Promise<Mermaid> {
  // DOMPurify needs a DOM to clean labels; here they are turned into plain text, never into a page.
  purifier.addHook = () => undefined;
  purifier.sanitize = String;
  // The first parse registers the grammars.
  await mermaid.parse('flowchart TD\nstart --> finish');
  return mermaid;
}

function isFlowchart(code: string, mermaid: Mermaid): boolean {
  try {
    return mermaid.detectType(code).startsWith('flowchart');
  } catch {
    return false;
  }
}

/** Mermaid copies all its settings for every label that it reads, and most of them are colours, which no parser needs. */
function forgetColours({ mermaidAPI }: Mermaid): void {
  const colours: Record<string, unknown> = mermaidAPI.defaultConfig.themeVariables;
  for (const name of Object.keys(colours)) delete colours[name];
  mermaidAPI.globalReset();
}
