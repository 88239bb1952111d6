// What a report format is: one pure function from the report to text.
import type { UiLanguage } from '../../model/wording.ts';
import type { Report } from '../report.ts';

export interface ReportFormatOptions {
  readonly lang: UiLanguage;
  readonly color: boolean;
  /** Width of the terminal in columns. */
  readonly width: number;
}

export type ReportFormat = (report: Report, options: ReportFormatOptions) => string;
