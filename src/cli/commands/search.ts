// `kb search`: the site's own index and ranking, in the terminal.
import path from 'node:path';
import { createColors } from 'picocolors';
import { wrapText } from '../../lint/formats/wrap-text.ts';
import { printable } from '../../model/printable.ts';
import { openSiteSearch } from '../../publish/query-index.ts';
import { recoverSite } from '../../publish/swap-site.ts';
import { addCommonOptions, type CommonOptions, openSession, parseCountOption } from '../common-options.ts';
import { type Host, wantsColor } from '../host.ts';
import type { AddCommand } from '../main.ts';
import { defaultOut } from './build.ts';

interface SearchCommandOptions extends CommonOptions {
  readonly site: string;
  readonly in?: string | undefined;
  readonly limit: number;
  readonly all?: boolean | undefined;
}

/** An excerpt as text: `<mark>` becomes bold, character references become characters. */
function plainExcerpt(html: string, bold: (text: string) => string): string {
  const text = (part: string) =>
    printable(
      part
        .replace(/<[^>]*>/g, '')
        .replace(/&lt;/g, '<')
        .replace(/&gt;/g, '>')
        .replace(/&quot;/g, '"')
        .replace(/&#39;|&#x27;/g, '’')
        .replace(/&amp;/g, '&'),
    );
  return html
    .split(/<mark>(.*?)<\/mark>/g)
    .map((part, index) => (index % 2 === 1 ? bold(text(part)) : text(part)))
    .join('');
}

const obsoleteStates: readonly string[] = ['expired', 'archived'];

async function runSearch(
  words: readonly string[],
  options: SearchCommandOptions,
  host: Host,
): Promise<number> {
  const session = await openSession(options, host);
  const site = path.resolve(session.root, options.site);
  await recoverSite(site);
  const engine = await openSiteSearch(site, options.in ?? session.config.lang);
  const query = words.join(' ');
  const hits = (await engine.search(query)).hits.filter(
    ({ filters }) =>
      options.all === true ||
      ![...(filters.validity ?? []), ...(filters.trust ?? [])].some((state) =>
        obsoleteStates.includes(state),
      ),
  );
  const colors = createColors(wantsColor(host.env, host.outIsTerminal));
  if (hits.length === 0) {
    host.err(`${session.say({ fr: `Rien pour « ${query} ».`, en: `Nothing for “${query}”.` })}\n`);
    return 1;
  }
  const shown = hits.slice(0, options.limit);
  const lines = shown.flatMap((hit, index) => [
    `${String(index + 1).padStart(2)}. ${colors.bold(printable(hit.title))}`,
    `    ${colors.dim(printable(hit.url))}`,
    ...wrapText(plainExcerpt(hit.excerptHtml, colors.bold), host.width - 4).map((line) => `    ${line}`),
  ]);
  host.out(`${lines.join('\n')}\n`);
  return 0;
}

export const addSearchCommand: AddCommand = (program, host, finish) => {
  addCommonOptions(
    program.command('search <words...>').description('search the built site; exit 1 when nothing is found'),
  )
    .option('--site <dir>', 'the built site, from the knowledge base’s root', defaultOut)
    .option('--in <language>', 'language of the articles (default: the configuration)')
    .option('--limit <n>', 'how many results to show', parseCountOption, 5)
    .option('--all', 'expired and archived articles too')
    .action(async (words: string[], options: SearchCommandOptions) =>
      finish(await runSearch(words, options, host)),
    );
};
