// The search of a site's folder in a real Chromium, opened by double click.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { findBrowser } from '../dist/src/flow/find-browser.js';
import { launchBrowser } from '../dist/src/flow/launch-browser.js';

/** Opens a page of `siteDir` with the search script of the site's own pages. */
export async function openInBrowser(siteDir) {
  await build({
    entryPoints: [fileURLToPath(new URL('../site/scripts/search-engine/open-search.ts', import.meta.url))],
    outfile: join(siteDir, 'open-search.js'),
    bundle: true,
    format: 'iife',
    globalName: 'kbSearch',
  });
  const html =
    '<!doctype html><html lang="fr"><meta charset="utf-8"><script src="open-search.js"></script></html>';
  await writeFile(join(siteDir, 'bench.html'), html);
  const browser = await launchBrowser(await findBrowser());
  const page = await browser.newPage();
  await page.goto(pathToFileURL(join(siteDir, 'bench.html')).href);
  const openedAfter = await page.evaluate(async () => {
    const start = performance.now();
    globalThis.engine = await globalThis.kbSearch.openSearch({ root: './', lang: 'fr' });
    return performance.now() - start;
  });
  return {
    /** Milliseconds from the wish to search to the engine that answers. */
    openedAfter,
    /** Milliseconds that a search takes. */
    time: (query) =>
      page.evaluate(async (text) => {
        const start = performance.now();
        await globalThis.engine.search(text);
        return performance.now() - start;
      }, query),
    /** Addresses, best first. */
    search: (query) =>
      page.evaluate(async (text) => (await globalThis.engine.search(text)).hits.map((hit) => hit.url), query),
    close: () => browser.close(),
  };
}
