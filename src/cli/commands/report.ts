// `kb report`: the validity and trust of every article, and a gate for scheduled CI.
import { InvalidArgumentError, Option } from 'commander';
import { didYouMean } from '../../config/schema-issue.ts';
import { loadMarkdownParser } from '../../content/markdown-parser.ts';
import { readKnowledgeBase } from '../../content/read-knowledge-base.ts';
import { lastChangedOf, readFileHistories } from '../../history/file-history.ts';
import { readChanges } from '../../history/read-changes.ts';
import type { Period } from '../../model/iso-date.ts';
import { printable } from '../../model/printable.ts';
import { Problem } from '../../model/problem.ts';
import { joinChoices } from '../../model/wording.ts';
import { compareReports } from '../../report/compare-reports.ts';
import { reportFormats } from '../../report/formats/index.ts';
import { type GroupKey, groupKeys } from '../../report/group-articles.ts';
import { buildReport, countStates, type Report, reportStates } from '../../report/report.ts';
import {
  addCommonOptions,
  type CommonOptions,
  openSession,
  parseDateOption,
  parsePeriodOption,
  type Session,
} from '../common-options.ts';
import { type Host, wantsColor } from '../host.ts';
import type { AddCommand } from '../main.ts';
import { readPastReport, type Since } from '../read-past-report.ts';
import { readVolumes } from '../read-volumes.ts';
import { checkOwner } from '../select-articles.ts';

interface ReportCommandOptions extends CommonOptions {
  readonly format: string;
  readonly dueWithin?: Period | undefined;
  readonly owner?: string | undefined;
  readonly groupBy?: GroupKey | undefined;
  readonly volumes?: string | undefined;
  readonly since?: Since | undefined;
  readonly diff?: true | undefined;
  readonly all?: true | undefined;
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
    throw new Problem({
      fr: `${name} inattendu avec --format ${format}, attendu : --format ${joinChoices(formats, 'fr')}`,
      en: `Unexpected ${name} with --format ${format}, expected --format ${joinChoices(formats, 'en')}`,
    });
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

/** Reads the base and what git knows of it, and judges both; tells on stderr what git can't. */
async function readReport(options: ReportCommandOptions, session: Session, host: Host): Promise<Report> {
  const { dueWithin, owner, since } = options;
  const volumes =
    options.volumes === undefined ? undefined : await readVolumes(options.volumes, session, host);
  const [histories, base] = await Promise.all([
    readFileHistories(session.root, '.'),
    readKnowledgeBase(session.root, session),
  ]);
  if (histories.reason !== undefined) {
    const { fr, en } = histories.reason;
    const unknown = {
      fr: `${fr} ; date de dernière modification inconnue`,
      en: `${en}; the day of the last change is unknown`,
    };
    host.err(`kb: ${printable(session.say(unknown))}\n`);
  }
  const { parse } = await loadMarkdownParser(session.parser);
  const report = buildReport(base, {
    today: session.today,
    lastChanged: lastChangedOf(histories),
    changes: await readChanges(base, histories, parse),
    volumes,
    dueWithin,
    owner,
  });
  if (since === undefined) return report;
  const past = await readPastReport(since, session, { dueWithin, owner });
  return { ...report, since: compareReports(past, report) };
}

async function runReport(options: ReportCommandOptions, host: Host): Promise<number> {
  checkFormat(options);
  const session = await openSession(options, host);
  checkOwner(options.owner, session);
  const report = await readReport(options, session, host);
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
    .option('--all', 'list all that is to be updated (table; the others always do)')
    .option(
      '--fail-on <states>',
      `exit 1 when an article is in one of these states: ${reportStates.join(', ')}`,
      parseStates,
      [],
    )
    .action(async (options: ReportCommandOptions) => finish(await runReport(options, host)));
};
