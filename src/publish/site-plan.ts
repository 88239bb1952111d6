// What a build is going to write: every page as data, every file to copy. Nothing here touches a disk.
import type { ArticleView, View } from '../../site/view.ts';
import type { ArticleDocument } from '../content/knowledge-base.ts';

/** An article's view before its Markdown was rendered. */
export type ArticlePlan = Omit<ArticleView, 'bodyHtml' | 'guides' | 'cases' | 'macros' | 'values'>;

export interface ArticlePagePlan {
  readonly url: string;
  readonly document: ArticleDocument;
  readonly view: ArticlePlan;
}

export type PagePlan =
  | ArticlePagePlan
  | { readonly url: string; readonly document?: undefined; readonly view: Exclude<View, ArticleView> };

export interface MediaFile {
  /** Path from the knowledge base's root. */
  readonly from: string;
  /** Path from the site's root. */
  readonly to: string;
}

/** A file that is made for programs or from the configuration: feeds, lists, the team's colours. */
export interface PlannedFile {
  readonly url: string;
  readonly render: () => string;
}

export interface SitePlan {
  /** Languages that have articles, the default one first. */
  readonly languages: readonly string[];
  /** The articles of the chosen audience, sorted by path. */
  readonly articles: readonly ArticleDocument[];
  /** Sorted by URL. */
  readonly pages: readonly PagePlan[];
  readonly files: readonly PlannedFile[];
  /** Whether pages of other tools may load a script that links to the site. */
  readonly embeds: boolean;
  /** The team's logo, and what the articles show and offer; gathered when it is first asked for, from all their bodies. */
  readonly media: readonly MediaFile[];
}

/** Where a file below the content folder goes in the site. */
export function mediaUrl(path: string, contentFolder: string): string {
  return `media/${path.slice(contentFolder.length + 1)}`;
}

/** A path as a URL: each part escaped, so that `?`, `#` and spaces in file names stay part of the name. */
export function encodePath(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}

/** The way from a page back to the site's root. */
export function rootFrom(url: string): string {
  return '../'.repeat(url.split('/').length - 1);
}

/** The address of a page for whoever is not on the site; `url` counts from the site's root, which is at `baseUrl`. */
export function absoluteUrl(baseUrl: string, url: string): string {
  const base = baseUrl.replace(/[?#].*$/, '').replace(/\/*$/, '/');
  return `${base}${url.replace(/(^|\/)index\.html$/, '$1')}`;
}
