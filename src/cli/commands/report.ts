// `kb report`: the validity and trust of every article, and a gate for scheduled CI.
import { InvalidArgumentError, Option } from 'commander';
import { didYouMean } from '../../config/schema-issue.ts';
import { readKnowledgeBase } from '../../content/read-knowledge-base.ts';
import { lastChangedOf, readFileHistories } from '../../history/file-history.ts';
import type { Period } from '../../model/iso-date.ts';
import { printable } from '../../model/printable.ts';
import { Problem } from '../../model/problem.ts';
import { reportFormats } from '../../report/formats/index.ts';
import { buildReport, countStates, reportStates } from '../../report/report.ts';
import {
  addCommonOptions,
  type CommonOptions,
  openSession,
  parsePeriodOption,
  type Session,
} from '../common-options.ts';
import { type Host, wantsColor } from '../host.ts';
import type { AddCommand } from '../main.ts';

interface ReportCommandOptions extends CommonOptions {
  readonly format: string;
  readonly dueWithin?: Period | undefined;
  readonly owner?: string | undefined;
  readonly failOn: readonly string[];
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

function checkOwner(owner: string | undefined, session: Session): void {
  const known = Object.keys(session.config.owners);
  if (owner === undefined || known.includes(owner)) return;
  const hint = didYouMean(owner, known);
  throw new Problem({
    fr: `Responsable inconnu « ${owner} », attendu : ${known.join(', ')}${hint.fr}`,
    en: `Unknown owner \`${owner}\`, expected one of ${known.join(', ')}${hint.en}`,
  });
}

async function runReport(options: ReportCommandOptions, host: Host): Promise<number> {
  const session = await openSession(options, host);
  checkOwner(options.owner, session);
  const [histories, base] = await Promise.all([
    readFileHistories(session.root, session.config.content),
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
  const report = buildReport(base, {
    today: session.today,
    lastChanged: lastChangedOf(histories),
    dueWithin: options.dueWithin,
    owner: options.owner,
  });
  const format = reportFormats[options.format];
  host.out(
    format?.(report, {
      lang: session.lang,
      color: wantsColor(host.env, host.outIsTerminal),
      width: host.width,
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
    .option(
      '--fail-on <states>',
      `exit 1 when an article is in one of these states: ${reportStates.join(', ')}`,
      parseStates,
      [],
    )
    .action(async (options: ReportCommandOptions) => finish(await runReport(options, host)));
};
