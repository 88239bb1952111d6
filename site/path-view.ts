// What `publish` hands to the layouts of training paths.
import type { IsoDate } from '../src/model/iso-date.ts';
import type { ArticleCard, PageView, SiteLink } from './view.ts';

/** A training path in a list. */
export interface PathLink extends SiteLink {
  readonly steps: number;
}

export interface PathStepView {
  readonly card: ArticleCard;
  /** Where the article's guide opens, for a step that follows it. */
  readonly guideUrl?: string | undefined;
}

/** A training path. */
export interface PathView extends PageView {
  readonly kind: 'path';
  readonly id: string;
  /** Undefined where readers are not told. */
  readonly owner?: string | undefined;
  /** The words that invite to follow a guide. */
  readonly follow: string;
  readonly steps: readonly PathStepView[];
  readonly challenge?: { readonly from: IsoDate; readonly until: IsoDate } | undefined;
}
