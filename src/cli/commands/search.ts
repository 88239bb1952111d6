// `kb search`: the built site's own search in the terminal; with `--golden`, the golden queries.
import path from 'node:path';
import { Option } from 'commander';
import { Problem } from '../../model/problem.ts';
import { readGoldenQueries } from '../../publish/golden-queries.ts';
import { hasFailed, isObsoleteHit, judgeGolden } from '../../publish/judge-golden.ts';
import { openSiteSearch } from '../../publish/query-index.ts';
import { recoverSite } from '../../publish/swap-site.ts';
import {
  addCommonOptions,
  type CommonOptions,
  openSession,
  parseCountOption,
  type Session,
} from '../common-options.ts';
import { formatAnswerJson, formatHits, formatRemarks } from '../format-answer.ts';
import { formatGolden, formatGoldenJson } from '../format-golden.ts';
import { type Host, wantsColor } from '../host.ts';
import type { AddCommand } from '../main.ts';
import { defaultOut } from './build.ts';

interface SearchCommandOptions extends CommonOptions {
  readonly site: string;
  readonly in?: string | undefined;
  readonly limit: number;
  readonly all?: true | undefined;
  readonly golden?: true | undefined;
  readonly format: 'text' | 'json';
}

function checkUsage(words: readonly string[], { golden, in: lang, all }: SearchCommandOptions): void {
  if (golden === true && (words.length > 0 || lang !== undefined || all === true))
    throw new Problem({
      fr: 'Inattendu avec --golden : des mots, --in ou --all ; les recherches de référence viennent de golden-queries.yaml',
      en: 'Unexpected words, --in or --all with --golden: the queries come from golden-queries.yaml',
    });
  if (golden !== true && words.length === 0)
    throw new Problem({
      fr: 'Rien à chercher, attendu : des mots, ou --golden',
      en: 'Nothing to search for, expected words, or --golden',
    });
}

async function runGolden(
  site: string,
  { format }: SearchCommandOptions,
  session: Session,
  host: Host,
): Promise<number> {
  const queries = await readGoldenQueries(session.root, session.config);
  const results = await judgeGolden(site, queries, session.config.audiences[0]);
  const color = wantsColor(host.env, host.outIsTerminal);
  host.out(
    format === 'json'
      ? formatGoldenJson(results)
      : formatGolden(results, { lang: session.lang, color, width: host.width }),
  );
  return hasFailed(results) ? 1 : 0;
}

async function runSearch(
  words: readonly string[],
  options: SearchCommandOptions,
  host: Host,
): Promise<number> {
  checkUsage(words, options);
  const session = await openSession(options, host);
  const site = path.resolve(session.root, options.site);
  await recoverSite(site);
  if (options.golden === true) return runGolden(site, options, session, host);

  const engine = await openSiteSearch(site, options.in ?? session.config.lang);
  const query = words.join(' ');
  const found = await engine.search(query);
  const shown = found.hits
    .filter((hit) => options.all === true || !isObsoleteHit(hit))
    .slice(0, options.limit);
  const answer = { ...found, hits: shown };
  const text = {
    lang: session.lang,
    color: wantsColor(host.env, host.outIsTerminal),
    width: host.width,
    today: session.today,
  };
  if (options.format === 'json') host.out(formatAnswerJson(query, engine.lang, answer));
  else {
    host.err(formatRemarks(answer, text));
    host.out(formatHits(shown, text));
    if (shown.length === 0)
      host.err(`${session.say({ fr: `Rien pour « ${query} ».`, en: `Nothing for “${query}”.` })}\n`);
  }
  return shown.length === 0 ? 1 : 0;
}

export const addSearchCommand: AddCommand = (program, host, finish) => {
  addCommonOptions(
    program
      .command('search [words...]')
      .description('search the built site; exit 1 when nothing is found, or a golden query fails'),
  )
    .option('--site <dir>', 'the built site, from the knowledge base’s root', defaultOut)
    .option('--in <language>', 'language of the articles (default: the configuration)')
    .option('--limit <n>', 'how many results to show', parseCountOption, 5)
    .option('--all', 'expired and archived articles too')
    .option('--golden', 'run the queries of golden-queries.yaml instead')
    .addOption(new Option('--format <name>', 'output format').choices(['text', 'json']).default('text'))
    .action(async (words: string[], options: SearchCommandOptions) =>
      finish(await runSearch(words, options, host)),
    );
};
