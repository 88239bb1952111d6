// An announcement as a message for Slack, Teams or any program. Titles and summaries are content: nothing in them mentions, links or formats.

import { levelWords } from '../model/announcement-words.ts';
import { type Article, articleUrl } from '../model/article.ts';
import type { Config } from '../model/config.ts';
import { printable } from '../model/printable.ts';
import { quote } from '../model/quote.ts';
import { pickLabel, type UiLanguage } from '../model/wording.ts';

export const messageFormats = ['slack', 'teams', 'json'] as const;

export type MessageFormat = (typeof messageFormats)[number];

export interface MessageOptions {
  readonly config: Pick<Config, 'name' | 'lang' | 'owners'>;
  /** Address of the published site; without it a message has no link. */
  readonly baseUrl?: string | undefined;
}

const messageVersion = 1;

interface Parts {
  readonly title: string;
  readonly summary: string;
  /** Level, days, owner, and whether it is to be acknowledged. */
  readonly facts: string;
  readonly url: string | undefined;
  readonly read: string;
}

function plain(text: string, most: number): string {
  return printable(quote(text, most));
}

function describe(article: Article, { config, baseUrl }: MessageOptions): Parts {
  const lang: UiLanguage = article.lang.startsWith('fr') ? 'fr' : 'en';
  const { effective, expires } = article;
  const words = {
    fr: { from: 'depuis le', until: 'jusqu’au', acknowledge: 'lecture à confirmer', read: 'Lire l’annonce' },
    en: { from: 'since', until: 'until', acknowledge: 'to be acknowledged', read: 'Read the announcement' },
  }[lang];
  const days = [
    ...(effective === undefined ? [] : [`${words.from} ${effective}`]),
    ...(expires === undefined ? [] : [`${words.until} ${expires}`]),
  ].join(' ');
  const owner = config.owners[article.owner];
  const facts = [
    levelWords[article.level ?? 'info'][lang],
    days,
    owner ? pickLabel(owner.name, article.lang, config.lang) : '',
    article.acknowledge ? words.acknowledge : '',
  ];
  return {
    title: plain(article.title, 150),
    summary: plain(article.summary ?? '', 1_000),
    facts: plain(facts.filter((fact) => fact !== '').join(' · '), 300),
    url: baseUrl === undefined ? undefined : new URL(articleUrl(article), baseUrl).href,
    read: words.read,
  };
}

/** Slack's three signs with a meaning of their own (https://docs.slack.dev/messaging/formatting-message-text, escaping text). */
function escapeSlack(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function slackMessage({ title, summary, facts, url, read }: Parts): object {
  const section = (text: string) => ({ type: 'section', text: { type: 'mrkdwn', text, verbatim: true } });
  return {
    text: escapeSlack(title),
    unfurl_links: false,
    blocks: [
      { type: 'header', text: { type: 'plain_text', text: title, emoji: false } },
      ...(summary === '' ? [] : [section(escapeSlack(summary))]),
      { type: 'context', elements: [{ type: 'mrkdwn', text: escapeSlack(facts), verbatim: true }] },
      ...(url === undefined ? [] : [section(`<${escapeSlack(url)}|${read}>`)]),
    ],
  };
}

/** An Adaptive Card of text runs, which no sign in them formats. */
function teamsMessage({ title, summary, facts, url, read }: Parts): object {
  const block = (text: string, style: object) => ({
    type: 'RichTextBlock',
    inlines: [{ type: 'TextRun', text, ...style }],
  });
  const content = {
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    type: 'AdaptiveCard',
    version: '1.4',
    body: [
      block(title, { size: 'large', weight: 'bolder' }),
      ...(summary === '' ? [] : [block(summary, {})]),
      block(facts, { isSubtle: true, size: 'small' }),
    ],
    actions: url === undefined ? [] : [{ type: 'Action.OpenUrl', title: read, url }],
  };
  return {
    type: 'message',
    attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', contentUrl: null, content }],
  };
}

function jsonMessage(article: Article, { title, summary, url }: Parts, base: string): object {
  const { id, lang, level, effective, expires, audience, acknowledge, owner } = article;
  return {
    version: messageVersion,
    base,
    announcement: {
      id,
      lang,
      title,
      summary: summary === '' ? null : summary,
      level: level ?? 'info',
      owner,
      audience,
      effective: effective ?? null,
      expires: expires ?? null,
      acknowledge,
      url: url ?? null,
    },
  };
}

/** The message for `article`, to be sent as JSON. */
export function buildMessage(article: Article, format: MessageFormat, options: MessageOptions): object {
  const parts = describe(article, options);
  if (format === 'slack') return slackMessage(parts);
  return format === 'teams' ? teamsMessage(parts) : jsonMessage(article, parts, options.config.name);
}
