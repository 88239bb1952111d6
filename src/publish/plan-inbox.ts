// The announcements of one language: a page, and the data by which every page counts those that its reader has not read.

import type { AnnouncementRow, AnsweredRemark } from '../../site/field-view.ts';
import { type InboxData, inboxDataUrl, inboxGlobal, inboxUrl, mostInInbox } from '../../site/inbox-data.ts';
import { fieldWordsFor } from '../../site/locales/field-words.ts';
import type { ArticleDocument } from '../content/knowledge-base.ts';
import { acknowledgedVersions } from '../model/article-version.ts';
import { type Capped, capAt, mapCapped } from '../model/capped.ts';
import { type PlanContext, planShell } from './plan-context.ts';
import { isListed } from './select-articles.ts';
import type { PagePlan, PlannedFile } from './site-plan.ts';

/** The announcements of `lang` that are in force or to come, the latest first. */
function findAnnouncements(
  lang: string,
  published: readonly ArticleDocument[],
  context: PlanContext,
): readonly ArticleDocument[] {
  const day = ({ article }: ArticleDocument) => article.effective ?? '';
  return published
    .filter((document) => document.article.type === 'announcement' && document.article.lang === lang)
    .filter((document) => isListed(document) && context.cardOf(document).validity.state !== 'expired')
    .sort((a, b) => (day(a) === day(b) ? (a.path < b.path ? -1 : 1) : day(a) < day(b) ? 1 : -1));
}

function rowOf(context: PlanContext): (document: ArticleDocument) => AnnouncementRow {
  return (document) => {
    const { article } = document;
    return {
      card: context.cardOf(document),
      level: article.level ?? 'info',
      effective: article.effective,
      acknowledge: article.acknowledge && context.site.field !== undefined,
      versions: acknowledgedVersions(article),
    };
  };
}

export interface InboxPlan {
  readonly pages: readonly PagePlan[];
  readonly files: readonly PlannedFile[];
}

/** Plans the inbox of `lang`; `answers` are those to the remarks of its readers, the latest first. */
export function planInbox(
  lang: string,
  published: readonly ArticleDocument[],
  context: PlanContext,
  answers: readonly AnsweredRemark[],
): InboxPlan {
  if (!context.site.inbox) return { pages: [], files: [] };
  const rows: Capped<AnnouncementRow> = mapCapped(
    capAt(findAnnouncements(lang, published, context), mostInInbox),
    rowOf(context),
  );
  const shown = answers.slice(0, mostInInbox);
  const url = inboxUrl(lang);
  const view = {
    ...planShell(context, lang, url, fieldWordsFor(lang).inbox.title),
    kind: 'inbox' as const,
    announcements: rows,
    answers: shown,
  };
  return {
    pages: [{ url, view }],
    files: [{ url: inboxDataUrl(lang), render: () => renderInboxData(lang, rows.shown, shown) }],
  };
}

function renderInboxData(
  lang: string,
  rows: readonly AnnouncementRow[],
  answers: readonly AnsweredRemark[],
): string {
  const { lang: spoken, inbox } = fieldWordsFor(lang);
  const { region, read, markRead, later, denied } = inbox;
  const data: InboxData = {
    lang,
    words: { lang: spoken, region, urgent: inbox.levels.urgent, read, markRead, later, denied },
    items: rows.map(({ card, level, effective, versions }) => ({
      id: card.id,
      ...(level === 'urgent' ? { level, title: card.label } : {}),
      effective,
      expires: card.validity.expires,
      versions,
    })),
    answers: answers.map(({ key, mark }) => ({ key, mark })),
  };
  return `window.${inboxGlobal}=${JSON.stringify(data)}\n`;
}
