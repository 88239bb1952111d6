// `kb feedback`: what readers said, brought in, listed, answered and closed.
import { type Command, Option } from 'commander';
import { diffText } from '../../content/diff-text.ts';
import { readKnowledgeBase } from '../../content/read-knowledge-base.ts';
import { editFeedbackFile, type FeedbackEdit } from '../../field/edit-feedback-file.ts';
import { readLedger } from '../../field/ledger.ts';
import { type FeedbackFilter, listFeedback } from '../../field/list-feedback.ts';
import { type FeedbackFile, readFeedback } from '../../field/read-feedback.ts';
import { type Vote, voteLedger } from '../../field/vote-ledger.ts';
import { writeChanges } from '../../field/write-changes.ts';
import { findPastCommit } from '../../history/base-as-of.ts';
import { readGitSetting } from '../../history/git-settings.ts';
import { feedbackStates } from '../../model/feedback-record.ts';
import type { IsoDate } from '../../model/iso-date.ts';
import { Problem } from '../../model/problem.ts';
import {
  addCommonOptions,
  type CommonOptions,
  openSession,
  parseDateOption,
  type Session,
} from '../common-options.ts';
import { tellFieldProblems } from '../field-problems.ts';
import {
  type FeedbackFormat,
  formatFeedbackCsv,
  formatFeedbackItem,
  formatFeedbackJson,
  formatFeedbackTable,
  type VoteCount,
} from '../format-feedback.ts';
import { type Host, wantsColor } from '../host.ts';
import { type ImportOptions, importItems, readSources } from '../import-items.ts';
import type { AddCommand } from '../main.ts';
import { addPullOptions, type PullOptions, pullItems } from '../pull-items.ts';
import { readInput } from '../read-input.ts';
import { checkOwner } from '../select-articles.ts';
import { showText } from '../show-text.ts';

interface ListOptions extends CommonOptions, FeedbackFilter {
  readonly format: string;
}

interface EditOptions extends CommonOptions {
  readonly by?: string | undefined;
  readonly on?: IsoDate | undefined;
  readonly dryRun?: true | undefined;
}

interface ReplyOptions extends EditOptions {
  readonly text: string;
}

interface CloseOptions extends EditOptions {
  readonly commit?: string | undefined;
}

const formats: Readonly<Record<string, FeedbackFormat>> = {
  table: formatFeedbackTable,
  json: formatFeedbackJson,
  csv: formatFeedbackCsv,
};

function countVotes(votes: readonly Vote[], article: string | undefined): VoteCount[] {
  const counts = new Map<string, { id: string; lang: string; helpful: number; unhelpful: number }>();
  for (const { about, verdict } of votes) {
    if (article !== undefined && about.id !== article) continue;
    const name = `${about.lang}/${about.id}`;
    const count = counts.get(name) ?? { id: about.id, lang: about.lang, helpful: 0, unhelpful: 0 };
    count[verdict]++;
    counts.set(name, count);
  }
  return [...counts.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, count]) => count);
}

async function runImport(
  files: readonly string[],
  options: CommonOptions & ImportOptions,
  host: Host,
): Promise<number> {
  const session = await openSession(options, host);
  return importItems(await readSources(files, host), options, session, host);
}

async function runList(options: ListOptions, host: Host): Promise<number> {
  const session = await openSession(options, host);
  checkOwner(options.owner, session);
  const [base, feedback, votes] = await Promise.all([
    readKnowledgeBase(session.root, { parser: session.parser, knownConfig: session.config }),
    readFeedback(session.root),
    readLedger(session.root, voteLedger),
  ]);
  tellFieldProblems([...feedback.problems, ...votes.problems], session, host);
  const { today, lang } = session;
  const list = {
    today,
    items: listFeedback(feedback.files, base, today, lang, options),
    votes:
      options.state === undefined && options.owner === undefined
        ? countVotes(votes.entries, options.article)
        : [],
  };
  host.out(
    formats[options.format]?.(list, {
      lang,
      color: wantsColor(host.env, host.outIsTerminal),
      width: host.width,
    }) ?? '',
  );
  return 0;
}

/** The remark whose key begins with `prefix`. Raises a `Problem` where there is none, or more than one. */
function findRemark(files: readonly FeedbackFile[], prefix: string): FeedbackFile {
  const found = files.filter(({ record }) => record.item.key.startsWith(prefix));
  const exact = found.find(({ record }) => record.item.key === prefix);
  const [first, ...others] = found;
  if (exact ?? (first && others.length === 0 && prefix.length >= 4)) return (exact ?? first) as FeedbackFile;
  throw new Problem(
    found.length > 0
      ? {
          fr: `Clé « ${prefix} » trop courte, attendu : le début d’une seule clé, 4 signes au moins`,
          en: `Key \`${prefix}\` is too short, expected the beginning of one key alone, 4 characters at least`,
        }
      : {
          fr: `Aucun signalement « ${prefix} », attendu : une clé de « kb feedback list »`,
          en: `No remark \`${prefix}\`, expected a key of \`kb feedback list\``,
        },
  );
}

async function runShow(key: string, options: CommonOptions, host: Host): Promise<number> {
  const session = await openSession(options, host);
  const [base, { files, problems }] = await Promise.all([
    readKnowledgeBase(session.root, { parser: session.parser, knownConfig: session.config }),
    readFeedback(session.root),
  ]);
  tellFieldProblems(problems, session, host);
  const { today, lang } = session;
  for (const item of listFeedback([findRemark(files, key)], base, today, lang))
    host.out(
      formatFeedbackItem(item, { lang, color: wantsColor(host.env, host.outIsTerminal), width: host.width }),
    );
  return 0;
}

/** Who answers: who is named, else git's `user.name`. */
async function nameWriter({ by }: EditOptions, { root }: Session): Promise<string> {
  const name = by ?? (await readGitSetting(root, 'user.name'));
  if (name !== undefined && name.trim() !== '') return name.trim();
  throw new Problem({
    fr: 'Aucun nom, attendu : --by NOM, ou user.name de git',
    en: 'No name, expected --by NAME, or git’s user.name',
  });
}

async function editRemark(
  key: string,
  options: EditOptions,
  edit: (session: Session) => Promise<FeedbackEdit>,
  host: Host,
): Promise<number> {
  const session = await openSession(options, host);
  const { files, problems } = await readFeedback(session.root);
  tellFieldProblems(problems, session, host);
  const { path, text, record } = findRemark(files, key);
  const planned = await edit(session);
  if ('closed' in planned && record.closed) {
    const { by, on } = record.closed;
    throw new Problem({ fr: `Déjà clos par ${by} le ${on}`, en: `Already closed by ${by} on ${on}` }, path);
  }
  const after = editFeedbackFile(path, text, planned);
  if (options.dryRun) showText(diffText(path, text, after), host);
  else {
    await writeChanges(session.root, [{ path, before: text, after }]);
    host.out(`${path}\n`);
  }
  return 0;
}

async function runReply(key: string, options: ReplyOptions, host: Host): Promise<number> {
  const given = options.text === '-' ? await readInput('-', host) : options.text;
  const text = given.replace(/\r\n?/g, '\n').trim();
  if (text === '')
    throw new Problem({ fr: 'Réponse vide, attendu : un texte', en: 'Empty reply, expected a text' });
  const edit = async (session: Session) => ({
    reply: { by: await nameWriter(options, session), on: options.on ?? session.today, text },
  });
  return editRemark(key, options, edit, host);
}

/** The commit that `--commit` names. Raises a `Problem` where git does not know it. */
async function findCommit(ref: string | undefined, { root, config }: Session): Promise<string | undefined> {
  if (ref === undefined) return undefined;
  const found = await findPastCommit(root, { ref, timezone: config.timezone });
  if ('reason' in found) throw new Problem(found.reason, '--commit');
  return found.commit.slice(0, 12);
}

async function runClose(key: string, options: CloseOptions, host: Host): Promise<number> {
  const edit = async (session: Session) => {
    const commit = await findCommit(options.commit, session);
    const closed = { by: await nameWriter(options, session), on: options.on ?? session.today };
    return { closed: commit === undefined ? closed : { ...closed, commit } };
  };
  return editRemark(key, options, edit, host);
}

function addEditOptions(command: Command): Command {
  return addCommonOptions(command)
    .option('--by <name>', 'who answers (default: git’s user.name)')
    .option('--on <date>', 'the day, YYYY-MM-DD (default: today)', parseDateOption)
    .option('--dry-run', 'show the change and write nothing');
}

export const addFeedbackCommand: AddCommand = (program, host, finish) => {
  const feedback = program.command('feedback').description('what readers said: import, list, answer, close');
  addCommonOptions(
    feedback
      .command('import <files...>')
      .description('bring in what readers exported (- for standard input)'),
  )
    .option('--reader <key>', 'in whose name receipts count that name nobody')
    .option('--dry-run', 'tell what would be added and write nothing')
    .action(async (files: string[], options: CommonOptions & ImportOptions) =>
      finish(await runImport(files, options, host)),
    );
  addPullOptions(feedback.command('pull').description('bring in what readers sent to the server')).action(
    async (options: PullOptions) => finish(await pullItems(['feedback'], importItems, options, host)),
  );
  addCommonOptions(feedback.command('list').description('the remarks, oldest first'))
    .addOption(new Option('--format <name>', 'output format').choices(Object.keys(formats)).default('table'))
    .addOption(new Option('--state <state>', 'only the remarks in this state').choices(feedbackStates))
    .option('--owner <key>', 'only remarks on the articles of this owner')
    .option('--article <id>', 'only remarks on this article')
    .action(async (options: ListOptions) => finish(await runList(options, host)));
  addCommonOptions(
    feedback
      .command('show <key>')
      .description('one remark with its answers; the beginning of its key is enough'),
  ).action(async (key: string, options: CommonOptions) => finish(await runShow(key, options, host)));
  addEditOptions(feedback.command('reply <key>').description('answer a remark'))
    .requiredOption('--text <text>', 'the answer (- for standard input)')
    .action(async (key: string, options: ReplyOptions) => finish(await runReply(key, options, host)));
  addEditOptions(feedback.command('close <key>').description('a remark is settled'))
    .option('--commit <ref>', 'the commit that mended the article')
    .action(async (key: string, options: CloseOptions) => finish(await runClose(key, options, host)));
};
