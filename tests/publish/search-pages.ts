// A small rendered site to search: pages of the form that the layouts write, in two languages.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { contentSecurityPolicy } from '../../site/components/content-security-policy.ts';
import type { SearchDocument } from '../../src/publish/search-index.ts';

const packageRoot = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

interface PageSource {
  readonly lang: string;
  readonly id: string;
  readonly type: string;
  readonly title: string;
  /** HTML paragraphs. */
  readonly body: string;
  readonly keywords?: string;
}

const pages: readonly PageSource[] = [
  {
    lang: 'fr',
    id: 'rembourser-commande',
    type: 'procedure',
    title: 'Rembourser une commande',
    body: '<p>Le remboursement est versé sous 14 jours sur le moyen de paiement du client. D’un clic, l’agent voit l’état du remboursement.</p>',
    keywords: '\u2063avoir, \u2063ristourne',
  },
  {
    lang: 'fr',
    id: 'livraison-en-retard',
    type: 'decision',
    title: 'Livraison en retard',
    body: '<p>La commande est livrée en retard de plus de deux jours : proposez un bon d’achat. Sans réponse du transporteur, ouvrez une enquête.</p>',
  },
  {
    lang: 'fr',
    id: 'colis-abime',
    type: 'procedure',
    title: 'Colis abîmé à la livraison',
    body: '<p>Demandez une photo du colis. Le client écrit &lt;script&gt;alert("R&amp;D")&lt;/script&gt; ? Signalez-le. Le remboursement attend la photo.</p><p>\u2061L’emballage est-il intact ?\u2064 \u2062Oui, l’emballage est ouvert\u2064</p>',
  },
  {
    lang: 'fr',
    id: 'compte-bloque',
    type: 'faq',
    title: 'Pourquoi mon compte est-il bloqué ?',
    body: '<p>Trois mots de passe faux de suite bloquent le compte pendant une heure.</p>',
  },
  {
    lang: 'en',
    id: 'refund-order',
    type: 'procedure',
    title: 'Refund an order',
    body: '<p>The refund reaches the customer within 14 days.</p>',
  },
];

function renderPage({ lang, id, type, title, body, keywords }: PageSource): string {
  const meta = (name: string, value: string) =>
    `<meta data-pagefind-meta="${name}[content]" content="${value}">`;
  const filter = (name: string, value: string) =>
    `<meta data-pagefind-filter="${name}[content]" content="${value}">`;
  return `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>${title}</title>
<meta http-equiv="Content-Security-Policy" content="${contentSecurityPolicy}"><link rel="icon" href="../icon.svg">
<script defer src="../open-search.js"></script>
<meta data-pagefind-sort="url[content]" content="${lang}/${id}.html">
${meta('id', id)}${meta('type', type)}${meta('expires', '2031-12-31')}
${filter('type', type)}${filter('reason', 'Livraison')}${filter('validity', 'current')}</head>
<body><nav>Accueil</nav><article data-pagefind-body><h1 data-pagefind-meta="title">${title}</h1>
${body}${keywords ? `<p hidden data-pagefind-weight="7">${keywords}</p>` : ''}</article></body></html>`;
}

/** The pages as an index is told of them. */
export const searchDocuments: readonly SearchDocument[] = pages.map((page) => ({
  url: `${page.lang}/${page.id}.html`,
  html: renderPage(page),
  entry: {
    lang: page.lang,
    title: page.title,
    keywords: page.keywords?.replaceAll('\u2063', '').split(', ') ?? [],
    html: page.body,
  },
}));

/** Writes the pages into a new temporary folder and returns its path. */
export async function writeSite(): Promise<string> {
  const siteDir = await mkdtemp(join(tmpdir(), 'kb-search-'));
  for (const page of pages) {
    await mkdir(join(siteDir, page.lang), { recursive: true });
    await writeFile(join(siteDir, page.lang, `${page.id}.html`), renderPage(page));
  }
  await writeFile(join(siteDir, 'icon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  return siteDir;
}

/** Makes the engine's script where the package has not been built yet. */
export function ensureEngine(): void {
  if (existsSync(join(packageRoot, 'dist/site/assets/pagefind-classic.js'))) return;
  execFileSync(process.execPath, [join(packageRoot, 'scripts/bundle-search.mjs')]);
}
