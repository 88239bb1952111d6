// Entry of `dev.js`, which only `kb dev` adds: reloads the page when something changed and shows its findings over it.
import { messagesFor } from '../locales/messages-for.ts';
import { createDevPanel, type DevFinding } from './dev-panel.ts';

/** Milliseconds before another attempt, when the browser has given up reconnecting by itself. */
const retryPause = 2000;

const panel = createDevPanel(messagesFor(document.documentElement.lang).dev);
let lost = false;

function listen(): void {
  const events = new EventSource(`/__kb/events?page=${encodeURIComponent(window.location.pathname)}`);
  events.addEventListener('open', () => {
    if (lost) window.location.reload();
  });
  events.addEventListener('reload', () => window.location.reload());
  events.addEventListener('findings', (event) => panel.show(parseFindings(event.data)));
  events.addEventListener('error', () => {
    lost = true;
    panel.showLost();
    if (events.readyState !== EventSource.CLOSED) return;
    window.setTimeout(listen, retryPause);
  });
}

/** What the server sent, where it is a list; a broken message shows nothing rather than breaking the page. */
function parseFindings(data: unknown): readonly DevFinding[] {
  try {
    const findings: unknown = JSON.parse(String(data));
    return Array.isArray(findings) ? (findings as DevFinding[]) : [];
  } catch {
    return [];
  }
}

listen();
