// `kb validate`: someone answers for articles as they stand today.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { stringify } from 'yaml';
import { didYouMean } from '../../config/schema-issue.ts';
import { setFrontMatterField } from '../../content/edit-front-matter.ts';
import type { ArticleDocument, KnowledgeBase } from '../../content/knowledge-base.ts';
import { readKnowledgeBase } from '../../content/read-knowledge-base.ts';
import { writeTextAtomically } from '../../content/write-text.ts';
import type { IsoDate } from '../../model/iso-date.ts';
import { Problem } from '../../model/problem.ts';
import { addCommonOptions, type CommonOptions, openSession, parseDateOption } from '../common-options.ts';
import type { Host } from '../host.ts';
import type { AddCommand } from '../main.ts';

interface ValidateCommandOptions extends CommonOptions {
  readonly by: string;
  readonly on?: IsoDate | undefined;
  readonly language?: string | undefined;
}

/** The article called `id` in every language, or in one. Raises a `Problem` where there is none. */
function findAll(base: KnowledgeBase, id: string, language: string | undefined): ArticleDocument[] {
  const found = [...(base.byId.get(id)?.values() ?? [])].filter(
    ({ article }) => language === undefined || article.lang === language,
  );
  if (found.length > 0) return found;
  const hint = didYouMean(id, [...base.byId.keys()]);
  throw new Problem({
    fr: `Aucun article « ${id} »${hint.fr || ', attendu : un identifiant existant'}`,
    en: `No article \`${id}\`${hint.en || ', expected an id that exists'}`,
  });
}

async function runValidate(
  ids: readonly string[],
  options: ValidateCommandOptions,
  host: Host,
): Promise<number> {
  const session = await openSession(options, host);
  const by = options.by.trim();
  if (by === '')
    throw new Problem({
      fr: 'Nom vide, attendu : --by "Claire Vasseur"',
      en: 'Unexpected empty name, expected --by "Claire Vasseur"',
    });
  const base = await readKnowledgeBase(session.root, session);
  // Every id is looked up before the first file is written.
  const documents = ids.flatMap((id) => findAll(base, id, options.language));
  const on = options.on ?? session.today;
  for (const { path: file, article } of documents) {
    const absolute = path.join(session.root, file);
    const name = stringify(by, { defaultStringType: 'QUOTE_DOUBLE' }).trim();
    const line = `validation: { by: ${name}, on: ${on}, digest: "${article.digest}" }`;
    await writeTextAtomically(
      absolute,
      setFrontMatterField(await readFile(absolute, 'utf8'), 'validation', line),
    );
    host.out(`${file}\n`);
  }
  return 0;
}

export const addValidateCommand: AddCommand = (program, host, finish) => {
  addCommonOptions(
    program
      .command('validate <ids...>')
      .description('record that someone answers for articles as they stand'),
  )
    .requiredOption('--by <name>', 'who answers for them')
    .option('--on <date>', 'the day of the validation, YYYY-MM-DD (default: today)', parseDateOption)
    .option('--language <code>', 'only the articles in this language (default: every language)')
    .action(async (ids: string[], options: ValidateCommandOptions) =>
      finish(await runValidate(ids, options, host)),
    );
};
