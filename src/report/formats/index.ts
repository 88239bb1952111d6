// The report formats by name. Each is loaded when it is asked for: their libraries would cost every report a fifth of a second.
import type { ReportFormat } from './report-format.ts';

export const reportFormats: Readonly<Record<string, () => Promise<ReportFormat>>> = {
  table: async () => (await import('./table.ts')).formatTable,
  json: async () => (await import('./json.ts')).formatJson,
  csv: async () => (await import('./csv.ts')).formatCsv,
  md: async () => (await import('./md.ts')).formatMd,
  html: async () => (await import('./html.tsx')).formatHtml,
  ics: async () => (await import('./ics.ts')).formatIcs,
};
