// `kb new`: a draft from a template, with its id, owner and dates filled in.
import path from 'node:path';
import { Option } from 'commander';
import { checkFilled, fillTemplate } from '../../authoring/fill-template.ts';
import { readTemplate } from '../../authoring/package-templates.ts';
import { fileExists, planNewArticle } from '../../authoring/plan-new-article.ts';
import { findExisting, writeNewFiles } from '../../authoring/write-new-files.ts';
import { checkFolderWay } from '../../content/check-folder-way.ts';
import { loadMarkdownParser } from '../../content/markdown-parser.ts';
import { nothingShared, parseDocument } from '../../content/parse-document.ts';
import type { IsoDate, Period } from '../../model/iso-date.ts';
import {
  addCommonOptions,
  type CommonOptions,
  openSession,
  parseDateOption,
  parsePeriodOption,
} from '../common-options.ts';
import type { Host } from '../host.ts';
import type { AddCommand } from '../main.ts';
import { findOwner, readTaken } from '../new-article.ts';

interface NewCommandOptions extends CommonOptions {
  readonly owner?: string | undefined;
  readonly id?: string | undefined;
  readonly in?: string | undefined;
  readonly language?: string | undefined;
  readonly expires?: IsoDate | undefined;
  readonly for?: Period | undefined;
  readonly reasons?: readonly string[] | undefined;
}

function parseList(text: string): string[] {
  return text
    .split(',')
    .map((item) => item.trim())
    .filter(Boolean);
}

const ownerQuestion = { fr: 'Qui répond de cet article ?', en: 'Who answers for this article?' };

async function runNew(type: string, title: string, options: NewCommandOptions, host: Host): Promise<number> {
  const session = await openSession(options, host);
  const { root, config, today, say } = session;
  const { taken, hasContent } = await readTaken(session);
  const plan = planNewArticle(
    { ...options, type, title, folder: options.in, validFor: options.for },
    { config, today, taken },
  );
  await checkFolderWay(root, hasContent ? config.content : '', path.dirname(plan.path));
  if ((await findExisting(root, [plan.path])).size > 0) throw fileExists(plan.path);

  const values = { ...plan, today, owner: await findOwner(options.owner, ownerQuestion, session, host) };
  const template = await readTemplate(root, plan.lang, plan.type);
  const text = fillTemplate(template, values);
  const { parse } = await loadMarkdownParser(session.parser);
  checkFilled(parseDocument(plan.path, text, config, parse, nothingShared), values, template.place);
  await writeNewFiles(root, [{ path: plan.path, text }]);

  host.out(`${path.relative(host.cwd, path.join(root, plan.path))}\n`);
  const next = {
    fr: 'Brouillon créé : complétez-le, vérifiez-le avec « kb lint », puis passez « status » à published.',
    en: 'Draft created: fill it in, check it with `kb lint`, then set `status` to published.',
  };
  host.err(`${say(next)}\n`);
  return 0;
}

export const addNewCommand: AddCommand = (program, host, finish) => {
  addCommonOptions(
    program.command('new <type> <title>').description('start an article from a template; prints its path'),
  )
    .option('--owner <key>', 'who answers for it (default: git’s kb.owner or user.email, else you are asked)')
    .option('--id <id>', 'its id (default: made from the title)')
    .option('--in <folder>', 'folder below the content folder (default: none, or the language)')
    .option('--language <code>', 'its language (default: the configuration’s)')
    .option('--expires <date>', 'last valid day, YYYY-MM-DD (default: in six months)', parseDateOption)
    .addOption(
      new Option('--for <period>', 'how long it is valid, such as 90d, 6m or 1y')
        .argParser(parsePeriodOption)
        .conflicts('expires'),
    )
    .option('--reasons <keys>', 'contact reasons, parted by commas', parseList)
    .action(async (type: string, title: string, options: NewCommandOptions) =>
      finish(await runNew(type, title, options, host)),
    );
};
