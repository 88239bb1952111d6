// Links inside the site, always relative to the page that holds them.
import type { PageView } from '../view.ts';

/** The way from a page to `url`, which counts from the site's root. It always begins with a dot, so no `url` can name a scheme or a host. */
export function hrefFrom(page: Pick<PageView, 'root'>, url: string): string {
  return `${page.root === '' ? './' : page.root}${url}`;
}

/** The home page that a page belongs to. */
export function homeUrl(page: Pick<PageView, 'trail' | 'url'>): string {
  return page.trail[0]?.url ?? page.url;
}

/** A `mailto:` link where `contact` is a plain e-mail address; undefined for a channel, a phone number or anything else. */
export function mailtoOf(contact: string): string | undefined {
  return /^[\w.+-]+@[\w-]+(\.[\w-]+)+$/.test(contact) ? `mailto:${contact}` : undefined;
}

/** The address of what is new in `lang`, as a page and as a feed. */
export function newsUrl(lang: string): string {
  return `${lang}/new/index.html`;
}

export function feedUrl(lang: string): string {
  return `${lang}/feed.xml`;
}

/** The address of what readers use, in `lang`. */
export function usageUrl(lang: string): string {
  return `${lang}/usage/index.html`;
}

/** The address of what readers of `lang` reported, by team; and of one team's share of it. */
export function feedbackUrl(lang: string, owner?: string): string {
  return `${lang}/feedback/${owner ?? 'index'}.html`;
}
