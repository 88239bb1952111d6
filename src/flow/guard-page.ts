// Opens browser pages that may load the renderer's own files and nothing else, and that can't write to our terminal.
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'puppeteer';

/** mermaid-cli serves its modules to the page under this origin, which no name server knows. */
const modulesOrigin = 'https://mermaid-cli-intercept.invalid';
const rendererPackages =
  /\/node_modules\/(?:mermaid|katex|@mermaid-js\/[\w-]+|@fortawesome\/fontawesome-free)\/[^%]*$/;

/** A new page of `browser` that is refused every request but the renderer's own. */
export async function openGuardedPage(browser: Browser): Promise<Page> {
  const page = await browser.newPage();
  await page.setRequestInterception(true);
  page.on('request', (request) => {
    // mermaid-cli decides with priority 0, and puppeteer follows the highest one.
    if (isOwnFile(request.url())) void request.continue(undefined, 0).catch(() => undefined);
    else void request.abort('blockedbyclient', 1).catch(() => undefined);
  });
  const on = page.on.bind(page);
  // mermaid-cli would print whatever the page logs.
  page.on = (type, handler) => (type === 'console' ? page : on(type, handler));
  return page;
}

/** Whether the renderer itself asks for `url`: its empty page, or a module, style or font of its packages. */
export function isOwnFile(url: string): boolean {
  if (url === rendererPage()) return true;
  return (
    URL.canParse(url) && new URL(url).origin === modulesOrigin && rendererPackages.test(new URL(url).pathname)
  );
}

function rendererPage(): string {
  const entry = createRequire(import.meta.url).resolve('@mermaid-js/mermaid-cli');
  return pathToFileURL(join(dirname(entry), '..', 'dist', 'index.html')).href;
}
