// `kb export`: articles and training paths on paper, texts for customers, pieces for retrieval.
import { type Command, Option } from 'commander';
import { didYouMean } from '../../config/schema-issue.ts';
import { type ArticleDocument, findArticle, type KnowledgeBase } from '../../content/knowledge-base.ts';
import { judgeAbsence } from '../../content/obsolescence.ts';
import { readKnowledgeBase } from '../../content/read-knowledge-base.ts';
import { readDiagrams } from '../../lint/read-diagrams.ts';
import { Problem } from '../../model/problem.ts';
import { quote } from '../../model/quote.ts';
import { reasonsBelow } from '../../model/reasons.ts';
import { countWords, pickLabel, type UiLanguage } from '../../model/wording.ts';
import { sortAnswers } from '../../publish/answer-order.ts';
import { type PrintedFile, type PrintRequest, printArticles } from '../../publish/print-articles.ts';
import { chooseAudience, selectArticles } from '../../publish/select-articles.ts';
import { addCommonOptions, type CommonOptions, openSession, type Session } from '../common-options.ts';
import { tell } from '../field-problems.ts';
import type { Host } from '../host.ts';
import type { AddCommand } from '../main.ts';
import { checkPdfTarget, writePdf } from '../write-pdf.ts';
import { addIvrExport } from './export-ivr.ts';
import { addJsonlExport } from './export-jsonl.ts';
import { addMacrosExport } from './export-macros.ts';
import { addZendeskExport } from './export-zendesk.ts';

interface ExportOptions extends CommonOptions {
  readonly audience?: string | undefined;
  readonly language?: string | undefined;
}

interface PathOptions extends ExportOptions {
  readonly pdf: string;
}

interface PdfOptions extends ExportOptions {
  readonly out: string;
  readonly reason?: string | undefined;
  readonly title?: string | undefined;
}

/** What to print, but for what every document has. */
type Chosen = Pick<PrintRequest, 'title' | 'owner' | 'challenge' | 'documents' | 'steps' | 'lang'>;

interface Source {
  readonly session: Session;
  readonly base: KnowledgeBase;
  readonly audience: string;
  /** Whether readers of the audience may have it. */
  readonly isTheirs: (document: ArticleDocument) => boolean;
}

async function openSource({ audience, ...options }: ExportOptions, host: Host): Promise<Source> {
  const session = await openSession(options, host);
  const { config, root, parser } = session;
  const theirAudience = chooseAudience(config, audience);
  const base = await readKnowledgeBase(root, { parser, knownConfig: config, audience: theirAudience });
  const { published } = selectArticles(base, theirAudience, false);
  const theirs = new Set(published);
  return { session, base, audience: theirAudience, isTheirs: (document) => theirs.has(document) };
}

function languageOf({ language }: ExportOptions, { session: { config } }: Source): string {
  if (language === undefined || config.languages.includes(language)) return language ?? config.lang;
  throw new Problem(
    {
      fr: `Langue inconnue « ${quote(language)} », attendu : ${config.languages.join(', ')}`,
      en: `Unknown language \`${quote(language)}\`, expected ${config.languages.join(', ')}`,
    },
    '--language',
  );
}

function choosePath(id: string, options: PathOptions, source: Source): Chosen {
  const { base, isTheirs, session } = source;
  const lang = languageOf(options, source);
  const paths = base.paths.flatMap(({ training }) => training ?? []);
  const found = paths.find((path) => path.id === id);
  if (!found) {
    const hint = didYouMean(
      id,
      paths.map((path) => path.id),
    );
    throw new Problem({
      fr: `Aucun parcours « ${quote(id)} »${hint.fr || ', attendu : un fichier de paths/'}`,
      en: `No path \`${quote(id)}\`${hint.en || ', expected a file of paths/'}`,
    });
  }
  const steps = found.steps.flatMap((step) => {
    const document = findArticle(base, step.id, lang);
    if (!document || !isTheirs(document)) return [];
    return [{ document, label: document.article.title, guide: step.guide }];
  });
  if (steps.length === 0)
    throw new Problem(
      {
        fr: `Aucune étape de ce parcours pour ce public, attendu : un article publié`,
        en: `No step of this path for this audience, expected a published article`,
      },
      `paths/${id}.yaml`,
    );
  const owner = base.config.owners[found.owner];
  return {
    lang,
    title: pickLabel(found.title, lang, session.config.lang),
    owner: owner ? pickLabel(owner.name, lang, session.config.lang) : found.owner,
    challenge: found.challenge,
    documents: [...new Set(steps.map(({ document }) => document))],
    steps,
  };
}

function chooseArticles(ids: readonly string[], options: PdfOptions, source: Source): Chosen {
  const { base, isTheirs } = source;
  const lang = languageOf(options, source);
  const named = ids.map((id) => {
    const document = findArticle(base, id, lang);
    if (document && isTheirs(document)) return document;
    const hint = didYouMean(id, [...base.byId.keys()]);
    throw new Problem({
      fr: `Aucun article « ${quote(id)} » pour ce public${hint.fr}`,
      en: `No article \`${quote(id)}\` for this audience${hint.en}`,
    });
  });
  const documents = [...new Set([...named, ...articlesOfReason(lang, options, source)])];
  const [first] = documents;
  if (!first)
    throw new Problem({
      fr: 'Aucun article, attendu : des identifiants, ou --reason CLÉ',
      en: 'No article, expected ids, or --reason KEY',
    });
  const reason = options.reason === undefined ? undefined : base.config.reasons[options.reason];
  const title = reason ? pickLabel(reason, lang, base.config.lang) : first.article.title;
  return { lang, title: options.title ?? title, documents };
}

/** Those in force for a contact reason and for the reasons below it, in the order in which they answer it. */
function articlesOfReason(
  lang: string,
  { reason }: PdfOptions,
  { base, isTheirs, session }: Source,
): ArticleDocument[] {
  if (reason === undefined) return [];
  const known = Object.keys(base.config.reasons);
  if (!known.includes(reason)) {
    const hint = didYouMean(reason, known);
    throw new Problem(
      {
        fr: `Motif inconnu « ${quote(reason)} »${hint.fr}`,
        en: `Unknown reason \`${quote(reason)}\`${hint.en}`,
      },
      '--reason',
    );
  }
  const family = [reason, ...reasonsBelow(base.config, reason)];
  const found = [...base.byId.values()].flatMap((languages) => languages.get(lang) ?? []);
  const inForce = found
    .filter((document) => document.article.reasons.some((own) => family.includes(own)) && isTheirs(document))
    .filter((document) => judgeAbsence(document, base, session.today) === undefined);
  return sortAnswers(family, inForce);
}

async function print(chosen: Chosen, file: string, source: Source, host: Host): Promise<number> {
  const { session, base, audience } = source;
  const paths = new Set(chosen.documents.map((document) => document.path));
  const printed: PrintedFile = await printArticles({
    ...chosen,
    base,
    audience,
    diagrams: await readDiagrams(base, paths),
    today: session.today,
    signal: host.signal,
  });
  await writePdf(file, printed.pdf, host);
  if (printed.firstPages.includes(undefined))
    tell({ fr: 'Sommaire sans numéros de page', en: 'Contents without page numbers' }, session, host);
  const { length } = chosen.documents;
  const counted = (lang: UiLanguage) =>
    `${countWords(length, 'article', lang)}, ${countWords(printed.pages, 'page', lang)}`;
  host.out(`${file}\n`);
  host.err(`${counted(session.lang)}\n`);
  return 0;
}

function addExportOptions(command: Command): Command {
  return addCommonOptions(command)
    .option(
      '--audience <name>',
      'only what readers of this audience may have (default: the most restricted one)',
    )
    .option('--language <code>', 'language of the articles (default: the configuration’s)');
}

export const addExportCommand: AddCommand = (program, host, finish) => {
  const parent = program.command('export').description('articles and training paths for elsewhere');
  addMacrosExport(parent, host, finish);
  addIvrExport(parent, host, finish);
  addJsonlExport(parent, host, finish);
  addZendeskExport(parent, host, finish);
  addExportOptions(
    parent.command('path <id>').description('a training path on paper, with contents and boxes to tick'),
  )
    .addOption(new Option('--pdf <file>', 'the file to write').makeOptionMandatory())
    .action(async (id: string, options: PathOptions) => {
      const source = await openSource(options, host);
      await checkPdfTarget(options.pdf, host);
      finish(await print(choosePath(id, options, source), options.pdf, source, host));
    });
  addExportOptions(
    parent.command('pdf [ids...]').description('articles on paper, with contents and page numbers'),
  )
    .addOption(new Option('--out <file>', 'the file to write').makeOptionMandatory())
    .option('--reason <key>', 'the articles in force for this contact reason')
    .option('--title <text>', 'title of the document')
    .action(async (ids: string[], options: PdfOptions) => {
      const source = await openSource(options, host);
      await checkPdfTarget(options.out, host);
      finish(await print(chooseArticles(ids, options, source), options.out, source, host));
    });
};
