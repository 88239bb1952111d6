// The pages that list articles: of a category, a contact reason, an owner or a tag.
import type { Period } from '../src/model/iso-date.ts';
import type { ArticleCard, CountedLink, PageView } from './view.ts';

/** What the page of a contact reason says of what the team aims at. */
export interface ReasonTargetsView {
  readonly contacts?: number | undefined;
  readonly resolveWithin?: Period | undefined;
  /** In the page's language where there is one in it. */
  readonly escalation?: string | undefined;
}

/** A page of a category's, a contact reason's, an owner's or a tag's articles. */
export interface ListView extends PageView {
  readonly kind: 'list';
  readonly of: 'category' | 'reason' | 'owner' | 'tag';
  readonly intro?: string | undefined;
  readonly targets?: ReasonTargetsView | undefined;
  /** What else a contact reason is called. */
  readonly keywords?: readonly string[] | undefined;
  readonly children: readonly CountedLink[];
  readonly articles: readonly ArticleCard[];
  /** Articles of the contact reasons below this one, after its own. */
  readonly below: readonly ArticleCard[];
  /** Long lists are cut into pages, so that no page grows with the base. */
  readonly page: number;
  readonly pages: number;
  readonly previousUrl?: string | undefined;
  readonly nextUrl?: string | undefined;
  readonly total: number;
}
