// What readers reported, for those who may know: below the article, by owning team, and which remarks were answered.
import { feedbackUrl } from '../../site/components/href.ts';
import type { AnsweredRemark, FeedbackPageView, RemarkView } from '../../site/field-view.ts';
import { answerKeyLength } from '../../site/inbox-data.ts';
import { fieldWordsFor } from '../../site/locales/field-words.ts';
import { messagesFor } from '../../site/locales/messages-for.ts';
import { type ArticleDocument, findArticle } from '../content/knowledge-base.ts';
import { type ListedFeedback, listFeedback } from '../field/list-feedback.ts';
import type { FeedbackFile } from '../field/read-feedback.ts';
import { articleUrl } from '../model/article.ts';
import { type Capped, capAt, mapCapped } from '../model/capped.ts';
import { feedbackStates } from '../model/feedback-record.ts';
import type { IsoDate } from '../model/iso-date.ts';
import { pickLabel } from '../model/wording.ts';
import { type PlanContext, planShell } from './plan-context.ts';
import type { PagePlan } from './site-plan.ts';

/** How many remarks an article's page shows, and a team's. */
const remarksOfArticle = 10;
const remarksOfTeam = 100;

/** The team of remarks that belong to no article: no key of an owner is this. */
const nobody = '_';

/** The remarks of one language. */
export interface FieldRemarks {
  /** Those about `document`, the ones that wait first. */
  readonly of: (document: ArticleDocument) => Capped<RemarkView> | undefined;
  readonly pages: readonly PagePlan[];
  readonly answers: readonly AnsweredRemark[];
}

/** Open ones first, then answered, then closed; of each, the latest first. */
function compare(a: ListedFeedback, b: ListedFeedback): number {
  return (
    feedbackStates.indexOf(a.state) - feedbackStates.indexOf(b.state) ||
    (a.on === b.on ? (a.key < b.key ? -1 : 1) : a.on < b.on ? 1 : -1)
  );
}

/** Plans what the site shows of `files` in `lang`; nothing in a site that collects nothing or may not tell. Pure. */
export function planFeedback(
  lang: string,
  files: readonly FeedbackFile[],
  context: PlanContext,
  today: IsoDate,
): FieldRemarks {
  const { site, base } = context;
  if (!site.health || site.field === undefined) return { of: () => undefined, pages: [], answers: [] };
  const words = messagesFor(lang).lang;
  const own = files.filter(({ record: { item } }) => (item.about?.lang ?? item.lang) === lang);
  const listed = listFeedback(own, base, today, words).sort(compare);
  const byArticle = groupBy(listed, ({ about }) => (about ? `${about.lang}/${about.id}` : ''));
  return {
    of: ({ article }) => {
      const remarks = byArticle.get(`${article.lang}/${article.id}`);
      return remarks && mapCapped(capAt(remarks, remarksOfArticle), viewOf(context));
    },
    pages: planPages(lang, listed, context),
    answers: listed
      .filter(({ state, about }) => state !== 'open' && about !== null)
      .sort((a, b) => (lastDay(a) < lastDay(b) ? 1 : lastDay(a) > lastDay(b) ? -1 : a.key < b.key ? -1 : 1))
      .flatMap((remark): AnsweredRemark[] => {
        const { key, replies, closed } = remark;
        const article = viewOf(context)(remark).about;
        const mark = `${replies.length}${closed ? 'c' : ''}`;
        return article ? [{ key: key.slice(0, answerKeyLength), mark, article }] : [];
      }),
  };
}

function lastDay({ replies, closed, on }: ListedFeedback): string {
  return closed?.on ?? replies.at(-1)?.on ?? on;
}

function groupBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): ReadonlyMap<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}

function viewOf({ base, has }: PlanContext): (listed: ListedFeedback) => RemarkView {
  return ({ key, state, on, verdict, about, query, quote, comment, replies, closed }) => {
    const document = about ? findArticle(base, about.id, about.lang) : undefined;
    return {
      key,
      state,
      on,
      verdict,
      about:
        document && has(document)
          ? { url: articleUrl(document.article), label: document.article.title }
          : undefined,
      query: query ?? undefined,
      quote: quote ?? undefined,
      comment: comment ?? undefined,
      replies,
      closed: closed ?? undefined,
    };
  };
}

/** A page that lists the teams, and one page for each of them. */
function planPages(lang: string, listed: readonly ListedFeedback[], context: PlanContext): PagePlan[] {
  const { base } = context;
  const { feedback: words } = fieldWordsFor(lang);
  const teams = [...groupBy(listed, ({ owner }) => owner ?? nobody)].map(([owner, remarks]) => {
    const name = base.config.owners[owner]?.name;
    const label = name ? pickLabel(name, lang, base.config.lang) : owner === nobody ? words.noOwner : owner;
    const open = remarks.filter(({ state }) => state === 'open').length;
    return { owner, remarks, url: feedbackUrl(lang, owner), label, count: remarks.length, open };
  });
  teams.sort((a, b) => b.open - a.open || a.label.localeCompare(b.label, lang));
  const home = (other: string) => feedbackUrl(other);
  const index = feedbackUrl(lang);
  const shell = planShell(context, lang, index, words.title, home);
  return [
    {
      url: index,
      view: {
        ...shell,
        kind: 'feedback',
        teams: teams.map(({ url, label, count, open }) => ({ url, label, count, open })),
        remarks: { shown: [], rest: 0 },
      },
    },
    ...teams.map(({ owner, remarks, url, label }): PagePlan => {
      const own = planShell(context, lang, url, label, home);
      const view: FeedbackPageView = {
        ...own,
        trail: [...own.trail, { url: index, label: words.title }],
        kind: 'feedback',
        owner,
        teams: [],
        remarks: mapCapped(capAt(remarks, remarksOfTeam), viewOf(context)),
      };
      return { url, view };
    }),
  ];
}
