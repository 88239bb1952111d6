// `--format json`: the versioned shape that other programs read (docs/formats.md).
import { nameOwner } from '../group-articles.ts';
import type { ReportedArticle } from '../report.ts';
import type { ReportFormat } from './report-format.ts';

const reportJsonVersion = 1;

/** Programs that want the edited lines ask git for them: here they would be most of the document. */
function withoutLines({ change, ...article }: ReportedArticle): object {
  return { ...article, change: change && { since: change.since ?? null, by: change.by ?? null } };
}

export const formatJson: ReportFormat = ({ today, owner, articles, ...report }, { labels, lang }) => {
  const owners = Object.fromEntries(
    Object.keys(labels.owners).map((key) => [key, nameOwner(key, labels, lang)]),
  );
  const document = { version: reportJsonVersion, today, owner, owners, ...report };
  return `${JSON.stringify({ ...document, articles: articles.map(withoutLines) }, null, 2)}\n`;
};
