// Where an article stands in approval: a validation counts only for the very content whose digest it names.
import type { IsoDate } from './iso-date.ts';

/** The states of the approval axis, in the order in which reports list them. */
export const trusts = ['unvalidated', 'changed', 'draft', 'validated', 'archived'] as const;

export type Trust = (typeof trusts)[number];

export const statuses = ['draft', 'published', 'archived'] as const;

export type Status = (typeof statuses)[number];

/** `sha256:` and 64 hexadecimal digits over an article's canonical form. */
export type Digest = `sha256:${string}`;

/** What `kb validate` writes: who answered for which content on which day. */
export interface Validation {
  readonly by: string;
  readonly on: IsoDate;
  readonly digest: string;
}

export interface TrustTerms {
  readonly status: Status;
  readonly validation?: Validation | undefined;
  readonly digest: Digest;
}

/** The trust that an article has earned; `changed` when it was edited after its validation. */
export function judgeTrust(terms: TrustTerms): Trust {
  if (terms.status === 'archived') return 'archived';
  if (terms.status === 'draft') return 'draft';
  if (terms.validation === undefined) return 'unvalidated';
  return terms.validation.digest === terms.digest ? 'validated' : 'changed';
}
