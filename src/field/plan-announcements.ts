// Which announcements are new to a channel: in force, for its audience, and never posted there.
import { type ArticleDocument, articleDocuments, type KnowledgeBase } from '../content/knowledge-base.ts';
import { judgeAbsence } from '../content/obsolescence.ts';
import type { IsoDate } from '../model/iso-date.ts';
import type { Announced } from './announced-ledger.ts';

export interface AnnouncementChannel {
  readonly channel: string;
  readonly audience: string;
  readonly lang: string;
}

/** The announcements that readers of a channel may rely on that day: neither drafts nor expired, replaced or still to come. */
export function announcementsInForce(
  base: KnowledgeBase,
  today: IsoDate,
  { audience, lang }: Omit<AnnouncementChannel, 'channel'>,
): ArticleDocument[] {
  const first = ({ article }: ArticleDocument) => article.effective ?? '';
  return articleDocuments(base)
    .filter((document) => {
      const { article } = document;
      return (
        article.type === 'announcement' &&
        article.lang === lang &&
        article.audience.includes(audience) &&
        base.byId.get(article.id)?.get(lang) === document &&
        judgeAbsence(document, base, today) === undefined
      );
    })
    .sort((a, b) => (`${first(a)} ${a.article.id}` < `${first(b)} ${b.article.id}` ? -1 : 1));
}

export interface AnnouncementPlan {
  /** Oldest first. */
  readonly toPost: readonly ArticleDocument[];
  /** In force, and perhaps posted: only a person can tell. */
  readonly unsure: readonly Announced[];
}

/** Plans what to post. `then` has the announcements (`<lang>/<id>`) that were in force at an earlier moment, which are not new since. Pure. */
export function planAnnouncements(
  base: KnowledgeBase,
  today: IsoDate,
  channel: AnnouncementChannel,
  announced: readonly Announced[],
  then: ReadonlySet<string> = new Set(),
): AnnouncementPlan {
  const here = announced.filter((entry) => entry.channel === channel.channel && entry.lang === channel.lang);
  const toPost: ArticleDocument[] = [];
  const unsure: Announced[] = [];
  for (const document of announcementsInForce(base, today, channel)) {
    const { id, lang, formerly } = document.article;
    const ids = [id, ...formerly];
    const before = here.find((entry) => ids.includes(entry.id));
    if (before?.state === 'unsure') unsure.push(before);
    else if (!before && !ids.some((known) => then.has(`${lang}/${known}`))) toPost.push(document);
  }
  return { toPost, unsure };
}
