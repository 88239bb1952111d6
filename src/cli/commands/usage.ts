// `kb usage`: what readers look for, read and follow, and what they look for in vain.
import { type Command, Option } from 'commander';
import type { KnowledgeBase } from '../../content/knowledge-base.ts';
import { readKnowledgeBase } from '../../content/read-knowledge-base.ts';
import { followedPaths, type KnownFlows } from '../../field/build-guide-usage.ts';
import { buildUsage } from '../../field/build-usage.ts';
import { readLedger } from '../../field/ledger.ts';
import { readRoster } from '../../field/read-roster.ts';
import { usageLedger } from '../../field/usage-ledger.ts';
import { voteLedger } from '../../field/vote-ledger.ts';
import { Problem } from '../../model/problem.ts';
import { addCommonOptions, type CommonOptions, openSession } from '../common-options.ts';
import { tellFieldProblems } from '../field-problems.ts';
import { formatUsageCsv, formatUsageJson, formatUsageTable, type UsageFormat } from '../format-usage.ts';
import { type Host, wantsColor } from '../host.ts';
import { readSources } from '../import-items.ts';
import { importUsage } from '../import-usage.ts';
import type { AddCommand } from '../main.ts';
import { addPullOptions, type PullOptions, pullItems } from '../pull-items.ts';
import { checkOwner } from '../select-articles.ts';

interface UsageOptions extends CommonOptions {
  readonly format: string;
  readonly days: string;
  readonly owner?: string | undefined;
}

interface ImportOptions extends CommonOptions {
  readonly dryRun?: true | undefined;
}

const formats: Readonly<Record<string, UsageFormat>> = {
  table: formatUsageTable,
  json: formatUsageJson,
  csv: formatUsageCsv,
};

/** Longest period, in days: ten years. */
const mostDays = 3660;

function parseDays(text: string): number {
  const days = /^\d{1,4}$/.test(text) ? Number(text) : 0;
  if (days >= 1 && days <= mostDays) return days;
  throw new Problem(
    {
      fr: `Valeur inattendue « ${text} », attendu : un nombre de jours, de 1 à ${mostDays}`,
      en: `Unexpected \`${text}\`, expected a number of days, from 1 to ${mostDays}`,
    },
    '--days',
  );
}

/** Mermaid is loaded only where somebody followed a guide. */
async function readFlows(base: KnowledgeBase, paths: ReadonlySet<string>): Promise<KnownFlows> {
  const { readDiagrams } = await import('../../lint/read-diagrams.ts');
  const diagrams = await readDiagrams(base, paths);
  return new Map([...diagrams].flatMap(([code, result]) => (result.ok ? [[code, result] as const] : [])));
}

async function runUsage(options: UsageOptions, host: Host): Promise<number> {
  const session = await openSession(options, host);
  const { root, config, today, lang } = session;
  checkOwner(options.owner, session);
  const days = parseDays(options.days);
  const [base, counts, votes, roster] = await Promise.all([
    readKnowledgeBase(root, { parser: session.parser, knownConfig: config }),
    readLedger(root, usageLedger),
    readLedger(root, voteLedger),
    readRoster(root, config.audiences),
  ]);
  tellFieldProblems([...counts.problems, ...votes.problems], session, host);
  const followed = followedPaths(counts.entries, base);
  const flows = followed.size > 0 ? await readFlows(base, followed) : undefined;
  const usage = buildUsage(base, counts.entries, {
    today,
    days,
    roster,
    votes: votes.entries,
    flows,
    owner: options.owner,
  });
  const color = wantsColor(host.env, host.outIsTerminal);
  host.out(formats[options.format]?.(usage, { lang, color, width: host.width }) ?? '');
  return 0;
}

async function runImport(files: readonly string[], options: ImportOptions, host: Host): Promise<number> {
  const session = await openSession(options, host);
  return importUsage(await readSources(files, host), options, session, host);
}

export const addUsageCommand: AddCommand = (program, host, finish) => {
  const usage = addCommonOptions(
    program
      .command('usage')
      .description('what readers look for, read and follow, and what they look for in vain'),
  )
    .addOption(new Option('--format <name>', 'output format').choices(Object.keys(formats)).default('table'))
    .option('--days <number>', 'how many days, the last one today', '30')
    .option('--owner <key>', 'only the articles of this owner')
    .action(async (options: UsageOptions) => finish(await runUsage(options, host)));
  addCommonOptions(
    usage.command('import <files...>').description('bring in counts from files (- for standard input)'),
  )
    .option('--dry-run', 'tell what would be added and write nothing')
    .action(async (files: string[], _: ImportOptions, command: Command) =>
      finish(await runImport(files, command.optsWithGlobals(), host)),
    );
  addPullOptions(
    usage.command('pull').description('bring in what readers’ devices sent to the server'),
  ).action(async (_: PullOptions, command: Command) =>
    finish(await pullItems(['usage', 'presence'], importUsage, command.optsWithGlobals(), host)),
  );
};
