// `kb show`: an article's text, today's or that of a past day, with what it was worth then.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Document } from '../../content/document.ts';
import type { KnowledgeBase } from '../../content/knowledge-base.ts';
import { readKnowledgeBase } from '../../content/read-knowledge-base.ts';
import { type PastCommit, withPastBase } from '../../history/base-as-of.ts';
import { type FileVersion, readFileHistories } from '../../history/file-history.ts';
import { findPastPath, readPastFile } from '../../history/read-past-file.ts';
import type { IsoDate } from '../../model/iso-date.ts';
import { printable } from '../../model/printable.ts';
import { Problem } from '../../model/problem.ts';
import { trustWords, validityWords } from '../../model/state-words.ts';
import { judgeTrust } from '../../model/trust.ts';
import { judgeValidity } from '../../model/validity.ts';
import { valueOn } from '../../model/variable.ts';
import type { Wording } from '../../model/wording.ts';
import {
  addCommonOptions,
  type CommonOptions,
  openSession,
  parseDateOption,
  type Session,
} from '../common-options.ts';
import { findLanguages, noSuchArticle } from '../find-languages.ts';
import type { Host } from '../host.ts';
import type { AddCommand } from '../main.ts';
import { findCommitOf } from '../past-day.ts';
import { showText } from '../show-text.ts';

interface ShowCommandOptions extends CommonOptions {
  readonly asOf?: IsoDate | undefined;
  readonly language?: string | undefined;
}

/** The article that is asked for. */
interface Asked {
  readonly id: string;
  readonly language: string | undefined;
}

/** Where an article stood on a day. */
interface Found {
  readonly path: string;
  readonly document: Document | undefined;
  /** The base of that day; why it can't be read where there is none. */
  readonly base: KnowledgeBase | Problem;
  /** Languages of the article that are not shown. */
  readonly others: readonly string[];
}

/** That nobody can tell, and why. */
const unknownStates = ({ fr, en }: Wording): Wording => ({
  fr: `validité et approbation inconnues : ${fr}`,
  en: `validity and trust unknown: ${en}`,
});

/** What an article was worth on `day`, by the configuration of its base. */
function describeStates({ document, base }: Found, day: IsoDate): Wording {
  if (base instanceof Problem) return unknownStates(base.wording);
  const read = document?.article;
  if (read === undefined) return unknownStates({ fr: 'fichier illisible', en: 'unreadable file' });
  const { expiresRequired, dueWithin } = base.config.validity;
  const terms = { ...read, needsExpiry: expiresRequired.includes(read.type) };
  const [validity, trust] = [
    validityWords[judgeValidity(terms, day, dueWithin)],
    trustWords[judgeTrust(read)],
  ];
  return { fr: `${validity.fr}, ${trust.fr}`, en: `${validity.en}, ${trust.en}` };
}

function firstLine(found: Found, day: IsoDate, commit?: PastCommit): Wording {
  if (commit === undefined) return { fr: `${found.path}, ${day}`, en: `${found.path}, ${day}` };
  const id = commit.commit.slice(0, 10);
  return {
    fr: `${found.path}, le ${day} (commit ${id} du ${commit.day})`,
    en: `${found.path}, on ${day} (commit ${id} of ${commit.day})`,
  };
}

/** What the article's variables said on `day`; an empty list where it shows none. */
function describeValues({ document }: Found, day: IsoDate): Wording[] {
  const lang = document?.article?.lang;
  if (!document || lang === undefined) return [];
  return [...document.variables.values()].flatMap((variable) => {
    const value = valueOn(variable, lang, day);
    if (value === undefined) return [];
    return [{ fr: `{{${variable.name}}} : ${value}`, en: `{{${variable.name}}}: ${value}` }];
  });
}

/** What stderr says of the text on stdout, line by line. */
function describeFound(found: Found, asked: Asked, day: IsoDate, commit?: PastCommit): Wording[] {
  const id = found.document?.article?.id;
  const codes = found.others.join(', ');
  return [
    firstLine(found, day, commit),
    describeStates(found, day),
    ...describeValues(found, day),
    ...(id === undefined || id === asked.id ? [] : [{ fr: `identifiant : ${id}`, en: `id: ${id}` }]),
    ...(codes === '' ? [] : [{ fr: `aussi en ${codes} (--language)`, en: `also in ${codes} (--language)` }]),
  ];
}

/** Prints the text of the file, and what it was worth beside it. */
function show(text: string, description: readonly Wording[], session: Session, host: Host): void {
  for (const line of description) host.err(`${printable(session.say(line))}\n`);
  showText(text, host);
}

/** The article in `base` by id, former ids included. */
function findIn(base: KnowledgeBase, { id, language }: Asked): Found | undefined {
  const [document] = findLanguages(base, id, language);
  if (document === undefined) return undefined;
  const others = findLanguages(base, id, undefined).filter((other) => other !== document);
  return { path: document.path, document, base, others: others.map((other) => other.article.lang) };
}

function notYet(id: string, day: IsoDate, first: FileVersion | undefined): Problem {
  const since = {
    fr: first === undefined ? 'aucune version dans git' : `première version le ${first.commit.day}`,
    en: first === undefined ? 'no version in git' : `first version on ${first.commit.day}`,
  };
  return new Problem({
    fr: `Aucun article « ${id} » le ${day} ; ${since.fr}`,
    en: `No article \`${id}\` on ${day}; ${since.en}`,
  });
}

/** The article that is called so today, at the path that its file had in `commit`. Raises a `Problem` where it was not there. */
async function findByToday(
  asked: Asked,
  past: KnowledgeBase | Problem,
  day: IsoDate,
  { commit }: PastCommit,
  session: Session,
): Promise<Found> {
  const base = await readKnowledgeBase(session.root, session);
  const found = findIn(base, asked);
  if (found === undefined)
    throw noSuchArticle(past instanceof Problem ? base : past, asked.id, asked.language);
  const versions = (await readFileHistories(session.root, '.')).versions.get(found.path) ?? [];
  const path = await findPastPath(session.root, commit, versions);
  if (path === undefined) throw notYet(asked.id, day, versions.at(-1));
  const document = past instanceof Problem ? undefined : past.byPath.get(path);
  return { path, document, base: past, others: [] };
}

/** The base of `commit`, in memory; why it can't be read where that is so. */
async function readPastBase({ commit }: PastCommit, session: Session): Promise<KnowledgeBase | Problem> {
  try {
    return await withPastBase(session.root, commit, (folder) => readKnowledgeBase(folder, session));
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
}

async function showPast(asked: Asked, day: IsoDate, session: Session, host: Host): Promise<void> {
  const commit = await findCommitOf(day, session);
  const base = await readPastBase(commit, session);
  const inBase = base instanceof Problem ? undefined : findIn(base, asked);
  const found = inBase ?? (await findByToday(asked, base, day, commit, session));
  const bytes = await readPastFile(session.root, commit.commit, found.path);
  if (bytes === undefined) throw notYet(asked.id, day, undefined);
  show(bytes.toString('utf8'), describeFound(found, asked, day, commit), session, host);
}

async function runShow(id: string, options: ShowCommandOptions, host: Host): Promise<number> {
  const session = await openSession(options, host);
  const asked: Asked = { id, language: options.language };
  if (options.asOf !== undefined) {
    await showPast(asked, options.asOf, session, host);
    return 0;
  }
  const base = await readKnowledgeBase(session.root, session);
  const found = findIn(base, asked);
  if (found === undefined) throw noSuchArticle(base, id, options.language);
  const text = await readFile(path.join(session.root, found.path), 'utf8');
  show(text, describeFound(found, asked, session.today), session, host);
  return 0;
}

export const addShowCommand: AddCommand = (program, host, finish) => {
  addCommonOptions(
    program.command('show <id>').description('an article’s text, as it is or as it was on a day'),
  )
    .option('--as-of <date>', 'as it was when this day was over, YYYY-MM-DD', parseDateOption)
    .option('--language <code>', 'the article in this language (default: the base’s own language)')
    .action(async (id: string, options: ShowCommandOptions) => finish(await runShow(id, options, host)));
};
