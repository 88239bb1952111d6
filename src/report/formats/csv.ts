// `--format csv`: one line per article for a spreadsheet, in which no cell can act.
import { stringify } from 'csv-stringify/sync';
import { legible } from '../../model/legible.ts';
import type { UiLanguage } from '../../model/wording.ts';
import type { ReportedArticle } from '../report.ts';
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
  'openFeedback',
] as const;

/** Signs with which a spreadsheet takes a cell for a formula, as wide as they come (CWE-1236). */
const formulaSigns = '[=+\\-@\\uFF1D\\uFF0B\\uFF0D\\uFF20]';

// Spaces and characters without width are passed over by some: what follows is the first sign all the same.
const formulaStart = new RegExp(`^(?=[\\s\\p{Cf}]*${formulaSigns})`, 'u');

// A spreadsheet whose system has another list separator cuts cells there, within quotes too.
const formulaAfterSeparator = new RegExp(`([;|])(?=["\\s\\p{Cf}]*${formulaSigns})`, 'gu');

/** `text` on one line, with an apostrophe before whatever a spreadsheet would take for a formula. */
function makeInert(text: string): string {
  return legible(text)
    .replace(/[\t\r\n]+/g, ' ')
    .replace(formulaStart, "'")
    .replace(formulaAfterSeparator, "$1'");
}

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
  stringify(
    articles.map((article) => toRow(article, lang)),
    {
      // The mark by which Excel knows UTF-8.
      bom: true,
      header: true,
      columns: [...columns],
      record_delimiter: '\r\n',
      cast: { string: makeInert },
    },
  );
