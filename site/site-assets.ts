// Where a page finds the styles and scripts of the site.

/** The files that `scripts/build-assets.mjs` made, as paths from the site's root. */
export interface SiteAssets {
  readonly style: string;
  /** Runs on every page, deferred. */
  readonly script: string;
  /** Sets the reader's theme before the first paint: tiny, not deferred. */
  readonly theme: string;
  /** Runs on the search pages, deferred, and is fetched elsewhere when a reader searches; with its style sheet. */
  readonly search: string;
  readonly searchStyle: string;
  /** Runs on the pages of articles with a flowchart only, deferred. */
  readonly picture: string;
  /** Fetched when a guide is wanted. */
  readonly guide: string;
  /** Run on the pages of quizzes and of training paths only, deferred, with the style sheet of both. */
  readonly quiz: string;
  readonly path: string;
  readonly quizStyle: string;
  /** Run on the pages of articles with conditional sections only, deferred, with their style sheet. */
  readonly cases: string;
  readonly casesStyle: string;
  /** Texts for customers: only the pages that have some load them. */
  readonly macros: string;
  readonly values: string;
  /** What to check after the contact: only the pages of articles that ask for it load these. */
  readonly followUps: string;
  readonly followUpsStyle: string;
  readonly macrosStyle: string;
  /** The keypad on which a voice menu is tried: fetched when a reader wants it. */
  readonly keypad: string;
  readonly keypadStyle: string;
  /** The bar of what is known of a contact: on articles, contact reasons and search pages, where the base declares variables. */
  readonly context: string;
  readonly contextStyle: string;
  /** The style sheets of these and of the health page: what no other page has to carry. */
  readonly pictureStyle: string;
  readonly guideStyle: string;
  readonly healthStyle: string;
  /** The home page's own lists: only it loads them. */
  readonly home: string;
  /** Runs on `go.html` only, deferred. */
  readonly go: string;
  /** Loaded by the page's script, on a web server only. */
  readonly offline: string;
  /** Fetched when a reader says something or something waits for them, and the style sheet of its dialogs. */
  readonly field: string;
  readonly fieldStyle: string;
  /** Fetched where an urgent announcement is unread. */
  readonly urgent: string;
  /** Runs on every page of a site that counts uses, deferred. */
  readonly usage: string;
  readonly urgentStyle: string;
  /** The site's icon (SVG), so that no browser asks for a missing `favicon.ico`. */
  readonly icon: string;
}
