// Asks Mermaid's own parsers, in Node and with no DOM; they are loaded the first time that a diagram has to be read.
import type { Mermaid } from 'mermaid';

type Diagram = Awaited<ReturnType<Mermaid['mermaidAPI']['getDiagramFromText']>>;
type Settings = Record<string, unknown>;

let loading: Promise<(code: string) => Promise<Diagram>> | undefined;
let last: Promise<unknown> = Promise.resolve();

/**
 * The diagram in `code` as Mermaid reads it. Rejects with what its parser throws. Loading takes half a second once; nothing is drawn here.
 * Diagrams are read one after the other, since Mermaid's settings are its module's own.
 */
export function readWithMermaid(code: string): Promise<Diagram> {
  loading ??= startMermaid();
  const reader = loading;
  const diagram = last.then(async () => (await reader)(code));
  last = diagram.catch(() => undefined);
  return diagram;
}

async function startMermaid(): Promise<(code: string) => Promise<Diagram>> {
  const { default: purify } = await import('dompurify');
  // DOMPurify needs a DOM to clean labels; here they are turned into plain text, never into a page.
  purify.addHook = () => undefined;
  // Its type promises trusted HTML for some options that the parsers never use.
  purify.sanitize = ((dirty: unknown) => String(dirty)) as typeof purify.sanitize;
  const { default: mermaid } = await import('mermaid');
  // The first parse registers the grammars.
  await mermaid.parse('flowchart TD\nstart --> finish');
  const useSettings = readySettings(mermaid.mermaidAPI);
  return (code) => {
    useSettings(isFlowchart(code, mermaid) ? 'flowchart' : 'all');
    return mermaid.mermaidAPI.getDiagramFromText(code);
  };
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
 * No parser needs the colours. Its defaults are an object whose sections can be emptied, and filled again for other diagrams.
 */
function readySettings({ defaultConfig, globalReset }: Mermaid['mermaidAPI']) {
  const defaults = defaultConfig as Settings;
  const sections = Object.entries(defaults).filter(
    (entry): entry is [string, Settings] =>
      typeof entry[1] === 'object' && !Array.isArray(entry[1]) && entry[0] !== 'flowchart',
  );
  const full = new Map(
    sections.map(([name, values]) => [name, name === 'themeVariables' ? {} : { ...values }]),
  );
  let used: 'flowchart' | 'all' | undefined;
  return (wanted: 'flowchart' | 'all') => {
    if (wanted === used) return;
    used = wanted;
    for (const [name, section] of sections) {
      for (const key of Object.keys(section)) delete section[key];
      if (wanted === 'all') Object.assign(section, full.get(name));
    }
    globalReset();
  };
}
