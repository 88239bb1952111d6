// Diagrams by a hostile hand: nothing of them runs or is fetched, neither where they are drawn nor in a reader's browser without our policy.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bodyWordsFor } from '../../site/locales/body-words.ts';
import { openDrawingPage } from '../../src/flow/drawing-page.ts';
import { isOwnFile } from '../../src/flow/guard-page.ts';
import { parseDiagram } from '../../src/flow/parse-flow.ts';
import { type PictureResult, renderPictures } from '../../src/flow/render-pictures.ts';
import { renderFlowchart } from '../../src/publish/render-flowchart.ts';
import { openReaderBrowser, patience } from '../support/reader-page.ts';

/** A server that remembers who asked; it stands for every host of the attacker. */
async function openTrap() {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    asked,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}

/** What each tries: `trap` is the attacker's address. Those that the parser refuses are fed to the page as they are, too. */
const attacks = (trap: string): Readonly<Record<string, string>> => ({
  'a script in a label': 'flowchart TD\n a["<script>canary()</script>x"] --> b',
  'an image in a label': `flowchart TD\n a["<img src='${trap}/img' onerror='canary()'>x"] --> b`,
  'a Markdown image': `flowchart TD\n a["\`![x](${trap}/markdown) **gras**\`"] --> b`,
  'HTML by entities':
    'flowchart TD\n a["#lt;img src=x onerror=canary()#gt;"] --> b["&lt;svg onload=canary()&gt;"]',
  'an svg in a label': 'flowchart TD\n a["<svg onload=canary()><animate onbegin=canary()></svg>"] --> b',
  'a foreignObject in a label': `flowchart TD\n a["</text><foreignObject><iframe src='${trap}/frame'></iframe></foreignObject>"] --> b`,
  'the end of a style sheet in a label': `flowchart TD\n a["</style><link rel=stylesheet href=${trap}/style>"] --> b`,
  'an image of a node': `flowchart TD\n a@{ img: "${trap}/node.png", label: "x", h: 60 }`,
  'an icon of a node': 'flowchart TD\n a@{ icon: "evil:icon", label: "x" }',
  'a click that calls': 'flowchart TD\n a --> b\n click a call canary()',
  'a click with a script for an address': 'flowchart TD\n a --> b\n click a href "javascript:canary()"',
  'a click elsewhere': `flowchart TD\n a --> b\n click a href "${trap}/click" _blank`,
  'an address in a style': `flowchart TD\n a --> b\n style a fill:url(${trap}/style-fill),stroke:red`,
  'an import in a class': `flowchart TD\n a:::x --> b\n classDef x fill:red;}@import url(${trap}/import);`,
  'an address in a class': `flowchart TD\n a:::x --> b\n classDef x background:url(${trap}/class),cursor:url(${trap}/cursor)`,
  'an address in a line’s style': `flowchart TD\n a --> b\n linkStyle 0 stroke:url(${trap}/link)`,
  'settings with CSS': `%%{init: {"themeCSS": "@import url(${trap}/css); * { background: url(${trap}/bg) }"}}%%\nflowchart TD\n a --> b`,
  'settings with a font': `%%{init: {"fontFamily": "x; } @font-face { font-family: y; src: url(${trap}/font) }"}}%%\nflowchart TD\n a --> b`,
  'settings with a theme': `%%{init: {"theme": "base", "themeVariables": {"primaryColor": "url(${trap}/theme)"}}}%%\nflowchart TD\n a --> b`,
  'settings that loosen':
    '%%{init: {"securityLevel": "loose", "htmlLabels": true, "flowchart": {"htmlLabels": true}}}%%\nflowchart TD\n a["<img src=x onerror=canary()>"]',
  'settings in front matter': `---\nconfig:\n  securityLevel: loose\n  themeCSS: "@import url(${trap}/front)"\n---\nflowchart TD\n a --> b`,
  'a sequence with HTML': `sequenceDiagram\n Alice->>Bob: <img src=${trap}/sequence onerror=canary()>\n Note over Alice: <script>canary()</script>`,
  'a sequence with links': `sequenceDiagram\n participant Alice\n link Alice: Page @ javascript:canary()\n Alice->>Bob: x`,
  'a box of any colour': `sequenceDiagram\n box url(${trap}/box) x\n participant A\n end\n A->>B: x`,
  'a class with a callback': 'classDiagram\n class A\n callback A "canary"\n link A "javascript:canary()"',
  'a state with a style': `stateDiagram-v2\n [*] --> A\n classDef x fill:url(${trap}/state)\n class A x`,
  'a Gantt chart with a click': `gantt\n dateFormat YYYY-MM-DD\n section x\n Tâche :a, 2026-01-01, 3d\n click a href "javascript:canary()"`,
  'a journey with HTML':
    'journey\n title <img src=x onerror=canary()>\n section x\n Étape: 3: <script>canary()</script>',
  'a C4 image': `C4Context\n Person(a, "x", "y", $sprite="${trap}/sprite.png")`,
  'a very long label': `flowchart TD\n a["${'<b>x</b>'.repeat(200)}"] --> b`,
});

let trap: Awaited<ReturnType<typeof openTrap>>;
let browser: Browser;
let folder = '';
let results = new Map<string, PictureResult>();
/** What the pages that draw asked for. */
const requests: string[] = [];

beforeAll(async () => {
  trap = await openTrap();
  folder = await mkdtemp(path.join(tmpdir(), 'kb-test-hostile-'));
  browser = await openReaderBrowser();
  const sources = Object.values(attacks(trap.url));
  const drawn = await renderPictures(sources, { cacheDir: path.join(folder, 'cache'), launch: startWatched });
  results = new Map(Object.keys(attacks('')).map((name, index) => [name, drawn[index] as PictureResult]));
}, 300_000);

afterAll(async () => {
  await browser?.close();
  await trap?.close();
  await rm(folder, { recursive: true, force: true });
});

/** A browser whose pages write down what they ask for. */
async function startWatched(): Promise<Browser> {
  const watched = await openReaderBrowser();
  const newPage = watched.newPage.bind(watched);
  watched.newPage = async () => {
    const page = await newPage();
    page.on('request', (request) => requests.push(request.url()));
    page.on('dialog', () => requests.push('a dialog'));
    return page;
  };
  return watched;
}

describe('where hostile diagrams are drawn', () => {
  it('nothing is asked for but the renderer’s own files', () => {
    expect(requests.length).toBeGreaterThan(3);
    expect(requests.filter((url) => !isOwnFile(url) && url !== 'about:blank')).toEqual([]);
    expect(trap.asked).toEqual([]);
  });

  it('some are drawn and some refused, each with a message', () => {
    const outcomes = [...results.values()];
    expect(outcomes.filter(({ ok }) => ok).length).toBeGreaterThan(8);
    expect(outcomes.filter(({ ok }) => !ok).length).toBeGreaterThan(8);
    for (const outcome of outcomes) if (!outcome.ok) expect(outcome.message.fr).not.toBe('');
  });

  it('settings that loosen Mermaid are no use even when they reach it', { timeout: patience }, async () => {
    const watched = await startWatched();
    requests.length = 0;
    try {
      for (const source of Object.values(attacks(trap.url))) {
        const page = await openDrawingPage(watched);
        await page.draw(source, !source.includes('flowchart')).catch(() => undefined);
        page.close();
      }
    } finally {
      await watched.close();
    }
    // Refused requests are written down as well: what the trap got is what counts, and scripts say so through a dialog.
    expect(trap.asked).toEqual([]);
    expect(requests).not.toContain('a dialog');
  });
});

/** A page that holds every figure and no policy: what a reader's browser would see were ours taken away. */
async function writeOpenPage(): Promise<string> {
  const figures: string[] = [];
  for (const [index, [name, source]] of Object.entries(attacks(trap.url)).entries()) {
    const parsed = await parseDiagram(source);
    const result = results.get(name);
    const drawn = {
      svg: result?.ok ? result.svg : undefined,
      flow: parsed.ok ? parsed.flow : undefined,
      problem: result?.ok === false ? result.message : undefined,
    };
    figures.push(
      renderFlowchart(source, drawn, { words: bodyWordsFor('fr'), lang: 'fr', index, several: true }),
    );
  }
  const file = path.join(folder, 'open.html');
  await writeFile(
    file,
    `<!doctype html><meta charset="utf-8"><script>globalThis.ran = 0; globalThis.canary = () => { globalThis.ran += 1; };</script>${figures.join('\n')}`,
  );
  return file;
}

async function clickEverything(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const element of document.querySelectorAll('.flow-picture svg, .flow-picture svg *'))
      for (const type of ['mouseover', 'click', 'focus'])
        element.dispatchEvent(new MouseEvent(type, { bubbles: true }));
  });
}

describe('in a reader’s browser without our policy', () => {
  it('nothing runs, nothing is fetched, and no link leads out', { timeout: patience }, async () => {
    const file = await writeOpenPage();
    const page = await browser.newPage();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    page.on('dialog', (dialog) => {
      asked.push('a dialog');
      void dialog.dismiss();
    });
    await page.goto(pathToFileURL(file).href, { waitUntil: 'networkidle0' });
    await clickEverything(page);
    expect(asked).toEqual([pathToFileURL(file).href]);
    expect(trap.asked).toEqual([]);
    expect(await page.evaluate('ran')).toBe(0);
    expect(
      await page.$$eval('.flow-picture', (pictures) =>
        pictures.map(
          (picture) =>
            picture.querySelectorAll('a, script, style, image, img, iframe, foreignObject, [style], [href]')
              .length,
        ),
      ),
    ).toEqual([...results.values()].filter(({ ok }) => ok).map(() => 0));
    await page.close();
  });

  it('no attack is left in a picture’s tags', async () => {
    const html = await readFile(path.join(folder, 'open.html'), 'utf8');
    const pictures = [...html.matchAll(/<svg [^>]*class="kb-flow".*?<\/svg>/gs)].map(([svg]) => svg);
    expect(pictures.length).toBeGreaterThan(8);
    for (const svg of pictures) {
      const tags = svg.replace(/>[^<]*</g, '><');
      expect(tags).not.toMatch(/127\.0\.0\.1|javascript:|\son\w+=|url\((?!#)|@import/i);
    }
  });
});
