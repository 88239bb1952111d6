// `kb validate`: someone answers for articles as they stand today.
import { planValidation } from '../../authoring/plan-validation.ts';
import { readKnowledgeBase } from '../../content/read-knowledge-base.ts';
import type { IsoDate } from '../../model/iso-date.ts';
import { Problem } from '../../model/problem.ts';
import { judgeTrust } from '../../model/trust.ts';
import { addMoveOptions, applyMoves, type MoveOptions } from '../apply-moves.ts';
import { addCommonOptions, type CommonOptions, openSession, parseDateOption } from '../common-options.ts';
import type { Host } from '../host.ts';
import type { AddCommand } from '../main.ts';
import { type ArticleSelection, addSelectionOptions, selectArticles } from '../select-articles.ts';
import { checkValidator } from '../validator-name.ts';

interface ValidateCommandOptions extends CommonOptions, ArticleSelection, MoveOptions {
  readonly by: string;
  readonly on?: IsoDate | undefined;
  readonly minor?: true | undefined;
}

async function runValidate(
  ids: readonly string[],
  options: ValidateCommandOptions,
  host: Host,
): Promise<number> {
  const session = await openSession(options, host);
  const by = checkValidator(options.by, session.config);
  const on = options.on ?? session.today;
  if (on > session.today) {
    throw new Problem({
      fr: `Jour inattendu ${on}, attendu : ${session.today} ou avant, car nul n’a encore lu l’article demain`,
      en: `Unexpected day ${on}, expected ${session.today} or before: nobody has read the article tomorrow`,
    });
  }
  const base = await readKnowledgeBase(session.root, session);
  const selected = selectArticles(base, ids, options, session);
  // What holds already is renewed only by name: a selection is for what waits.
  const waiting =
    ids.length > 0 ? selected : selected.filter(({ article }) => judgeTrust(article) !== 'validated');
  const results = waiting.map((document) => planValidation(document, { by, on, minor: options.minor }));
  return applyMoves(
    results,
    { fr: `Valider au nom de ${by}`, en: `Validate as ${by}` },
    options,
    session,
    host,
  );
}

export const addValidateCommand: AddCommand = (program, host, finish) => {
  const command = program
    .command('validate [ids...]')
    .description('record that someone answers for articles as they stand');
  addMoveOptions(addSelectionOptions(addCommonOptions(command)))
    .requiredOption('--by <name>', 'who answers for them')
    .option('--on <date>', 'the day of the validation, YYYY-MM-DD (default: today)', parseDateOption)
    .option(
      '--minor',
      'nothing that matters changed: who confirmed the version validated before is not asked again',
    )
    .action(async (ids: string[], options: ValidateCommandOptions) =>
      finish(await runValidate(ids, options, host)),
    );
};
