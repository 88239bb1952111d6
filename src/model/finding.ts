// One thing that `kb lint` has to say about a place in a file.
import type { Wording } from './wording.ts';

export const severities = ['error', 'warning', 'info'] as const;

export type Severity = (typeof severities)[number];

/** A place in a file; lines and columns count from 1, columns in UTF-16 code units; the end is exclusive. */
export interface Place {
  readonly line: number;
  readonly column: number;
  readonly endLine?: number | undefined;
  readonly endColumn?: number | undefined;
}

export interface Finding extends Place {
  /** Path of the file from the knowledge base's root, with `/`. */
  readonly path: string;
  readonly rule: string;
  readonly severity: Severity;
  readonly message: Wording;
  /** The article's id, where one could be read. */
  readonly id?: string | undefined;
}
