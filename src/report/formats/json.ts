// `--format json`: the versioned shape that other programs read (docs/formats.md).
import type { ReportedArticle } from '../report.ts';
import type { ReportFormat } from './report-format.ts';

const reportJsonVersion = 1;

/** Programs that want a diff ask git for it: here it would be most of the document. */
function withoutDiff({ change, ...article }: ReportedArticle): object {
  return { ...article, change: change && { since: change.since, by: change.by } };
}

export const formatJson: ReportFormat = ({ articles, ...report }) =>
  `${JSON.stringify({ version: reportJsonVersion, ...report, articles: articles.map(withoutDiff) }, null, 2)}\n`;
