// `kb report`: the validity and trust of every article, and a gate for scheduled CI.

import { InvalidArgumentError, Option } from 'commander';
import { didYouMean } from '../../config/schema-issue.ts';
import { readFileHistories } from '../../history/file-history.ts';
import { countStates, reportStates } from '../../report/count-states.ts';
import { reportFormats } from '../../report/formats/index.ts';
import { type GroupKey, groupKeys } from '../../report/group-articles.ts';
import type { Report } from '../../report/report.ts';
import {
  addCommonOptions,
  type CommonOptions,
  findBase,
  openSession,
  parseDateOption,
  parsePeriodOption,
  type Session,
} from '../common-options.ts';
import { formatProblem } from '../format-problem.ts';
import { type Host, wantsColor } from '../host.ts';
import type { AddCommand } from '../main.ts';
import type { Since } from '../read-past-report.ts';
import type { ReportRequest } from '../read-report.ts';

interface ReportCommandOptions extends CommonOptions, Omit<ReportRequest, 'withLines'> {
  readonly format: string;
  readonly groupBy?: GroupKey | undefined;
  readonly diff?: true | undefined;
  readonly all?: true | undefined;
  readonly training?: true | undefined;
  readonly coverage?: true | undefined;
  readonly failOn: readonly string[];
}

/** Formats with a place for what the option asks; the others would drop it without a word. */
const formatsWith: Readonly<Record<string, readonly string[]>> = {
  '--group-by': ['table', 'md', 'html'],
  '--since': ['table', 'json', 'md', 'html'],
  '--diff': ['table', 'md', 'html'],
};

function checkFormat({ format, groupBy, since, diff }: ReportCommandOptions): void {
  for (const [name, value] of Object.entries({ '--group-by': groupBy, '--since': since, '--diff': diff })) {
    const formats = formatsWith[name] ?? [];
    if (value === undefined || formats.includes(format)) continue;
    throw formatProblem(name, format, formats);
  }
}

function parseSince(text: string): Since {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return { ref: text };
  return { day: parseDateOption(text) };
}

function parseStates(text: string): string[] {
  const states = text.split(',').map((state) => state.trim());
  for (const state of states) {
    if (reportStates.includes(state)) continue;
    throw new InvalidArgumentError(
      `Unexpected ${state}${didYouMean(state, reportStates).en}, expected ${reportStates.join(', ')}.`,
    );
  }
  return states;
}

/** Formats that show edited lines whether `--diff` is there or not. */
const formatsWithLines: readonly string[] = ['md', 'html'];

/** The report that `options` ask for, and the session that it was made in. */
async function produceReport(
  options: ReportCommandOptions,
  host: Host,
): Promise<{ readonly report: Report; readonly session: Session }> {
  const root = await findBase(options, host);
  // git has the most to do, and does it beside this process: it begins before the rest of the program is loaded.
  const stop = new AbortController();
  const histories = readFileHistories(root, '.', { renames: 'exact', stop: stop.signal });
  const withLines = formatsWithLines.includes(options.format) || options.diff === true;
  try {
    const [{ readReport }, session] = await Promise.all([
      import('../read-report.ts'),
      openSession(options, host, root),
    ]);
    return { report: await readReport({ ...options, withLines }, histories, session, host), session };
  } catch (error) {
    stop.abort();
    throw error;
  }
}

async function runReport(options: ReportCommandOptions, host: Host): Promise<number> {
  if (options.training) return (await import('../report-training.ts')).reportTraining(options, host);
  if (options.coverage) return (await import('../report-coverage.ts')).reportCoverage(options, host);
  checkFormat(options);
  const { report, session } = await produceReport(options, host);
  const format = await reportFormats[options.format]?.();
  host.out(
    format?.(report, {
      lang: session.lang,
      color: wantsColor(host.env, host.outIsTerminal),
      width: host.width,
      labels: session.config,
      groupBy: options.groupBy,
      all: options.all,
      diffs: options.diff,
    }) ?? '',
  );
  const failing = countStates(report, options.failOn);
  if (failing.length === 0) return 0;
  const list = failing.map(({ state, count }) => `${state} ${count}`).join(', ');
  host.err(
    `${session.say({ fr: `Échec demandé par --fail-on : ${list}`, en: `Failed as --fail-on asks: ${list}` })}\n`,
  );
  return 1;
}

export const addReportCommand: AddCommand = (program, host, finish) => {
  addCommonOptions(program.command('report').description('validity and trust of every article'))
    .addOption(
      new Option('--format <name>', 'output format').choices(Object.keys(reportFormats)).default('table'),
    )
    .option(
      '--due-within <period>',
      'count as due what expires within this period (default: the configuration)',
      parsePeriodOption,
    )
    .option('--owner <key>', 'only the articles of this owner')
    .addOption(
      new Option('--group-by <key>', 'headings for what is to be updated (table, md, html)').choices(
        groupKeys,
      ),
    )
    .option('--volumes <file>', 'CSV of contacts (reason, month, count) that weighs in the priority')
    .option('--since <moment>', 'what is new since a day (YYYY-MM-DD) or a git reference', parseSince)
    .option('--diff', 'show what was edited since the validation (table; md and html always do)')
    .option('--training', 'who has done which training paths, by receipts and roster (table, json, csv)')
    .addOption(
      new Option(
        '--coverage',
        'what is in force for each contact reason, with --volumes its contacts (table, json, csv)',
      ).conflicts(['training', 'owner', 'since', 'groupBy']),
    )
    .option('--all', 'list all that is to be updated (table; the others always do)')
    .option(
      '--fail-on <states>',
      `exit 1 when an article is in one of these states: ${reportStates.join(', ')}`,
      parseStates,
      [],
    )
    .action(async (options: ReportCommandOptions) => finish(await runReport(options, host)));
};
