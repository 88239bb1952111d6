// `kb history`: an article's life in words, as git tells it.
import { diffText } from '../../content/diff-text.ts';
import { fragmentsFolder } from '../../content/fragments.ts';
import type { ArticleDocument, KnowledgeBase } from '../../content/knowledge-base.ts';
import { loadMarkdownParser, type ParseMarkdown } from '../../content/markdown-parser.ts';
import { variablesFile } from '../../content/parse-variables.ts';
import { readKnowledgeBase } from '../../content/read-knowledge-base.ts';
import { describeVariables } from '../../content/used-variables.ts';
import { describeLife } from '../../history/describe-life.ts';
import { type FileVersion, readFileHistories } from '../../history/file-history.ts';
import { type ChangeSinceValidation, findValidatedVersions } from '../../history/find-validated-version.ts';
import { formatLife, wrapText } from '../../history/format-life.ts';
import { readLife } from '../../history/read-life.ts';
import { printable } from '../../model/printable.ts';
import { judgeTrust } from '../../model/trust.ts';
import type { Wording } from '../../model/wording.ts';
import { addCommonOptions, type CommonOptions, openSession, type Session } from '../common-options.ts';
import { findLanguages, noSuchArticle } from '../find-languages.ts';
import type { Host } from '../host.ts';
import type { AddCommand } from '../main.ts';
import { showText } from '../show-text.ts';

interface HistoryCommandOptions extends CommonOptions {
  readonly language?: string | undefined;
  readonly diff?: true | undefined;
}

/** What the life of every article is told with. */
interface Telling {
  readonly base: KnowledgeBase;
  readonly parse: ParseMarkdown;
  readonly session: Session;
  readonly width: number;
}

/** Widest table, in columns: longer lines are hard to read, whatever the terminal. */
const widest = 80;

/** Whether the article changed since its validation, and since when. */
function describeChange(
  { article }: ArticleDocument,
  change: ChangeSinceValidation | undefined,
): Wording | undefined {
  const { validation } = article;
  if (validation === undefined || judgeTrust(article) !== 'changed') return undefined;
  const { by, on } = validation;
  if (change === undefined)
    return {
      fr: `À revalider : le texte validé par ${by} le ${on} n’est dans aucun commit`,
      en: `To revalidate: the text that ${by} validated on ${on} is in no commit`,
    };
  if (change.since === undefined)
    return {
      fr: `À revalider : modifié depuis la validation par ${by} (${on}), pas encore dans un commit`,
      en: `To revalidate: changed since the validation by ${by} (${on}), not in a commit yet`,
    };
  return {
    fr: `À revalider : modifié le ${change.since} par ${change.by} depuis la validation par ${by} (${on})`,
    en: `To revalidate: changed on ${change.since} by ${change.by} since the validation by ${by} (${on})`,
  };
}

/** The life of one article, a heading before it. */
async function renderLife(
  document: ArticleDocument,
  versions: readonly FileVersion[],
  change: ChangeSinceValidation | undefined,
  { base, parse, session, width }: Telling,
): Promise<string> {
  const { article, path } = document;
  const life = await readLife(base, document, versions, parse);
  const columns = Math.min(width, widest);
  const events = formatLife(describeLife(life), { lang: session.lang, width: columns });
  const since = describeChange(document, change);
  const changed = since === undefined ? [] : wrapText(printable(session.say(since)), columns);
  const heading = `${printable(`${article.id} (${article.lang}) – ${article.title}`)}\n${printable(path)}\n`;
  return `${heading}${events}${changed.map((line) => `${line}\n`).join('')}`;
}

/** The unified diff of an article's file, of each fragment that it includes, and of the values that it shows. */
function diffWithShared(before: ArticleDocument, after: ArticleDocument): string {
  const textOf = (document: ArticleDocument, id: string) => {
    const content = document.included.get(id)?.content;
    return content?.ok ? content.text : '';
  };
  const ids = [...new Set([...before.included.keys(), ...after.included.keys()])].sort();
  const fragments = ids.map((id) =>
    diffText(`${fragmentsFolder}/${id}.md`, textOf(before, id), textOf(after, id)),
  );
  const valuesOf = ({ article, variables }: ArticleDocument) =>
    describeVariables(variables, article.lang)
      .map((line) => `${line}\n`)
      .join('');
  const values = diffText(variablesFile, valuesOf(before), valuesOf(after));
  return [diffText(after.path, before.text, after.text), ...fragments, values].join('');
}

async function runHistory(id: string, options: HistoryCommandOptions, host: Host): Promise<number> {
  const session = await openSession(options, host);
  const [histories, base] = await Promise.all([
    readFileHistories(session.root, '.'),
    readKnowledgeBase(session.root, session),
  ]);
  const documents = findLanguages(base, id, options.language);
  if (documents.length === 0) throw noSuchArticle(base, id, options.language);
  if (histories.reason !== undefined) {
    const { fr, en } = histories.reason;
    host.err(`kb: ${printable(session.say({ fr: `${fr} ; vie inconnue`, en: `${en}; life unknown` }))}\n`);
    return 0;
  }
  const { parse } = await loadMarkdownParser(session.parser);
  const changes = await findValidatedVersions(base, documents, histories, parse);
  for (const [at, document] of documents.entries()) {
    if (at > 0) host.out('\n');
    const change = changes.get(document.path);
    const versions = histories.versions.get(document.path) ?? [];
    host.out(await renderLife(document, versions, change, { base, parse, session, width: host.width }));
    if (options.diff && change) showText(`\n${diffWithShared(change.validated, document)}`, host);
  }
  return 0;
}

export const addHistoryCommand: AddCommand = (program, host, finish) => {
  addCommonOptions(
    program.command('history <id>').description('an article’s life in words, as git tells it, newest first'),
  )
    .option('--language <code>', 'only the article in this language (default: every language)')
    .option('--diff', 'also the difference between the validated text and today’s')
    .action(async (id: string, options: HistoryCommandOptions) =>
      finish(await runHistory(id, options, host)),
    );
};
