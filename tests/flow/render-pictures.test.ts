// Drawing in a real browser, what the cache saves, and what happens when a browser is slow, crashes or is missing.
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'puppeteer';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { findBrowser } from '../../src/flow/find-browser.ts';
import { drawingAddress, isOwnFile, openGuardedPage } from '../../src/flow/guard-page.ts';
import { launchBrowser } from '../../src/flow/launch-browser.ts';
import { type DiagramResult, parseDiagram } from '../../src/flow/parse-flow.ts';
import { renderPictures } from '../../src/flow/render-pictures.ts';

const minute = 60_000;
const simple =
  'flowchart TD\n a[Début] --> q{"Colis reçu ?"}\n q -->|Oui| b([Fin])\n q -.->|Non| c["Enquête<br/>ouverte"]';
let cacheDir = '';

beforeEach(async () => {
  cacheDir = await mkdtemp(join(tmpdir(), 'kb-test-pictures-'));
});

afterEach(async () => {
  await rm(cacheDir, { recursive: true, force: true });
});

const noBrowser = async (): Promise<Browser> => {
  throw new Error('no browser may be opened here');
};

async function startBrowser(): Promise<Browser> {
  return launchBrowser(await findBrowser());
}

describe('drawing', () => {
  it('draws each diagram once, keeps it, and gives the same bytes in another run', {
    timeout: minute,
  }, async () => {
    const launch = vi.fn(startBrowser);
    const progress: string[] = [];
    const onProgress = (done: number, total: number) => progress.push(`${done}/${total}`);
    const drawn = await renderPictures([simple, 'flowchart LR\n a --> b', simple], {
      cacheDir,
      launch,
      onProgress,
    });
    expect(drawn.map(({ ok }) => ok)).toEqual([true, true, true]);
    expect(drawn[2]).toEqual(drawn[0]);
    expect(launch).toHaveBeenCalledTimes(1);
    expect(progress).toEqual(['1/2', '2/2']);
    const browser: Browser = await (launch.mock.results[0]?.value as Promise<Browser>);
    expect(browser.connected).toBe(false);

    const again = await renderPictures([simple], { cacheDir, launch: noBrowser });
    expect(again[0]).toEqual(drawn[0]);
    await rm(cacheDir, { recursive: true });
    expect((await renderPictures([simple], { cacheDir }))[0]).toEqual(drawn[0]);
  });

  it('leaves shapes, text and classes, and no style, script or address', { timeout: minute }, async () => {
    const [picture] = await renderPictures([simple], { cacheDir });
    if (!picture?.ok) throw new Error(JSON.stringify(picture));
    expect(picture.svg).toMatch(
      /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" class="kb-flow" viewBox="[\d. -]+" width="[\d.]+" height="[\d.]+">/,
    );
    expect(picture.svg).not.toMatch(/style|<script|foreignObject|href|url\((?!#)/);
    for (const [id, kind] of [
      ['a', 'step'],
      ['q', 'question'],
      ['b', 'outcome'],
      ['c', 'outcome'],
    ]) {
      expect(picture.svg).toMatch(new RegExp(`class="node kb-${kind}"[^>]*data-node="${id}"`));
    }
    expect(picture.svg).toContain('Colis reçu\u00a0?');
    expect(picture.svg).toContain('edge-pattern-dotted');
    expect(picture.svg).toMatch(/<rect [^>]*rx="\d/);
  });

  it('draws a file of the cache again when it was emptied or changed', { timeout: minute }, async () => {
    const [drawn] = await renderPictures([simple], { cacheDir });
    const [file = ''] = await readdir(cacheDir);
    for (const damage of [
      '',
      '<svg>',
      (await readFile(join(cacheDir, file), 'utf8')).replace('Début', 'Fin'),
      '\n',
    ]) {
      await writeFile(join(cacheDir, file), damage);
      expect((await renderPictures([simple], { cacheDir }))[0]).toEqual(drawn);
    }
    expect(await readdir(cacheDir)).toEqual([file]);
  });
});

describe('what can’t be drawn', () => {
  it('is a result with a message and leaves nothing in the cache; no browser is opened for what is known to be broken', async () => {
    const sources = ['flowchart TD\n a[', '%%{init: {}}%%\nflowchart TD\n a', 'pie\n "a" : b'];
    const diagrams = new Map<string, DiagramResult>();
    for (const source of sources) diagrams.set(source, await parseDiagram(source));
    const launch = vi.fn(noBrowser);
    const results = await renderPictures(sources, { cacheDir, diagrams, launch });
    expect(launch).not.toHaveBeenCalled();
    expect(await renderPictures(sources, { cacheDir, launch })).toEqual(results);
    for (const result of results)
      expect(result).toMatchObject({
        ok: false,
        message: { fr: expect.any(String), en: expect.any(String) },
      });
    expect(await readdir(cacheDir)).toEqual([]);
  });

  it('stops everything when there is no browser', async () => {
    await expect(renderPictures([simple], { cacheDir, launch: noBrowser })).rejects.toThrow(
      'no browser may be opened',
    );
  });

  it('is a diagram that takes longer than its limit; the browser is closed all the same', {
    timeout: minute,
  }, async () => {
    const browser = await startBrowser();
    // Large, so that it is never there before a timer that a busy machine let wait.
    const large = Array.from({ length: 150 }, (_, at) => ` n${at} --> n${at + 1} & n${(at * 7) % 150}`);
    const [result] = await renderPictures([`flowchart TD\n${large.join('\n')}`], {
      cacheDir,
      launch: async () => browser,
      timeLimit: 1,
    });
    expect(result).toMatchObject({ ok: false, message: { en: expect.stringContaining('Unexpected time') } });
    expect(browser.connected).toBe(false);
  });
});

describe('a browser that goes away', () => {
  it('is opened once more', { timeout: minute }, async () => {
    const launch = vi.fn(startBrowser);
    launch.mockImplementationOnce(async () => {
      const dying = await startBrowser();
      dying.process()?.kill('SIGKILL');
      return dying;
    });
    const [result] = await renderPictures([simple], { cacheDir, launch });
    expect(result?.ok).toBe(true);
    expect(launch).toHaveBeenCalledTimes(2);
  });

  it('is closed when the caller gives up, and the call rejects with the reason', {
    timeout: minute,
  }, async () => {
    const controller = new AbortController();
    let browser: Browser | undefined;
    const launch = async () => {
      browser = await startBrowser();
      controller.abort(new Error('stopped by hand'));
      return browser;
    };
    const sources = [simple, 'flowchart TD\n x', 'flowchart TD\n y', 'flowchart TD\n z'];
    await expect(renderPictures(sources, { cacheDir, launch, signal: controller.signal })).rejects.toThrow(
      'stopped by hand',
    );
    expect(browser?.connected).toBe(false);
  });
});

describe('a guarded page', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await startBrowser();
  }, minute);
  afterAll(async () => browser.close());

  it('loads nothing but the renderer’s own files', { timeout: minute }, async () => {
    const page = await openGuardedPage(browser);
    await page.goto(drawingAddress);
    const asked: string[] = [];
    const refused: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    page.on('requestfailed', (request) => refused.push(request.url()));
    await page.setContent(
      '<img src="http://127.0.0.1:9/a.png" onerror="document.title = 1"><img src="file:///etc/passwd"><link rel=stylesheet href="https://kb-drawing.invalid/a.css"><script>document.title = 2</script>',
    );
    expect(refused.toSorted()).toEqual(asked.toSorted());
    expect(await page.title()).toBe('');
    await page.close();
  });

  it.each([
    ['https://kb-drawing.invalid/', true],
    ['https://kb-drawing.invalid/flowcharts.mjs', true],
    ['https://kb-drawing.invalid/page.mjs', true],
    ['https://kb-drawing.invalid/../flowcharts.mjs.map', false],
    ['https://kb-drawing.invalid/mermaid.esm.min.mjs', true],
    ['https://kb-drawing.invalid/chunks/mermaid.esm.min/dagre-MPVFI544.mjs', true],
    ['https://kb-drawing.invalid/mermaid.esm.min.mjs?leak=1', false],
    ['https://kb-drawing.invalid/chunks/mermaid.esm.min/../../secret.mjs', false],
    ['https://kb-drawing.invalid/chunks/mermaid.esm.min/%2e%2e/%2e%2e/secret.mjs', false],
    ['https://kb-drawing.invalid/chunks/mermaid.esm.min/..%2f..%2fsecret.mjs', false],
    ['https://kb-drawing.invalid.example.org/mermaid.esm.min.mjs', false],
    ['http://kb-drawing.invalid/mermaid.esm.min.mjs', false],
    ['file:///etc/passwd', false],
    ['no address', false],
  ])('takes %s for its own: %s', (url, own) => {
    expect(isOwnFile(url)).toBe(own);
  });
});
