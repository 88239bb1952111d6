// `kb import`: articles from what a team wrote elsewhere, with an account of what was lost and guessed.
import path from 'node:path';
import { type Command, Option } from 'commander';
import { planFolder } from '../../authoring/plan-names.ts';
import { findExisting, writeNewFiles } from '../../authoring/write-new-files.ts';
import { checkFolderWay } from '../../content/check-folder-way.ts';
import { loadMarkdownParser, type ParseMarkdown } from '../../content/markdown-parser.ts';
import { planArticles } from '../../import/plan-articles.ts';
import { readDocx } from '../../import/read-docx.ts';
import { readHtml } from '../../import/read-html.ts';
import { readNotion } from '../../import/read-notion.ts';
import { readZendesk } from '../../import/read-zendesk.ts';
import type { Source } from '../../import/source-page.ts';
import { takeAssets } from '../../import/take-assets.ts';
import { checkFolderIsNew, writeImport } from '../../import/write-import.ts';
import type { IsoDate, Period } from '../../model/iso-date.ts';
import { Problem } from '../../model/problem.ts';
import {
  addCommonOptions,
  type CommonOptions,
  openSession,
  parseDateOption,
  parsePeriodOption,
} from '../common-options.ts';
import { tell } from '../field-problems.ts';
import { formatImportJson, formatImportMarkdown, formatImportTable } from '../format-import.ts';
import { type Host, wantsColor } from '../host.ts';
import type { AddCommand } from '../main.ts';
import { findOwner, readTaken } from '../new-article.ts';

interface ImportCommandOptions extends CommonOptions {
  readonly in: string;
  readonly owner?: string | undefined;
  readonly expires?: IsoDate | undefined;
  readonly for?: Period | undefined;
  readonly format: 'table' | 'json';
  readonly report?: string | undefined;
  readonly dryRun?: true | undefined;
}

const ownerQuestion = { fr: 'Qui répond de ces articles ?', en: 'Who answers for these articles?' };

/** Raises a `Problem` where the report's file is there already: nothing is written over. */
async function checkReport(report: string | undefined, host: Host): Promise<void> {
  if (
    report === undefined ||
    (await findExisting(host.cwd, [path.relative(host.cwd, path.resolve(host.cwd, report))])).size === 0
  )
    return;
  throw new Problem(
    {
      fr: 'Fichier déjà présent, attendu : un autre nom (--report)',
      en: 'Unexpected file that exists already, expected another name (--report)',
    },
    report,
  );
}

/** Imports what `read` finds. The result is the exit code. */
async function runImport(
  read: (host: Host, parse: ParseMarkdown) => Promise<Source>,
  options: ImportCommandOptions,
  host: Host,
): Promise<number> {
  const session = await openSession(options, host);
  const { root, config, today, lang } = session;
  const dryRun = options.dryRun === true;
  const below = planFolder(options.in, config.content);
  const folder = path.posix.join(config.content, below);
  await checkFolderIsNew(root, folder);
  await checkReport(options.report, host);
  const { taken, hasContent } = await readTaken(session);
  await checkFolderWay(root, hasContent ? config.content : '', path.dirname(folder));
  const owner = await findOwner(options.owner, ownerQuestion, session, host);

  const { parse } = await loadMarkdownParser(session.parser);
  const source = await read(host, parse);
  const keys = new Set(source.pages.flatMap(({ key, aliases = [] }) => [key, ...aliases]));
  const assets = await takeAssets(source, keys);
  const { expires, for: validFor } = options;
  const plan = planArticles(source, {
    config,
    today,
    taken,
    assets,
    parse,
    owner,
    folder: below,
    expires,
    validFor,
  });
  if (!dryRun) await writeImport(root, folder, plan.files, host.signal);

  const format = { lang, color: wantsColor(host.env, host.outIsTerminal), width: host.width, folder, dryRun };
  host.out(options.format === 'json' ? formatImportJson(plan, format) : formatImportTable(plan, format));
  if (options.report !== undefined)
    await writeNewFiles(host.cwd, [
      {
        path: path.relative(host.cwd, path.resolve(host.cwd, options.report)),
        text: formatImportMarkdown(plan, format),
      },
    ]);
  const next = {
    fr: 'Tous sont non validés : relisez-les, puis « kb lint » et « kb validate ».',
    en: 'All are unvalidated: read them, then `kb lint` and `kb validate`.',
  };
  if (!dryRun) tell(next, session, host);
  return 0;
}

function addImportOptions(command: Command): Command {
  return addCommonOptions(command)
    .option('--in <folder>', 'new folder below the content folder', 'import')
    .option(
      '--owner <key>',
      'who answers for them (default: git’s kb.owner or user.email, else you are asked)',
    )
    .option('--expires <date>', 'last valid day, YYYY-MM-DD (default: in six months)', parseDateOption)
    .addOption(
      new Option('--for <period>', 'how long they are valid, such as 90d, 6m or 1y')
        .argParser(parsePeriodOption)
        .conflicts('expires'),
    )
    .addOption(new Option('--format <name>', 'output format').choices(['table', 'json']).default('table'))
    .option('--report <file>', 'write the whole account as Markdown, to a new file')
    .option('--dry-run', 'tell what would be made and write nothing');
}

export const addImportCommand: AddCommand = (program, host, finish) => {
  const parent = program
    .command('import')
    .description('articles from what a team wrote elsewhere, unvalidated');
  addImportOptions(
    parent.command('html <files...>').description('pages of a site or a wiki, with their pictures'),
  ).action(async (files: string[], options: ImportCommandOptions) =>
    finish(await runImport(({ cwd }) => readHtml(files, cwd), options, host)),
  );
  addImportOptions(
    parent.command('docx <files...>').description('Word documents, with their pictures'),
  ).action(async (files: string[], options: ImportCommandOptions) =>
    finish(await runImport(({ cwd }) => readDocx(files, cwd), options, host)),
  );
  addImportOptions(
    parent
      .command('notion <export>')
      .description('an export of Notion (“Markdown & CSV” or “HTML”), as a ZIP archive or a folder'),
  ).action(async (file: string, options: ImportCommandOptions) =>
    finish(await runImport(({ cwd }, parse) => readNotion(file, cwd, parse), options, host)),
  );
  addImportOptions(
    parent
      .command('zendesk <file>')
      .description('articles of a Zendesk help centre, as its API gives them (JSON)'),
  ).action(async (file: string, options: ImportCommandOptions) =>
    finish(await runImport(({ cwd }) => readZendesk(file, cwd), options, host)),
  );
};
