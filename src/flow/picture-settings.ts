// The settings with which every picture is drawn: one look, no scripts, no HTML in labels, nothing that content could change.
import type { MermaidConfig } from 'mermaid';
import { pictureTheme, themeColours } from './picture-theme.ts';

/**
 * Open Sans is in the shipped browser and wider than the others, so a box that was measured with it has room for any of them.
 * The first system font that a reader's machine has shows the text (site/styles/flow.css names the same list).
 */
const fontFamily = '"Open Sans", "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif';

const font = { fontFamily, fontSize: '15px' };

/** What of the theme a flowchart is drawn with: where a shape has no colour, Mermaid leaves it out. */
const flowchartTheme = {
  mainBkg: themeColours.node,
  nodeBorder: themeColours.border,
  lineColor: themeColours.line,
  edgeLabelBackground: themeColours.page,
  ...font,
};

export const pictureSettings: MermaidConfig = {
  securityLevel: 'strict',
  startOnLoad: false,
  suppressErrorRendering: true,
  htmlLabels: false,
  deterministicIds: true,
  deterministicIDSeed: 'kb',
  // Some shapes are sketched even when they are to look drawn with a ruler; without a seed, anew each time.
  handDrawnSeed: 1,
  maxTextSize: 50_000,
  theme: 'base',
  look: 'classic',
  layout: 'dagre',
  fontFamily,
  themeVariables: { ...pictureTheme, ...font },
  flowchart: {
    htmlLabels: false,
    useMaxWidth: false,
    curve: 'basis',
    padding: 18,
    nodeSpacing: 36,
    rankSpacing: 44,
    wrappingWidth: 170,
    subGraphTitleMargin: { top: 6, bottom: 10 },
  },
  // What a diagram may not set for itself, should a directive ever reach the renderer (it is refused before).
  secure: [
    ...[
      'secure',
      'securityLevel',
      'startOnLoad',
      'maxTextSize',
      'maxEdges',
      'suppressErrorRendering',
      'dompurifyConfig',
    ],
    ...[
      'htmlLabels',
      'flowchart',
      'theme',
      'themeVariables',
      'themeCSS',
      'fontFamily',
      'altFontFamily',
      'look',
      'layout',
    ],
    ...[
      'deterministicIds',
      'deterministicIDSeed',
      'forceLegacyMathML',
      'legacyMathML',
      'logLevel',
      'arrowMarkerAbsolute',
    ],
  ],
};

/** All the colours that a flowchart is measured with; another diagram has to have its look as well. */
export const flowchartSettings: MermaidConfig = { ...pictureSettings, themeVariables: flowchartTheme };

/** Raised by hand when what is done to a picture after Mermaid drew it changes, so that no cached one is used again. */
export const pictureVersion = 5;
