// The panel with the findings of the page that a writer is looking at. It lives in a shadow root: the page's styles and its own never meet.
import type { DevMessages } from '../locales/messages.ts';
import { readStored, store } from './reader-storage.ts';

/** A finding as the development server sends it, worded in the page's language. */
export interface DevFinding {
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly rule: string;
  readonly severity: 'error' | 'warning' | 'info';
  readonly message: string;
}

export interface DevPanel {
  readonly show: (findings: readonly DevFinding[]) => void;
  readonly showLost: () => void;
}

const folded = 'kb-dev-folded';

const styles = `
  :host { all: initial; position: fixed; inset: auto 1rem 1rem auto; z-index: 1000; max-width: min(34rem, calc(100vw - 2rem)); font: 14px/1.45 system-ui, sans-serif; color: #f4f4f5; }
  section { background: #18181b; border: 1px solid #52525b; border-radius: 10px; box-shadow: 0 10px 30px #0006; overflow: auto; max-height: 60vh; }
  header { display: flex; gap: 1rem; align-items: center; justify-content: space-between; padding: .5rem .5rem .5rem 1rem; position: sticky; top: 0; background: inherit; }
  h2 { font: inherit; font-weight: 600; margin: 0; }
  ul { list-style: none; margin: 0; padding: 0 1rem .75rem; display: grid; gap: .75rem; }
  code { font: 12px/1.4 ui-monospace, monospace; color: #d4d4d8; overflow-wrap: anywhere; }
  p { margin: 0; }
  b { margin-right: .4em; } .error b { color: #fca5a5; } .warning b { color: #fcd34d; } .info b { color: #93c5fd; }
  button { font: inherit; color: inherit; background: #3f3f46; border: 0; border-radius: 6px; min-width: 32px; min-height: 32px; padding: 0 .6rem; cursor: pointer; }
  button:focus-visible, section:focus-visible { outline: 3px solid #93c5fd; outline-offset: 2px; }
  .lost { padding: .5rem 1rem; }
`;

/** Adds the panel's place to the page; nothing shows until there is something to say. */
export function createDevPanel(t: DevMessages): DevPanel {
  const host = document.createElement('div');
  host.lang = document.documentElement.lang;
  const root = host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles);
  root.adoptedStyleSheets = [sheet];
  document.body.append(host);

  const show = (findings: readonly DevFinding[]): void => {
    if (findings.length === 0) {
      root.replaceChildren();
      return;
    }
    if (readStored('sessionStorage', folded) === 'true') {
      root.replaceChildren(button(`${t.count(findings.length)}`, t.show, () => fold(false, findings)));
      return;
    }
    const section = element('section', '');
    section.setAttribute('aria-label', t.title);
    section.tabIndex = 0;
    const header = element(
      'header',
      '',
      element('h2', '', `${t.title} (${findings.length})`),
      button('✕', t.close, () => fold(true, findings)),
    );
    section.append(header, element('ul', '', ...findings.map((finding) => showFinding(finding, t))));
    section.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') fold(true, findings);
    });
    root.replaceChildren(section);
  };

  const fold = (folding: boolean, findings: readonly DevFinding[]): void => {
    store('sessionStorage', folded, String(folding));
    show(findings);
    root.querySelector('button')?.focus();
  };

  const showLost = (): void => {
    const note = element('p', 'lost', t.lost);
    note.setAttribute('role', 'status');
    root.replaceChildren(element('section', '', note));
  };

  return { show, showLost };
}

function showFinding(finding: DevFinding, t: DevMessages): HTMLElement {
  return element(
    'li',
    finding.severity,
    element('p', '', element('b', '', t.severities[finding.severity]), finding.message),
    element('code', '', `${finding.path}:${finding.line}:${finding.column} ${finding.rule}`),
  );
}

function element(name: string, className: string, ...children: (Node | string)[]): HTMLElement {
  const made = document.createElement(name);
  if (className !== '') made.className = className;
  made.append(...children);
  return made;
}

function button(text: string, label: string, run: () => void): HTMLElement {
  const made = element('button', '', text);
  made.setAttribute('type', 'button');
  if (text === '✕') made.setAttribute('aria-label', label);
  else made.title = label;
  made.addEventListener('click', run);
  return made;
}
