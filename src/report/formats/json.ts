// `--format json`: the versioned shape that other programs read (docs/formats.md).
import type { ReportFormat } from './report-format.ts';

const reportJsonVersion = 1;

export const formatJson: ReportFormat = (report) =>
  `${JSON.stringify({ version: reportJsonVersion, ...report }, null, 2)}\n`;
