// What is new in one language as an Atom feed (RFC 4287). Pure.
import { createHash } from 'node:crypto';
import { feedUrl, newsUrl } from '../../site/components/href.ts';
import { messagesFor } from '../../site/locales/messages-for.ts';
import { pageWordsFor } from '../../site/locales/page-words.ts';
import { sayValidity } from '../../site/locales/validity-words.ts';
import type { IsoDate } from '../model/iso-date.ts';
import type { PlanContext } from './plan-context.ts';
import { mostNews, type NewsItem } from './plan-news.ts';
import { absoluteUrl, rootFrom } from './site-plan.ts';
import { xmlText } from './xml-text.ts';

/** Git and front matter know days; noon in UTC is on that day for readers in nearly all time zones. */
function instantOf(day: IsoDate): string {
  return `${day}T12:00:00Z`;
}

/**
 * A name for ever, made from names (a UUID of version 8, RFC 9562): it depends on no address, so that a site that moves
 * shows nothing twice.
 */
function uuidOf(...names: readonly string[]): string {
  const hash = createHash('sha256').update(names.join('\n')).digest('hex');
  const variant = (8 + (Number.parseInt(hash.charAt(16), 16) & 3)).toString(16);
  const [low, mid, high] = [hash.slice(0, 8), hash.slice(8, 12), `8${hash.slice(13, 16)}`];
  return `urn:uuid:${low}-${mid}-${high}-${variant}${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
}

/** Renders the feed of `news`, that of `lang`; its links are absolute where the site's address is known. */
export function renderFeed(
  lang: string,
  news: readonly NewsItem[],
  context: PlanContext,
  baseUrl: string | undefined,
): string {
  const { site } = context;
  const url = feedUrl(lang);
  const href = (to: string) =>
    xmlText(baseUrl === undefined ? `${rootFrom(url)}${to}` : absoluteUrl(baseUrl, to));
  const entries = news.slice(0, mostNews);
  const updated = entries[0]?.day ?? site.builtOn;
  const words = pageWordsFor(lang).news;
  return `${[
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${xmlText(lang)}">`,
    `  <id>${uuidOf(site.base, lang)}</id>`,
    `  <title>${xmlText(`${words.title} · ${site.name}`)}</title>`,
    `  <updated>${instantOf(updated)}</updated>`,
    `  <author><name>${xmlText(site.name)}</name></author>`,
    `  <link rel="self" type="application/atom+xml" href="${href(url)}"/>`,
    `  <link rel="alternate" type="text/html" href="${href(newsUrl(lang))}"/>`,
    ...entries.flatMap((item) => renderEntry(item, context, href)),
    '</feed>',
  ].join('\n')}\n`;
}

function renderEntry(
  { document, kind, day, by }: NewsItem,
  { cardOf, site }: PlanContext,
  href: (url: string) => string,
): string[] {
  const card = cardOf(document);
  const t = messagesFor(card.lang);
  const words = pageWordsFor(card.lang).news;
  const validity = card.trust === 'archived' ? [] : [sayValidity(card.validity, card.validity.state, t)];
  const summary = [words.kinds[kind], card.summary, ...validity].filter((text) => text !== undefined);
  return [
    '  <entry>',
    `    <id>${uuidOf(site.base, card.lang, card.id)}</id>`,
    `    <title>${xmlText(card.label)}</title>`,
    `    <updated>${instantOf(day)}</updated>`,
    ...(by === undefined ? [] : [`    <author><name>${xmlText(by)}</name></author>`]),
    `    <link rel="alternate" type="text/html" href="${href(card.url)}"/>`,
    `    <category term="${kind}" label="${xmlText(words.kinds[kind])}"/>`,
    `    <summary>${xmlText(summary.map(asSentence).join(' '))}</summary>`,
    '  </entry>',
  ];
}

function asSentence(text: string): string {
  return /[.!?…]$/.test(text) ? text : `${text}.`;
}
