// Takes the pictures of docs/images/reader-*.webp: eight kinds of pages, light and dark, on a desk and on a phone. Of a built sample site:
// node bin/kb.js build --today 2026-11-16 && node scripts/screenshots.mjs public
import path from 'node:path';
import { argv } from 'node:process';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { findBrowser } from '../dist/src/flow/find-browser.js';
import { launchBrowser } from '../dist/src/flow/launch-browser.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const site = `${pathToFileURL(path.resolve(argv[2] ?? 'public')).href}/`;

/** Pages, and what is done on each before the picture. */
const pages = [
  ['index.html'],
  ['fr/reason/delivery.late/index.html'],
  [
    'fr/livraison-en-retard.html',
    "document.querySelectorAll('.tick').forEach((box, n) => n % 2 || box.click())",
  ],
  ['fr/rembourser-une-commande.html#guide'],
  ['fr/macro-retard-de-livraison.html'],
  ['fr/vendeur-injoignable.html'],
  ['fr/search.html?q=colis+en+retard', 'new Promise((done) => setTimeout(done, 1500))'],
  ['fr/health.html'],
];
/** Widths and heights in CSS pixels; the sheets are half as large. */
const screens = { desk: [1280, 800], phone: [360, 720] };

const browser = await launchBrowser(await findBrowser());
try {
  for (const [screen, [width, height]] of Object.entries(screens))
    for (const theme of ['light', 'dark']) {
      const shots = [];
      for (const [url, act] of pages) shots.push(await shoot(url, act, theme, width, height));
      await writeSheet(shots, screen, theme, width);
    }
} finally {
  await browser.close();
}

async function shoot(url, act, theme, width, height) {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  await page.setViewport({ width, height });
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: theme }]);
  await page.goto(`${site}fr/livraison-en-retard.html`);
  await page.click('#favouriteButton');
  await page.goto(site + url, { waitUntil: 'networkidle0' });
  if (act) await page.evaluate(act);
  const shot = await page.screenshot({ encoding: 'base64' });
  await context.close();
  return shot;
}

async function writeSheet(shots, screen, theme, width) {
  const page = await browser.newPage();
  const columns = screen === 'desk' ? 2 : 4;
  await page.setViewport({ width: columns * (width / 2 + 12) + 12, height: 400, deviceScaleFactor: 1.25 });
  const pictures = shots.map((shot) => `<img width="${width / 2}" src="data:image/png;base64,${shot}">`);
  await page.setContent(
    `<body style="margin:12px;background:#8a9296;display:grid;gap:12px;grid-template-columns:repeat(${columns},max-content)">${pictures.join('')}`,
  );
  const file = path.join(root, `docs/images/reader-${screen}-${theme}.webp`);
  await page.screenshot({ path: file, type: 'webp', quality: 70, fullPage: true });
  await page.close();
}
