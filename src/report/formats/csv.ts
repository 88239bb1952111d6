// `--format csv`: one line per article for a spreadsheet, in which no cell can act.
import type { UiLanguage } from '../../model/wording.ts';
import type { ReportedArticle } from '../report.ts';
import { formatInertCsv } from './inert-csv.ts';
import type { ReportFormat } from './report-format.ts';

/** Columns by the names of the JSON's keys; lists are joined with a space, since no key of the configuration holds one. */
const columns = [
  'priority',
  'score',
  'why',
  'id',
  'lang',
  'title',
  'path',
  'type',
  'owner',
  'audience',
  'reasons',
  'validity',
  'trust',
  'expires',
  'daysLeft',
  'reviewed',
  'validatedBy',
  'validatedOn',
  'lastChanged',
  'changedSince',
  'changedBy',
  'incomingLinks',
  'contactsPerMonth',
  'viewsPerMonth',
  'openFeedback',
] as const;

function toRow(
  article: ReportedArticle,
  lang: UiLanguage,
): Readonly<Record<(typeof columns)[number], unknown>> {
  const { why, audience, reasons, change, ...rest } = article;
  return {
    ...rest,
    why: why[lang],
    audience: audience.join(' '),
    reasons: reasons.join(' '),
    changedSince: change?.since,
    changedBy: change?.by,
  };
}

export const formatCsv: ReportFormat = ({ articles }, { lang }) =>
  formatInertCsv(
    columns,
    articles.map((article) => toRow(article, lang)),
  );
