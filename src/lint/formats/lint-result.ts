// What a lint format is given: plain data, so that a format is one pure function from it to text.
import type { Finding } from '../../model/finding.ts';
import type { IsoDate } from '../../model/iso-date.ts';
import type { UiLanguage } from '../../model/wording.ts';

export interface LintResult {
  readonly today: IsoDate;
  /** How many files were checked. */
  readonly articles: number;
  readonly findings: readonly Finding[];
  /** Text of each file that has findings, by path, for code frames and fingerprints. */
  readonly texts: ReadonlyMap<string, string>;
  /** Paths of all files that were checked, for formats that name the sound ones too. */
  readonly paths?: readonly string[] | undefined;
  /** How many of the findings `--fix` can mend. */
  readonly fixable?: number | undefined;
  /** How long the run took, in seconds. */
  readonly seconds?: number | undefined;
  /** Version of the program, for formats that name it. */
  readonly version?: string | undefined;
}

export interface FormatOptions {
  readonly lang: UiLanguage;
  readonly color: boolean;
  /** Width of the terminal in columns. */
  readonly width: number;
}

export type LintFormat = (result: LintResult, options: FormatOptions) => string;

/** How many findings have each severity. */
export function countSeverities(findings: readonly Finding[]): {
  errors: number;
  warnings: number;
  infos: number;
} {
  const count = (severity: Finding['severity']) => findings.filter((f) => f.severity === severity).length;
  return { errors: count('error'), warnings: count('warning'), infos: count('info') };
}
