// `kb receipts`: who has read what of the articles that ask to be acknowledged.
import { type Command, Option } from 'commander';
import { didYouMean } from '../../config/schema-issue.ts';
import type { KnowledgeBase } from '../../content/knowledge-base.ts';
import { readKnowledgeBase } from '../../content/read-knowledge-base.ts';
import { acknowledgedArticles, buildReadership } from '../../field/build-readership.ts';
import { readLedger } from '../../field/ledger.ts';
import { receiptLedger } from '../../field/receipt-ledger.ts';
import { Problem } from '../../model/problem.ts';
import type { Roster } from '../../model/roster.ts';
import { addCommonOptions, type CommonOptions, openSession, type Session } from '../common-options.ts';
import { tellFieldProblems } from '../field-problems.ts';
import {
  formatReadershipCsv,
  formatReadershipJson,
  formatReadershipTable,
  type ReadershipFormat,
} from '../format-readership.ts';
import { type Host, wantsColor } from '../host.ts';
import { type ImportOptions, importItems, readSources } from '../import-items.ts';
import type { AddCommand } from '../main.ts';
import { needRoster } from '../need-roster.ts';
import { addPullOptions, type PullOptions, pullItems } from '../pull-items.ts';

interface ReceiptsOptions extends CommonOptions {
  readonly format: string;
  readonly team?: string | undefined;
  readonly article?: string | undefined;
}

const formats: Readonly<Record<string, ReadershipFormat>> = {
  table: formatReadershipTable,
  json: formatReadershipJson,
  csv: formatReadershipCsv,
};

/** Raises a `Problem` on a team or an article of which nothing can be told. */
function checkAsked(
  { team, article }: ReceiptsOptions,
  roster: Roster,
  base: KnowledgeBase,
  { today }: Session,
): void {
  const teams = [...roster.teams.keys()];
  if (team !== undefined && !teams.includes(team)) {
    const hint = didYouMean(team, teams);
    throw new Problem({
      fr: `Équipe inconnue « ${team} », attendu : ${teams.join(', ')}${hint.fr}`,
      en: `Unknown team \`${team}\`, expected one of ${teams.join(', ')}${hint.en}`,
    });
  }
  const articles = [...acknowledgedArticles(base, today).keys()];
  if (article === undefined || articles.includes(article)) return;
  const hint = didYouMean(article, articles);
  throw new Problem({
    fr: `« ${article} » n’est pas à confirmer au ${today}, attendu : un article en vigueur avec « acknowledge: true »${hint.fr}`,
    en: `\`${article}\` is not to be acknowledged on ${today}, expected an article in force with \`acknowledge: true\`${hint.en}`,
  });
}

async function runReceipts(options: ReceiptsOptions, host: Host): Promise<number> {
  const session = await openSession(options, host);
  const roster = await needRoster(session);
  const [base, receipts] = await Promise.all([
    readKnowledgeBase(session.root, { parser: session.parser, knownConfig: session.config }),
    readLedger(session.root, receiptLedger),
  ]);
  tellFieldProblems(receipts.problems, session, host);
  checkAsked(options, roster, base, session);
  const { team, article } = options;
  const readership = buildReadership(base, roster, receipts.entries, { today: session.today, team, article });
  const color = wantsColor(host.env, host.outIsTerminal);
  host.out(formats[options.format]?.(readership, { lang: session.lang, color, width: host.width }) ?? '');
  return 0;
}

async function runImport(
  files: readonly string[],
  options: CommonOptions & ImportOptions,
  host: Host,
): Promise<number> {
  const session = await openSession(options, host);
  return importItems(await readSources(files, host), options, session, host);
}

export const addReceiptsCommand: AddCommand = (program, host, finish) => {
  const receipts = addCommonOptions(
    program.command('receipts').description('who has read what of the articles that ask to be acknowledged'),
  )
    .addOption(new Option('--format <name>', 'output format').choices(Object.keys(formats)).default('table'))
    .option('--team <key>', 'only the people of this team')
    .option('--article <id>', 'only this article')
    .action(async (options: ReceiptsOptions) => finish(await runReceipts(options, host)));
  addCommonOptions(
    receipts
      .command('import <files...>')
      .description('bring in what readers exported (- for standard input)'),
  )
    .option('--reader <key>', 'in whose name receipts count that name nobody')
    .option('--dry-run', 'tell what would be added and write nothing')
    .action(async (files: string[], _: CommonOptions & ImportOptions, command: Command) =>
      finish(await runImport(files, command.optsWithGlobals(), host)),
    );
  addPullOptions(receipts.command('pull').description('bring in what readers sent to the server')).action(
    async (_: PullOptions, command: Command) =>
      finish(await pullItems(['receipts'], importItems, command.optsWithGlobals(), host)),
  );
};
