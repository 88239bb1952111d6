// The page that stands in for one that can't be shown: what is wrong, where, and a script that loads the page again once it is mended.
import type { Problem } from '../model/problem.ts';
import type { UiLanguage, Wording } from '../model/wording.ts';
import { siteAssets } from '../publish/package-assets.ts';
import type { FindingMessage } from './event-streams.ts';
import { devScript } from './read-snapshot.ts';

/** Content Security Policy for the page, as a header: nothing but the server's own files. */
export const messagePagePolicy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'";

const words = {
  problem: { fr: 'La base ne peut pas être lue', en: 'The knowledge base can’t be read' },
  article: { fr: 'Cet article ne peut pas être lu', en: 'This article can’t be read' },
  waiting: {
    fr: 'Corrigez, enregistrez : cette page se recharge toute seule.',
    en: 'Mend it and save: this page loads again by itself.',
  },
} satisfies Record<string, Wording>;

interface Message {
  readonly place: string | undefined;
  readonly text: string;
}

/** The page that every address shows while the base can't be read. */
export function renderProblemPage({ place, wording }: Problem, lang: UiLanguage): string {
  return renderMessagePage(lang, words.problem[lang], [{ place, text: wording[lang] }]);
}

/** The page at the address of a file that can't be read as an article. */
export function renderInvalidPage(findings: readonly FindingMessage[], lang: UiLanguage): string {
  const messages = findings.map(({ path, line, column, rule, message }) => {
    return { place: `${path}:${line}:${column} ${rule}`, text: message };
  });
  return renderMessagePage(lang, words.article[lang], messages);
}

/** `text` as it may stand between tags. */
function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function renderMessage({ place, text }: Message): string {
  const where = place === undefined ? '' : `<code>${escapeText(place)}</code><br>`;
  return `<p>${where}${escapeText(text)}</p>`;
}

function renderMessagePage(lang: UiLanguage, title: string, messages: readonly Message[]): string {
  return `<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="icon" href="/${siteAssets.icon}" type="image/svg+xml">
<link rel="stylesheet" href="/${siteAssets.style}">
<script src="/${siteAssets.theme}"></script>
<script src="/${devScript}" defer></script>
</head>
<body class="layout-message">
<main>
<p class="message-code">kb dev</p>
<h1>${title}</h1>
${messages.map(renderMessage).join('\n')}
<p class="lead">${words.waiting[lang]}</p>
</main>
</body>
</html>
`;
}
