// The report that a person asked for: from the base, from what git knows of it, and from the files that the options name.
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Document } from '../content/document.ts';
import { isArticleDocument, type KnowledgeBase } from '../content/knowledge-base.ts';
import { lateMarkdownParser } from '../content/markdown-parser.ts';
import { readKnowledgeBase } from '../content/read-knowledge-base.ts';
import { countViews } from '../field/build-usage.ts';
import { countOpenFeedback } from '../field/count-open-feedback.ts';
import { readLedger } from '../field/ledger.ts';
import { readFeedback } from '../field/read-feedback.ts';
import { usageLedger } from '../field/usage-ledger.ts';
import { createChangeSearch } from '../history/change-search.ts';
import { type FileHistories, lastChangedOf } from '../history/file-history.ts';
import type { Period } from '../model/iso-date.ts';
import { printable } from '../model/printable.ts';
import { compareReports } from '../report/compare-reports.ts';
import { countIncomingLinks, type PlainLinks, plainLinksOf } from '../report/count-incoming-links.ts';
import { buildReport, type Report } from '../report/report.ts';
import type { Session } from './common-options.ts';
import { tellFieldProblems } from './field-problems.ts';
import type { Host } from './host.ts';
import type { Since } from './read-past-report.ts';
import { checkOwner } from './select-articles.ts';

export interface ReportRequest {
  readonly dueWithin?: Period | undefined;
  readonly owner?: string | undefined;
  /** A CSV of contacts. */
  readonly volumes?: string | undefined;
  readonly since?: Since | undefined;
  /** Whether the lines that were edited since a validation will be shown. */
  readonly withLines: boolean;
}

/**
 * Reads the base and judges it with what git knows of it, of which `asked` is the answer to come; tells on stderr what
 * git can't. Raises a `Problem` on an owner, a file or a moment that there is not.
 */
export async function readReport(
  { dueWithin, owner, volumes: file, since, withLines }: ReportRequest,
  asked: Promise<FileHistories>,
  session: Session,
  host: Host,
): Promise<Report> {
  checkOwner(owner, session);
  const volumes =
    file === undefined
      ? undefined
      : await (await import('./read-volumes.ts')).readVolumes(file, session, host);
  const { parse, load } = lateMarkdownParser(session.parser);
  const links = new Map<Document, PlainLinks | undefined>();
  const search = createChangeSearch(session, asked, parse, { withLines });
  const base = await readKnowledgeBase(session.root, {
    parse,
    knownConfig: session.config,
    forgetTexts: true,
    onDocument: async (document) => {
      links.set(document, plainLinksOf(document));
      if (isArticleDocument(document)) search.add(document);
    },
  });
  const histories = await asked;
  // What git is asked of the last articles, it looks up while links are counted here: it has to be asked first.
  await nextTurn();
  if ([...links.values()].includes(undefined)) await load();
  const incomingLinks = countIncomingLinks(base, links);
  const feedback = await readRemarks(base, session, host);
  const usage = await readLedger(session.root, usageLedger);
  tellFieldProblems(usage.problems, session, host);
  if (histories.reason !== undefined) {
    const { fr, en } = histories.reason;
    const unknown = {
      fr: `${fr} ; date de dernière modification inconnue`,
      en: `${en}; the day of the last change is unknown`,
    };
    host.err(`kb: ${printable(session.say(unknown))}\n`);
  }
  const report = buildReport(base, {
    today: session.today,
    lastChanged: lastChangedOf(histories),
    changes: await search.changes(),
    incomingLinks,
    volumes,
    feedback,
    views: countViews(usage.entries, base, session.today),
    dueWithin,
    owner,
  });
  if (since === undefined) return report;
  const { readPastReport } = await import('./read-past-report.ts');
  const past = await readPastReport(since, session, { dueWithin, owner });
  return { ...report, since: compareReports(past, report) };
}

/** Open remarks by path; undefined where none were ever collected. */
async function readRemarks(
  base: KnowledgeBase,
  session: Session,
  host: Host,
): Promise<ReadonlyMap<string, number> | undefined> {
  const { files, problems } = await readFeedback(session.root);
  tellFieldProblems(problems, session, host);
  return files.length + problems.length === 0 ? undefined : countOpenFeedback(files, base);
}
