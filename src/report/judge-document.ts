// One file of the base as the report shows it: both axes, how many meet it, and its place in the queue.
import { type Document, documentId } from '../content/document.ts';
import type { Config } from '../model/config.ts';
import { daysBetween } from '../model/iso-date.ts';
import { judgeTrust } from '../model/trust.ts';
import { judgeValidity } from '../model/validity.ts';
import { explainPriority } from './explain-priority.ts';
import { scoreArticle } from './priority.ts';
import type { ReportedArticle, ReportOptions } from './report.ts';

/** An article that has its score, and no rank yet. */
export type UnrankedArticle = Omit<ReportedArticle, 'priority'>;

const unreadable = {
  lang: null,
  title: null,
  type: null,
  owner: null,
  audience: [],
  reasons: [],
  validity: 'invalid',
  trust: 'invalid',
  expires: null,
  daysLeft: null,
  reviewed: null,
  validatedBy: null,
  validatedOn: null,
  contactsPerMonth: null,
  viewsPerMonth: null,
  openFeedback: null,
  change: null,
} as const;

/** Contacts a month for all of `reasons` together, to the whole contact. */
function sumContacts(reasons: readonly string[], volumes: ReportOptions['volumes']): number | null {
  if (volumes === undefined) return null;
  return Math.round([...new Set(reasons)].reduce((sum, reason) => sum + (volumes.get(reason) ?? 0), 0));
}

/** `terms` with the score that they come to. */
function withScore(terms: Omit<UnrankedArticle, 'score' | 'why'>): UnrankedArticle {
  const score = scoreArticle(terms);
  return Object.assign(terms, { score, why: explainPriority(terms, score) });
}

/** Judges `document` on `options.today`; `incomingLinks` other articles link to it. */
export function judgeDocument(
  document: Document,
  incomingLinks: number,
  config: Config,
  options: ReportOptions,
): UnrankedArticle {
  const { article, path } = document;
  const facts = { path, lastChanged: options.lastChanged.get(path) ?? null, incomingLinks };
  if (!article) return withScore({ id: documentId(document) ?? null, ...unreadable, ...facts });

  const { expiresRequired, dueWithin } = config.validity;
  const needsExpiry = expiresRequired.includes(article.type);
  const trust = judgeTrust(article);
  return withScore({
    id: article.id,
    lang: article.lang,
    title: article.title,
    type: article.type,
    owner: article.owner,
    audience: article.audience,
    reasons: article.reasons,
    validity: judgeValidity(
      { effective: article.effective, expires: article.expires, needsExpiry },
      options.today,
      options.dueWithin ?? dueWithin,
    ),
    trust,
    expires: article.expires ?? null,
    daysLeft: article.expires === undefined ? null : daysBetween(options.today, article.expires),
    reviewed: article.reviewed ?? null,
    validatedBy: article.validation?.by ?? null,
    validatedOn: article.validation?.on ?? null,
    contactsPerMonth: sumContacts(article.reasons, options.volumes),
    viewsPerMonth: options.views === undefined ? null : (options.views.get(path) ?? 0),
    openFeedback: options.feedback === undefined ? null : (options.feedback.get(path) ?? 0),
    change: trust === 'changed' ? (options.changes?.get(path) ?? null) : null,
    ...facts,
  });
}
