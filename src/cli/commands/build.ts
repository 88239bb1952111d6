// `kb build`: the site, in place of the last one.
import path from 'node:path';
import { InvalidArgumentError } from 'commander';
import { readConfig } from '../../config/read-config.ts';
import { withPastBase } from '../../history/base-as-of.ts';
import { formatStylish } from '../../lint/formats/stylish.ts';
import type { Finding } from '../../model/finding.ts';
import type { IsoDate } from '../../model/iso-date.ts';
import { Problem } from '../../model/problem.ts';
import { countWords, type UiLanguage, type Wording } from '../../model/wording.ts';
import { type BuildOptions, type BuildSummary, buildSite } from '../../publish/build-site.ts';
import type { GoldenResult } from '../../publish/judge-golden.ts';
import type { BuildStep } from '../../publish/replace-site.ts';
import {
  addCommonOptions,
  type CommonOptions,
  openSession,
  parseDateOption,
  type Session,
} from '../common-options.ts';
import { formatGolden } from '../format-golden.ts';
import { type Host, wantsColor } from '../host.ts';
import type { AddCommand } from '../main.ts';
import { findCommitOf } from '../past-day.ts';
import { startProgress } from '../progress.ts';

export const defaultOut = 'public';

/** Where a site goes unless told: that of a past day beside the present one, never in its place. */
function defaultOutOf(asOf: IsoDate | undefined): string {
  return asOf === undefined ? defaultOut : `${defaultOut}-${asOf}`;
}

interface BuildCommandOptions extends CommonOptions {
  readonly out?: string | undefined;
  readonly asOf?: IsoDate | undefined;
  readonly audience?: string | undefined;
  readonly allAudiences?: true | undefined;
  readonly baseUrl?: string | undefined;
  readonly zip?: boolean | undefined;
  readonly check?: true | undefined;
}

const stepWords: Readonly<Record<BuildStep, Wording>> = {
  articles: { fr: 'Articles', en: 'Articles' },
  flowcharts: { fr: 'Logigrammes', en: 'Flowcharts' },
  pages: { fr: 'Pages', en: 'Pages' },
  search: { fr: 'Index de recherche', en: 'Search index' },
  check: { fr: 'Recherches de référence', en: 'Golden queries' },
  zip: { fr: 'Archive', en: 'Archive' },
  swap: { fr: 'Mise en place', en: 'Putting in place' },
};

/** An address of the web, as it was typed. */
export function parseBaseUrl(text: string): string {
  if (URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)) return text;
  throw new InvalidArgumentError(`Unexpected ${text}, expected an address such as https://kb.example.org/.`);
}

function summaryLine(summary: BuildSummary, out: string, seconds: string): Wording {
  const { articles, pages, pictures } = summary;
  const counted = (lang: UiLanguage, flowchart: string) =>
    [
      countWords(articles, 'article', lang),
      countWords(pages, 'page', lang),
      countWords(pictures, flowchart, lang),
    ].join(', ');
  return {
    fr: `${counted('fr', 'logigramme')} en ${seconds.replace('.', ',')} s → ${out}`,
    en: `${counted('en', 'flowchart')} in ${seconds} s → ${out}`,
  };
}

function tellFindings(
  findings: readonly Finding[],
  texts: ReadonlyMap<string, string>,
  session: Session,
  host: Host,
): void {
  const options = { lang: session.lang, color: wantsColor(host.env, host.errIsTerminal), width: host.width };
  host.err(
    formatStylish(
      { today: session.today, articles: new Set(findings.map(({ path }) => path)).size, findings, texts },
      options,
    ),
  );
  const missing = {
    fr: 'Le site est construit sans ce qui est nommé ci-dessus.',
    en: 'The site was built without what is named above.',
  };
  host.err(`${session.say(missing)}\n`);
}

/** Says what became of the golden queries; where one failed, what came first instead, and that the last site stays. */
function tellGolden(golden: readonly GoldenResult[], swapped: boolean, session: Session, host: Host): void {
  const options = { lang: session.lang, color: wantsColor(host.env, host.errIsTerminal), width: host.width };
  host.err(formatGolden(golden, options));
  const kept = {
    fr: 'Le site n’est pas remplacé : le dernier bon site reste en place.',
    en: 'The site was not replaced: the last good site stays in place.',
  };
  if (!swapped) host.err(`${session.say(kept)}\n`);
}

/** Builds the base that there is, or that of the day that is asked for, into `out`. */
async function build(
  session: Session,
  { asOf, ...options }: BuildCommandOptions,
  rest: Pick<BuildOptions, 'out' | 'signal' | 'onProgress'>,
): Promise<BuildSummary> {
  const { audience, baseUrl, check, zip } = options;
  const shared = { ...rest, audience, baseUrl, check, zip, parser: session.parser };
  const { root, config, today } = session;
  if (asOf === undefined) return buildSite(root, config, { ...shared, today });
  const { commit } = await findCommitOf(asOf, session);
  return withPastBase(root, commit, async (folder) =>
    buildSite(folder, await readConfig(folder), { ...shared, today: asOf, asOf: { home: root } }),
  );
}

async function runBuild(options: BuildCommandOptions, host: Host): Promise<number> {
  if (options.asOf !== undefined && options.today !== undefined)
    throw new Problem({
      fr: 'Option --today inattendue avec --as-of : la base est jugée au jour de --as-of',
      en: 'Unexpected --today with --as-of: the base is judged on the day of --as-of',
    });
  if (options.asOf !== undefined && options.check === true)
    throw new Problem({
      fr: 'Option --check inattendue avec --as-of : les recherches de référence sont celles d’aujourd’hui',
      en: 'Unexpected --check with --as-of: the golden queries are those of today',
    });
  if (options.allAudiences === true && options.audience !== undefined)
    throw new Problem({
      fr: 'Option --audience inattendue avec --all-audiences, qui construit le site de chacun',
      en: 'Unexpected --audience with --all-audiences, which builds the site of each',
    });
  if (options.allAudiences === true && options.baseUrl !== undefined)
    throw new Problem({
      fr: 'Option --base-url inattendue avec --all-audiences : chaque site a son adresse, construisez-les un par un',
      en: 'Unexpected --base-url with --all-audiences: each site has an address of its own, build them one by one',
    });
  const session = await openSession(options, host);
  const out = path.resolve(session.root, options.out ?? defaultOutOf(options.asOf));
  if (options.allAudiences !== true) return buildOne(options, out, session, host);
  let worst = 0;
  for (const audience of session.config.audiences)
    worst = Math.max(worst, await buildOne({ ...options, audience }, `${out}-${audience}`, session, host));
  return worst;
}

/** Builds one site into `out` and says what became of it. The result is the exit code. */
async function buildOne(
  options: BuildCommandOptions,
  out: string,
  session: Session,
  host: Host,
): Promise<number> {
  const started = host.elapsed();
  const progress = startProgress(host);
  let summary: BuildSummary;
  try {
    summary = await build(session, options, {
      out,
      signal: host.signal,
      onProgress: (step, done, total) => progress.show(session.say(stepWords[step]), done, total),
    });
  } finally {
    progress.end();
  }
  const { findings, base, golden } = summary;
  if (golden !== undefined) tellGolden(golden, summary.swapped, session, host);
  if (!summary.swapped) return 1;
  const seconds = ((host.elapsed() - started) / 1000).toFixed(1);
  host.out(`${session.say(summaryLine(summary, path.relative(host.cwd, out) || '.', seconds))}\n`);
  if (summary.zip !== undefined) host.out(`→ ${path.relative(host.cwd, summary.zip)}\n`);
  if (findings.length === 0) return 0;
  tellFindings(findings, new Map(base.documents.map(({ path, text }) => [path, text])), session, host);
  return findings.some(({ severity }) => severity === 'error') ? 1 : 0;
}

export const addBuildCommand: AddCommand = (program, host, finish) => {
  addCommonOptions(
    program
      .command('build')
      .description('build the site; the last good one stays until the new one is whole'),
  )
    .option(
      '--out <dir>',
      `output folder, from the knowledge base’s root (default: ${defaultOut}, or ${defaultOut}-DATE with --as-of)`,
    )
    .option('--as-of <date>', 'build the base as it was when this day was over, YYYY-MM-DD', parseDateOption)
    .option('--check', 'run the golden queries first; exit 1 and keep the last site where one fails')
    .option('--audience <name>', 'build for this audience (default: the most restricted)')
    .option('--all-audiences', 'build the site of each audience, into <dir>-AUDIENCE')
    .option(
      '--base-url <url>',
      'where the site will be: for 404.html at nested addresses, full links in feeds and lists, and a public site’s sitemap',
      parseBaseUrl,
    )
    .option('--zip', 'write the site as one file to carry too, <dir>.zip')
    .action(async (options: BuildCommandOptions) => finish(await runBuild(options, host)));
};
