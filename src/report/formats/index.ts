// The report formats by name.
import { formatJson } from './json.ts';
import type { ReportFormat } from './report-format.ts';
import { formatTable } from './table.ts';

export const reportFormats: Readonly<Record<string, ReportFormat>> = {
  table: formatTable,
  json: formatJson,
};
