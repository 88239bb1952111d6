// The page that stands in for one that can't be shown: what is wrong, where, and a script that loads the page again once it is mended.
import { renderToString } from 'preact-render-to-string';
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

interface MessagePageProps {
  readonly lang: UiLanguage;
  readonly title: string;
  readonly messages: readonly { readonly place: string | undefined; readonly text: string }[];
}

function MessagePage({ lang, title, messages }: MessagePageProps) {
  return (
    <html lang={lang}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title}</title>
        <link rel="icon" href={`/${siteAssets.icon}`} type="image/svg+xml" />
        <link rel="stylesheet" href={`/${siteAssets.style}`} />
        <script src={`/${siteAssets.theme}`} />
        <script src={`/${devScript}`} defer />
      </head>
      <body class="layout-message">
        <main>
          <p class="message-code">kb dev</p>
          <h1>{title}</h1>
          {messages.map(({ place, text }) => (
            <p key={`${place} ${text}`}>
              {place !== undefined && (
                <>
                  <code>{place}</code>
                  <br />
                </>
              )}
              {text}
            </p>
          ))}
          <p class="lead">{words.waiting[lang]}</p>
        </main>
      </body>
    </html>
  );
}

function render(props: MessagePageProps): string {
  return `<!doctype html>\n${renderToString(<MessagePage {...props} />)}\n`;
}

/** The page that every address shows while the base can't be read. */
export function renderProblemPage({ place, wording }: Problem, lang: UiLanguage): string {
  return render({ lang, title: words.problem[lang], messages: [{ place, text: wording[lang] }] });
}

/** The page at the address of a file that can't be read as an article. */
export function renderInvalidPage(findings: readonly FindingMessage[], lang: UiLanguage): string {
  const messages = findings.map(({ path, line, column, message }) => ({
    place: `${path}:${line}:${column}`,
    text: message,
  }));
  return render({ lang, title: words.article[lang], messages });
}
