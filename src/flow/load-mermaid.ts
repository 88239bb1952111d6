// Loads Mermaid for its parsers alone, in Node and with no DOM, the first time that a flowchart has to be read.
import type { Mermaid } from 'mermaid';

let loading: Promise<Mermaid['mermaidAPI']> | undefined;

/** Mermaid's interface for parsing; nothing is drawn here. Takes half a second once, then nothing. */
export function loadMermaid(): Promise<Mermaid['mermaidAPI']> {
  loading ??= startMermaid();
  return loading;
}

async function startMermaid(): Promise<Mermaid['mermaidAPI']> {
  const { default: purify } = await import('dompurify');
  // DOMPurify needs a DOM to clean labels; here they are turned into plain text, never into a page.
  purify.addHook = () => undefined;
  // Its type promises trusted HTML for some options that the parsers never use.
  purify.sanitize = ((dirty: unknown) => String(dirty)) as typeof purify.sanitize;
  const { default: mermaid } = await import('mermaid');
  // The first parse registers the grammars.
  await mermaid.parse('flowchart TD\nstart --> finish');
  // Mermaid copies its settings for every label that it reads, and most of them are colours, which no parser asks for.
  const { defaultConfig, globalReset } = mermaid.mermaidAPI;
  for (const name of Object.keys(defaultConfig.themeVariables)) delete defaultConfig.themeVariables[name];
  globalReset();
  return mermaid.mermaidAPI;
}
