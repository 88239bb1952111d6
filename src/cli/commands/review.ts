// `kb review`: articles were read in full and hold until another day.
import { planReview } from '../../authoring/plan-review.ts';
import { loadMarkdownParser } from '../../content/markdown-parser.ts';
import { readKnowledgeBase } from '../../content/read-knowledge-base.ts';
import { readGitSetting } from '../../history/git-settings.ts';
import type { IsoDate, Period } from '../../model/iso-date.ts';
import { Problem } from '../../model/problem.ts';
import { addMoveOptions, applyMoves, type MoveOptions } from '../apply-moves.ts';
import {
  addCommonOptions,
  type CommonOptions,
  openSession,
  parseDateOption,
  parsePeriodOption,
} from '../common-options.ts';
import type { Host } from '../host.ts';
import type { AddCommand } from '../main.ts';
import { type ArticleSelection, addSelectionOptions, selectArticles } from '../select-articles.ts';
import { checkValidator, mayValidate } from '../validator-name.ts';

interface ReviewCommandOptions extends CommonOptions, ArticleSelection, MoveOptions {
  readonly expires?: IsoDate | undefined;
  readonly for?: Period | undefined;
  readonly by?: string | undefined;
}

function newEnd({ expires, for: period }: ReviewCommandOptions): IsoDate | Period {
  const until = expires ?? period;
  if (until !== undefined && (expires === undefined || period === undefined)) return until;
  throw new Problem({
    fr: 'Nouvelle fin de validité à préciser, attendu : --expires JOUR ou --for DURÉE, l’un des deux',
    en: 'Missing new end of validity, expected either --expires DATE or --for PERIOD',
  });
}

async function runReview(ids: readonly string[], options: ReviewCommandOptions, host: Host): Promise<number> {
  const until = newEnd(options);
  const session = await openSession(options, host);
  const { config, root, today } = session;
  const by = options.by === undefined ? undefined : checkValidator(options.by, config);
  const name = by === undefined ? await readGitSetting(root, 'user.name') : undefined;
  const reader = name !== undefined && mayValidate(name, config) ? name : undefined;
  const [base, { parse }] = await Promise.all([
    readKnowledgeBase(root, session),
    loadMarkdownParser(session.parser),
  ]);
  const results = selectArticles(base, ids, options, session).map((document) =>
    planReview(document, { until, today, by, reader }, { base, parse }),
  );
  const question = { fr: 'Marquer comme relus', en: 'Mark as reviewed' };
  return applyMoves(results, question, options, session, host);
}

export const addReviewCommand: AddCommand = (program, host, finish) => {
  const command = program
    .command('review [ids...]')
    .description('record that articles were read in full, and until when they hold');
  addMoveOptions(addSelectionOptions(addCommonOptions(command)))
    .option('--expires <date>', 'their new last valid day, YYYY-MM-DD', parseDateOption)
    .option('--for <period>', 'or how long they hold from today, such as 6m', parsePeriodOption)
    .option(
      '--by <name>',
      'validate them in the same act (default, for a validation that still holds: git’s user.name)',
    )
    .action(async (ids: string[], options: ReviewCommandOptions) =>
      finish(await runReview(ids, options, host)),
    );
};
