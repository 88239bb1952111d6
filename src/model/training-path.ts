// A training path: what a newcomer reads, follows and answers, in this order.
import type { IsoDate } from './iso-date.ts';
import type { Label } from './wording.ts';

export interface PathStep {
  /** The article's id. */
  readonly id: string;
  /** Whether the article's guide is to be followed, not only read. */
  readonly guide: boolean;
}

export interface TrainingPath {
  /** The file's name without `.yaml`: the page is `<lang>/path/<id>.html`. */
  readonly id: string;
  readonly title: Label;
  /** A key of the configuration's owners. */
  readonly owner: string;
  /** Whom it is for. */
  readonly audience: readonly string[];
  readonly steps: readonly PathStep[];
  /** First and last day of a contest between the roster's teams. */
  readonly challenge?: { readonly from: IsoDate; readonly until: IsoDate } | undefined;
}

/** The address of a path's page in `lang`, from the site's root. */
export function pathUrl(id: string, lang: string): string {
  return `${lang}/path/${id}.html`;
}
