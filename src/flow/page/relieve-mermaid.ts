// Runs in the page that draws flowcharts: spares Mermaid the work whose outcome no picture shows.
import type { Mermaid } from 'mermaid';
import { createLineFitter, type LineFitter } from './line-fitter.ts';
import { drawRuledPaths, type Rough } from './ruled-path.ts';
import { type DrawingSerializer, serializeDrawing } from './serialize-drawing.ts';

/** What of DOMPurify is changed here. */
interface Purifier {
  sanitize: (dirty: unknown, settings?: Readonly<Record<string, unknown>>) => unknown;
}

/** Parts of the bundle that `scripts/bundle-mermaid.mjs` makes; all of Mermaid in it uses these very objects. */
interface MermaidParts {
  readonly mermaid: Mermaid;
  readonly purifier: Purifier;
  readonly rough: Rough;
}

type DrawingWindow = typeof globalThis & {
  mermaid?: Mermaid;
  fitLine?: LineFitter;
  serializeDrawing?: DrawingSerializer;
};

/** Hands Mermaid to the page as `globalThis.mermaid`. */
export function relieveMermaid({ mermaid, purifier, rough }: MermaidParts): void {
  const host: DrawingWindow = globalThis;
  leaveDrawingsAsTheyAre(purifier);
  drawRuledPaths(rough);
  host.fitLine = createLineFitter();
  host.serializeDrawing = serializeDrawing;
  host.mermaid = mermaid;
}

/**
 * Labels are cleaned as ever. A finished drawing is not: it never becomes part of this page, and
 * `sanitizePicture` lets nothing through that it does not know.
 */
function leaveDrawingsAsTheyAre(purifier: Purifier): void {
  const sanitize = purifier.sanitize.bind(purifier);
  purifier.sanitize = (dirty, settings) =>
    settings !== undefined && 'HTML_INTEGRATION_POINTS' in settings ? dirty : sanitize(dirty, settings);
}
