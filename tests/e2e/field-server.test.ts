// The whole way of what a reader says and does: the real site in a real Chromium, the real `kb serve` behind it, and a writer's pull at the end.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Browser, HTTPRequest, Page } from 'puppeteer';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { articleText, baseConfig, makeBase, type SmallBase } from '../serve/small-base.ts';
import { axeFaultsInThemes } from '../site/browser-site.ts';
import { projectRoot } from '../support/corpora.ts';
import { findFreePort } from '../support/free-port.ts';
import { openReaderBrowser, openReaderPage, pasteInto, patience } from '../support/reader-page.ts';
import { plainEnvironment, runKb } from '../support/run-kb.ts';

const day = '2026-11-16';
const flowchart = `\`\`\`mermaid
flowchart TD
  q1{Colis livré ?} -->|Oui| q2{Signé ?}
  q1 -->|Non| f1([Ouvrir une enquête])
  q2 -->|Oui| f2([Contester])
  q2 -->|Non| f3([Rembourser])
\`\`\``;

let base: SmallBase;
let browser: Browser;
let server: ChildProcess;
let origin: string;
let token: string;

async function kb(...args: string[]) {
  const ending = await runKb([...args, '--lang', 'en', '--today', day], {
    cwd: base.root,
    env: { KB_SERVER: origin, KB_TOKEN: token },
  });
  if (ending.code !== 0) throw new Error(`kb ${args.join(' ')}: ${ending.err}`);
  return ending;
}

beforeAll(async () => {
  const port = await findFreePort();
  origin = `http://127.0.0.1:${port}`;
  base = await makeBase({
    'kb.config.yaml': `${baseConfig}field: { endpoint: "${origin}", usage: true, adoption: true }\n`,
    'roster.yaml':
      'teams: { lyon: { name: Lyon } }\npeople: { claire: { name: Claire, team: lyon }, julien: { name: Julien, team: lyon } }\n',
    'content/colis.md': articleText('colis', `Suivez le guide.\n\n${flowchart}`, {
      title: 'Colis perdu',
      acknowledge: 'true',
    }),
    'content/macro.md': articleText('message', '```text\nBonjour, je m’en occupe.\n```', {
      title: 'Message au client',
      type: 'macro',
    }),
  });
  const created = await runKb(['serve', 'token', 'create', '--name', 'ci'], { cwd: base.root });
  token = created.out.trim();
  await kb('build');
  server = spawn(process.execPath, [path.join(projectRoot, 'bin/kb.js'), 'serve', '--port', String(port)], {
    cwd: base.root,
    env: plainEnvironment(),
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  await new Promise<void>((resolve, reject) => {
    server.stdout?.once('data', () => resolve());
    server.once('exit', (code) => reject(new Error(`kb serve ended with ${code}`)));
  });
  browser = await openReaderBrowser();
}, 120_000);

afterAll(async () => {
  await browser?.close();
  if (server?.exitCode === null) {
    server.kill('SIGTERM');
    await once(server, 'exit');
  }
  await base?.remove();
});

/** Opens `url` for a reader with their own storage; `use` gets the page, on which nothing may go wrong. */
async function asReader(
  use: (open: (url: string, now: string) => Promise<Page>) => Promise<void>,
): Promise<void> {
  const context = await browser.createBrowserContext();
  await context.overridePermissions(origin, ['clipboard-read', 'clipboard-write']);
  const watched: string[][] = [];
  try {
    await use(async (url, now) => {
      const { page, complaints } = await openReaderPage(context, `${origin}/`, { now: `${day}T${now}Z` });
      watched.push(complaints);
      await page.goto(`${origin}/${url}`, { waitUntil: 'load' });
      return page;
    });
    expect(watched.flat()).toEqual([]);
  } finally {
    await context.close();
  }
}

const waitForGone = (page: Page, prefix: string) =>
  page.waitForFunction(
    (start) => !Object.keys(localStorage).some((key) => key.startsWith(start)),
    {},
    prefix,
  );

it('brings votes, remarks, receipts and counts of a reader into the base, each once', {
  timeout: 4 * patience,
}, async () => {
  await asReader(async (open) => {
    const page = await open('fr/colis.html', '09:00:00');
    // A vote, a remark and a confirmation leave as soon as they are written.
    await page.click('[data-field-ask="helpful"]');
    await page.waitForFunction("document.querySelector('[data-field-ask=helpful]').ariaPressed === 'true'");
    await page.click('[data-field-ask="report"]');
    await page.waitForSelector('dialog[open] textarea');
    await page.click('dialog[open] input[value="outdated"]');
    await page.type('dialog[open] textarea', 'Le délai a changé.');
    await page.click('dialog[open] form button.button:not(.button-quiet)');
    await page.waitForFunction("!document.querySelector('dialog[open]')");
    await page.waitForSelector('[data-field-ask="receipt"]');
    await page.click('[data-field-ask="receipt"]');
    await page.waitForSelector('#fieldName');
    await page.type('#fieldName', 'claire');
    await page.keyboard.press('Enter');
    await waitForGone(page, 'kb:outbox:');
    // The guide: one answer, one back, one other, an end; then once more, left in the middle.
    await page.click('.guide-start a');
    await page.waitForSelector('.guide-answer');
    await page.keyboard.press('1');
    await page.waitForFunction("document.querySelector('.guide-text')?.textContent === 'Signé ?'");
    await page.keyboard.press('2');
    await page.waitForSelector('.guide-end');
    await page.keyboard.press('Escape');
    await page.goto(`${origin}/fr/colis.html#guide`, { waitUntil: 'load' });
    await page.reload({ waitUntil: 'load' });
    await page.waitForSelector('.guide-answer');
    await page.keyboard.press('1');
    await page.waitForFunction("document.querySelector('.guide-text')?.textContent === 'Signé ?'");
    await page.close();

    const macro = await open('fr/message.html', '09:05:00');
    await macro.click('.copyable button');
    await macro.waitForSelector('.copyable button.done');
    await macro.keyboard.press('/');
    await macro.waitForSelector('.palette[open] #paletteField, #paletteField');
    await pasteInto(macro, '#paletteField', 'parrainage');
    await macro.waitForSelector('.palette .empty');
    await macro.keyboard.press('Escape');
    await macro.waitForFunction("!document.querySelector('.palette[open]')");
    await macro.close();

    // An hour later the counts are closed, and the next page sends them.
    const later = await open('fr/colis.html', '10:30:00');
    await waitForGone(later, 'kb:counted:');
    await later.close();
  });

  for (const round of ['first', 'second']) {
    await kb('feedback', 'pull', '--all');
    await kb('receipts', 'pull', '--all');
    const pulled = await kb('usage', 'pull', '--all');
    expect(pulled.err).toContain(
      round === 'first' ? 'Added: 1 set of counts, 1 day of presence' : 'Added: 0',
    );
  }
  const [year = ''] = await readdir(path.join(base.root, 'feedback')).then((names) =>
    names.filter((name) => name !== 'votes'),
  );
  const remarks = await readdir(path.join(base.root, 'feedback', year));
  expect(remarks).toHaveLength(1);
  expect(await readFile(path.join(base.root, 'feedback', year, remarks[0] ?? ''), 'utf8')).toContain(
    'Le délai a changé.',
  );
  expect(await readFile(path.join(base.root, 'feedback/votes/2026-11.txt'), 'utf8')).toMatch(
    /^2026-11-16 fr\/colis@[0-9a-f]{12} helpful \S+\n$/,
  );
  expect(await readFile(path.join(base.root, 'receipts/2026-11.txt'), 'utf8')).toMatch(
    /^2026-11-16 fr\/colis@[0-9a-f]{12} - claire\n$/,
  );
  const counted = await readFile(path.join(base.root, 'usage/2026-11.txt'), 'utf8');
  expect(counted.replace(/^.* from .*\n/gm, '')).toBe(
    [
      '2026-11-16 answer 1 fr/colis#q2 → Non',
      '2026-11-16 answer 2 fr/colis#q1 → Oui',
      '2026-11-16 copy 1 fr/message',
      '2026-11-16 guide-left 1 fr/colis#q2',
      '2026-11-16 present claire',
      '2026-11-16 search-empty 1 parrainage',
      '2026-11-16 view 1 fr/message',
      '2026-11-16 view 2 fr/colis',
      '',
    ].join('\n'),
  );
  // No name, no key of the device: nothing in a count says whose it is.
  expect(counted.replace(/^.* present .*\n/m, '')).not.toContain('claire');

  const usage = JSON.parse((await kb('usage', '--format', 'json')).out) as Record<string, unknown>;
  expect(usage).toMatchObject({
    version: 1,
    views: 3,
    adoption: [
      { days: 7, active: 1, people: 2 },
      { days: 30, active: 1, people: 2 },
    ],
    notFound: [{ query: 'parrainage', count: 1, meant: null }],
    guides: [{ id: 'colis', left: 1, questions: [{ text: 'Colis livré ?' }, { text: 'Signé ?' }] }],
    copies: [{ id: 'message', count: 1 }],
    votes: [{ id: 'colis', helpful: 1, unhelpful: 0 }],
  });
  const report = JSON.parse((await kb('report', '--format', 'json')).out) as {
    articles: { id: string; viewsPerMonth: number; openFeedback: number }[];
  };
  expect(report.articles.find(({ id }) => id === 'colis')).toMatchObject({
    viewsPerMonth: 2,
    openFeedback: 1,
  });
  expect((await kb('receipts')).out).toContain('1/2');
});

it('shows the same figures on the page of use, drawn on the guide’s picture', {
  timeout: 2 * patience,
}, async () => {
  await kb('build');
  await asReader(async (open) => {
    const page = await open('fr/usage/index.html', '11:00:00');
    // biome-ignore lint/performance/useDomNodeTextContent: only what is shown counts.
    const text = await page.$eval('main', (main) => (main as HTMLElement).innerText);
    expect(text).toContain('parrainage');
    // By the flowchart's arrows: all said yes, then one said no and one left.
    expect(
      await page.$$eval('.flow-picture .share', (shares) =>
        shares.map((share) => share.textContent?.replace(/\s/g, '')),
      ),
    ).toEqual(['100%', '0%', '0%', '50%']);
    expect(
      await page.$$eval('.key-figure dd', (figures) => figures.map((figure) => figure.textContent)),
    ).toEqual(['3', '1', '1 sur 2', '1 sur 2']);
    expect(await axeFaultsInThemes(page)).toEqual([]);
    await page.close();
  });
});

it('counts nobody who does not want it', { timeout: patience }, async () => {
  await asReader(async (open) => {
    const page = await open('fr/colis.html', '12:00:00');
    await page.waitForFunction("Object.keys(localStorage).some((key) => key.startsWith('kb:counting:'))");
    await page.click('#usageChoice');
    const kept = () =>
      page.evaluate(() => Object.keys(localStorage).filter((key) => /^kb:count(ing|ed):/.test(key)));
    expect(await kept()).toEqual([]);
    await page.reload({ waitUntil: 'load' });
    expect(await kept()).toEqual([]);
    expect(await page.$eval('#usageChoice', (choice) => (choice as HTMLInputElement).checked)).toBe(false);
    await page.close();
  });
});

it('sends what is written while an earlier attempt is on its way, without another page', {
  timeout: 2 * patience,
}, async () => {
  await asReader(async (open) => {
    const page = await open('fr/colis.html', '15:00:00');
    let held: HTTPRequest | undefined;
    await page.setRequestInterception(true);
    page.on('request', (request) => {
      if (request.method() === 'POST' && request.url().endsWith('/api/feedback') && !held) held = request;
      else void request.continue();
    });
    await page.click('[data-field-ask="helpful"]');
    await expect.poll(() => held !== undefined, { timeout: patience }).toBe(true);
    await page.click('[data-field-ask="report"]');
    await page.waitForSelector('dialog[open] textarea');
    await page.type('dialog[open] textarea', 'Écrit entre-temps.');
    await page.click('dialog[open] form button.button:not(.button-quiet)');
    await page.waitForFunction("!document.querySelector('dialog[open]')");
    await held?.continue();
    await waitForGone(page, 'kb:outbox:');
    await page.close();
  });
});
