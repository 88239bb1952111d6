// What `publish` hands to the layouts: plain data, already decided, so that a component only has to show it.
import type { ArticleType } from '../src/model/article.ts';
import type { Capped } from '../src/model/capped.ts';
import type { FollowUp } from '../src/model/follow-up.ts';
import type { IsoDate, Period } from '../src/model/iso-date.ts';
import type { QuizSettings } from '../src/model/quiz.ts';
import type { Digest, Trust } from '../src/model/trust.ts';
import type { Validity } from '../src/model/validity.ts';
import type { ArticleFieldView, FeedbackPageView, FieldView, InboxView } from './field-view.ts';
import type { HealthFigures, Mention } from './health-figures.ts';
import type { KeypadData } from './keypad-data.ts';
import type { ListView } from './list-view.ts';
import type { NewsPageView, NewsView } from './news-view.ts';
import type { PathLink, PathView } from './path-view.ts';
import type { SiteAssets } from './site-assets.ts';
import type { UsageView } from './usage-figures.ts';

/** A link inside the site: `url` counts from the site's root (`fr/some-id.html`, `index.html#x`). */
export interface SiteLink {
  readonly url: string;
  readonly label: string;
}

/** A link with the number of articles behind it. */
export interface CountedLink extends SiteLink {
  readonly count: number;
  readonly hint?: string | undefined;
}

/** What the browser needs to judge an article's validity again on the reader's clock. */
export interface ValidityView {
  readonly state: Validity;
  readonly effective?: IsoDate | undefined;
  readonly expires?: IsoDate | undefined;
  readonly needsExpiry: boolean;
}

/** An article in a list. */
export interface ArticleCard extends SiteLink {
  readonly id: string;
  /** Language of the article, which may differ from the page's. */
  readonly lang: string;
  readonly type: ArticleType;
  readonly summary?: string | undefined;
  readonly owner?: string | undefined;
  readonly validity: ValidityView;
  readonly trust: Trust;
}

/** What every page of one site shares. */
export interface SiteView {
  readonly name: string;
  /** Name of the knowledge base, by which what readers say finds it again. */
  readonly base: string;
  /** Whether readers are told who answers for an article and who validated it. */
  readonly tellsTeam: boolean;
  /** Where the site will be, ending in `/`, where the build was told: what a search engine reads names whole addresses. */
  readonly baseUrl?: string | undefined;
  readonly timezone: string;
  /** The `due_within` period as written, such as `30d`. */
  readonly dueWithin: string;
  /** The age from which the base says that it is old, as written, such as `30d`. */
  readonly staleAfter: string;
  /** Whether the site on a web server can be read offline. */
  readonly offline?: boolean | undefined;
  /** The day on which validity was judged when the site was built. */
  readonly builtOn: IsoDate;
  /** Languages that have pages, the default one first. */
  readonly languages: readonly string[];
  /** Content-hashed or plain asset paths from the site's root. */
  readonly assets: SiteAssets;
  /** Whether the site has the page of what readers use, at `<lang>/usage/index.html`: where anything was counted. */
  readonly usage?: boolean | undefined;
  /** Set where pages have the bar of what is known of a contact; `source` is the service that they may ask, `listens` says whether pages of other tools may hand values over. */
  readonly context?: { readonly source?: string | undefined; readonly listens: boolean } | undefined;
  /** Where case notes may be sent, and its name by language; undefined where they go nowhere. */
  readonly webhook?:
    | { readonly url: string; readonly timeout: number; readonly names: Readonly<Record<string, string>> }
    | undefined;
  /** Whether the site has the health page, at `<lang>/health.html`: only the most restricted audience's has. */
  readonly health: boolean;
  /** Whether the site shows how the base was on the day `builtOn`, for reference: every page says so, and no clock judges it again. */
  readonly asOf?: boolean | undefined;
  /** How what readers say leaves their devices; undefined where nothing is collected. */
  readonly field?: FieldView | undefined;
  /** Whether pages lead to announcements and count those that are unread: everywhere but in a site of a past day. */
  readonly inbox?: boolean | undefined;
  /** The team's own picture in the place of ours. */
  readonly logo?: LogoView | undefined;
  /** The team's own colour: a style sheet after the site's, by its path from the site's root. */
  readonly brandStyle?: string | undefined;
  /** E-mail address or page of those who write the articles. */
  readonly contact?: string | undefined;
  /** Set by `kb dev`: a script that reloads the page and shows findings over it. */
  readonly devScript?: string | undefined;
}

/** A picture whose size is known before it is there. */
export interface LogoView {
  /** Path from the site's root. */
  readonly url: string;
  /** In pixels. */
  readonly width: number;
  readonly height: number;
}

/** What the shell around every page needs. */
export interface PageView {
  readonly site: SiteView;
  /** Language of the page's own words. */
  readonly lang: string;
  /** The page's address from the site's root, such as `fr/id.html`. */
  readonly url: string;
  /** Way back to the site's root: '' for a page at the root, '../' one folder down, '../../' two. */
  readonly root: string;
  readonly title: string;
  readonly description?: string | undefined;
  /** From the home page down to the parent of this page. */
  readonly trail: readonly SiteLink[];
  /** The same page in the other languages. */
  readonly translations: readonly { readonly lang: string; readonly url: string }[];
}

export interface HomeView extends PageView {
  readonly kind: 'home';
  readonly total: number;
  readonly announcements: readonly ArticleCard[];
  /** The news of the last seven days, the latest first. */
  readonly week: Capped<NewsView>;
  /** The page of all news. */
  readonly newsUrl: string;
  /** The first training paths. */
  readonly paths?: readonly PathLink[] | undefined;
  readonly reasons: readonly CountedLink[];
  readonly categories: readonly CountedLink[];
  readonly owners: readonly CountedLink[];
}

export interface TocEntry {
  readonly depth: number;
  readonly text: string;
  readonly slug: string;
}

export interface ArticleView extends PageView, ArticleFieldView {
  readonly kind: 'article';
  readonly id: string;
  readonly type: ArticleType;
  readonly summary?: string | undefined;
  /** The team that answers for it; undefined where readers are not told. */
  readonly owner?: SiteLink | undefined;
  readonly ownerContact?: string | undefined;
  readonly audience: readonly string[];
  readonly reasons: readonly SiteLink[];
  /** A tag that a single article bears has no page. */
  readonly tags: readonly Mention[];
  /** Words that customers use: indexed for search with extra weight, shown to nobody. */
  readonly keywords: readonly string[];
  readonly validity: ValidityView;
  readonly trust: Trust;
  /** Names the very content that the page shows. */
  readonly digest: Digest;
  readonly validation?: ValidationView | undefined;
  readonly reviewed?: IsoDate | undefined;
  /** What changed since the validation, in the site of those who may know; undefined where nobody can tell. */
  readonly change?: ChangeView | undefined;
  readonly toc: readonly TocEntry[];
  /** Sanitised HTML of the body; the only string that a component may put into the page unescaped. */
  readonly bodyHtml: string;
  /** How many flowcharts and other diagrams the body holds. */
  readonly diagrams: number;
  /** How many of its flowcharts can be followed one step at a time. */
  readonly guides: number;
  /** How many conditional sections it has. */
  readonly cases: number;
  /** How many texts for customers it has. */
  readonly macros: number;
  /** How many of its values change on a day that is planned. */
  readonly values: number;
  readonly quiz?: QuizSettings | undefined;
  /** The voice menu that the article is, for the keypad on which it is tried. */
  readonly keypad?: KeypadData | undefined;
  /** What to check after the contact, in the site of those who have contacts. */
  readonly followUps: readonly FollowUp[];
  /** How long each of its contact reasons may take to be resolved, for colleagues. */
  readonly resolveWithin: readonly Period[];
  readonly replacedBy?: SiteLink | undefined;
  readonly related: readonly ArticleCard[];
  /** The last versions that git knows, newest first, in the site of those who may know. */
  readonly versions: readonly VersionView[];
}

/** When an article was validated; by whom, where readers are told. */
export interface ValidationView {
  readonly on: IsoDate;
  readonly by?: string | undefined;
}

/** One version of an article. */
export interface VersionView {
  readonly day: IsoDate;
  readonly author: string;
  /** Why it was made, as its author put it. */
  readonly subject: string;
  /** Undefined where that version could not be read as an article. */
  readonly trust: Trust | undefined;
}

/** The page that leads other tools' links on. */
export interface GoView extends PageView {
  readonly kind: 'go';
  readonly languages: readonly {
    readonly lang: string;
    readonly search: string;
    /** Where each contact reason leads, in the order of the configuration. */
    readonly reasons: readonly GoTarget[];
    /** Form of another tool → address of its article, in the site of those who have such tools. */
    readonly forms: readonly (readonly [form: string, url: string])[];
  }[];
}

export interface GoTarget extends SiteLink {
  readonly key: string;
  /** The article that opens, where there is one for the reason; its list opens otherwise. */
  readonly article?: string | undefined;
}

/** One line of what changed in an article since it was validated. */
export interface ChangedLine {
  /** `gap` stands for lines that stayed the same and are left out; its text is empty. */
  readonly kind: 'added' | 'removed' | 'same' | 'gap';
  readonly text: string;
}

/** What git knows of a `changed` article. */
export interface ChangeView {
  /** The day of the first change after the validation; undefined where it is not committed yet. */
  readonly since?: IsoDate | undefined;
  /** Who made it. */
  readonly by?: string | undefined;
  /** The article's text, the validated one against today's. */
  readonly lines: readonly ChangedLine[];
}

export interface SearchView extends PageView {
  readonly kind: 'search';
  readonly types: readonly ArticleType[];
  /** In the order of their tree; `depth` is 0 for those on top. */
  readonly reasons: readonly { readonly key: string; readonly label: string; readonly depth: number }[];
}

export interface NotFoundView extends PageView {
  readonly kind: 'not-found';
}

/** An old id of an article: a page that leads to the article's present address. */
export interface RedirectView extends PageView {
  readonly kind: 'redirect';
  readonly target: SiteLink;
}

/** The health of the whole base on the day of the build, for managers. */
export interface HealthView extends PageView {
  readonly kind: 'health';
  readonly health: HealthFigures;
}

export type View =
  | HomeView
  | ArticleView
  | ListView
  | NewsPageView
  | InboxView
  | FeedbackPageView
  | SearchView
  | GoView
  | PathView
  | NotFoundView
  | RedirectView
  | HealthView
  | UsageView;
