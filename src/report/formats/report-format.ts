// What a report format is: one pure function from the report to text.
import type { UiLanguage } from '../../model/wording.ts';
import type { GroupKey, ReportLabels } from '../group-articles.ts';
import type { Report } from '../report.ts';

export interface ReportFormatOptions {
  readonly lang: UiLanguage;
  readonly color: boolean;
  /** Width of the terminal in columns. */
  readonly width: number;
  /** The configuration's names for the base, its owners and its contact reasons. */
  readonly labels: ReportLabels;
  /** Headings for what is to be updated. */
  readonly groupBy?: GroupKey | undefined;
  /** Show all that is to be updated, where a format would show the most urgent only. */
  readonly all?: boolean | undefined;
  /** Show what was edited since the validation, where a format would not. */
  readonly diffs?: boolean | undefined;
}

export type ReportFormat = (report: Report, options: ReportFormatOptions) => string;
