// Opens browser pages that get Mermaid's own code and nothing else, whatever a diagram asks for.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Browser, HTTPRequest, Page } from 'puppeteer';
import { mermaidBundle } from './mermaid-bundle.ts';

/** The origin of the page and its scripts, which no name server knows: every request is answered here or refused. */
const origin = 'https://kb-drawing.invalid';

/** The page to draw in: it has Mermaid for flowcharts as `globalThis.mermaid`, and `#container` to draw in, or `#unseen`, which costs no paint. */
export const drawingAddress = `${origin}/`;

/** A module that loads the whole of Mermaid as `globalThis.wholeMermaid`, for any kind of diagram. */
export const wholeMermaidAddress = `${origin}/load.mjs`;

/** Modules of Mermaid, which asks for the parts that a diagram needs when it needs them. */
const modules = /^\/(?:mermaid\.esm\.min\.mjs|chunks\/mermaid\.esm\.min\/[\w-]+\.mjs)$/;

/** What `scripts/bundle-mermaid.mjs` makes. */
const bundles: Readonly<Record<string, Parameters<typeof mermaidBundle>[0]>> = {
  '/flowcharts.mjs': 'flowcharts',
  '/page.mjs': 'page',
};

/** A diagram's text becomes elements in the page, so none of them may run or load anything there. */
const policy = "default-src 'none'; script-src 'self'; style-src 'unsafe-inline'";
const texts: Readonly<Record<string, { readonly contentType: string; readonly body: string }>> = {
  '/': {
    contentType: 'text/html',
    body: '<!doctype html><html><meta charset="utf-8"><body><div id="container"></div><div id="unseen" style="visibility:hidden"></div><script type="module" src="draw.mjs"></script></body></html>',
  },
  '/draw.mjs': {
    contentType: 'text/javascript',
    body: 'import * as parts from "./flowcharts.mjs";\nimport { relieveMermaid } from "./page.mjs";\nrelieveMermaid(parts);\n',
  },
  '/load.mjs': {
    contentType: 'text/javascript',
    body: 'import mermaid from "./mermaid.esm.min.mjs";\nglobalThis.wholeMermaid = mermaid;\n',
  },
};

/** A new, empty page of `browser` that is refused every request but those of `isOwnFile`. */
export async function openGuardedPage(browser: Browser): Promise<Page> {
  const page = await browser.newPage();
  await page.setRequestInterception(true);
  page.on('request', (request) => void answer(request).catch(() => request.abort().catch(() => undefined)));
  return page;
}

/** Whether the renderer itself asks for `url`: its own page, or a script of Mermaid. */
export function isOwnFile(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { origin: from, pathname, search } = new URL(url);
  const own = Object.hasOwn(texts, pathname) || Object.hasOwn(bundles, pathname) || modules.test(pathname);
  return from === origin && search === '' && own;
}

async function answer(request: HTTPRequest): Promise<void> {
  const url = request.url();
  if (!isOwnFile(url)) return request.abort('blockedbyclient');
  const { pathname } = new URL(url);
  const text = texts[pathname];
  if (text) return request.respond({ ...text, headers: { 'Content-Security-Policy': policy } });
  const bundle = bundles[pathname];
  const file = bundle ? mermaidBundle(bundle) : fileOf(pathname);
  return request.respond({ contentType: 'text/javascript', body: await readFile(file) });
}

function fileOf(pathname: string): string {
  const packageFile = createRequire(import.meta.url).resolve('mermaid/package.json');
  return join(dirname(packageFile), 'dist', pathname);
}
