// The usage page of each language: what readers did with the whole base, so only readers of everything get it.
import { usageUrl } from '../../site/components/href.ts';
import { usageWordsFor } from '../../site/locales/usage-words.ts';
import type { GuideFigures, UsageFigures, UsedMention } from '../../site/usage-figures.ts';
import { flowchartsOf } from '../content/document.ts';
import { isArticleDocument } from '../content/knowledge-base.ts';
import { flowOfGuide, type KnownFlows, readNodeName, type UsedGuide } from '../field/build-guide-usage.ts';
import { buildUsage, type CountedSearch, type Usage } from '../field/build-usage.ts';
import type { CountedArticle, UsedArticle } from '../field/counted-article.ts';
import type { UsageEntry } from '../field/usage-ledger.ts';
import type { Vote } from '../field/vote-ledger.ts';
import { articleUrl } from '../model/article.ts';
import { capAt } from '../model/capped.ts';
import type { Flow } from '../model/flow.ts';
import type { IsoDate } from '../model/iso-date.ts';
import type { Roster } from '../model/roster.ts';
import { type PlanContext, planShell } from './plan-context.ts';
import type { PagePlan } from './site-plan.ts';

/** What was counted, and what it takes to make figures of it. */
export interface CountedUse {
  /** Not empty: without any count there is no page. */
  readonly entries: readonly UsageEntry[];
  readonly votes: readonly Vote[];
  readonly roster: Roster | undefined;
  readonly flows: KnownFlows;
}

/** Days of the page's figures. */
const days = 30;

/** How many lines a list shows, and how many guides are drawn: the page must not grow with the base. */
const linesShown = 15;
const guidesShown = 3;

/** Plans the usage page of every language of the site, on `today`. */
export function planUsage(context: PlanContext, today: IsoDate, use: CountedUse): PagePlan[] {
  let usage: Usage | undefined;
  return context.site.languages.map((lang): PagePlan => {
    const url = usageUrl(lang);
    return {
      url,
      view: {
        ...planShell(context, lang, url, usageWordsFor(lang).title),
        kind: 'usage',
        pictures: [],
        get usage() {
          usage ??= buildUsage(context.base, use.entries, { ...use, today, days });
          return nameUsage(usage, context, use.flows);
        },
      },
    };
  });
}

function nameUsage(usage: Usage, context: PlanContext, flows: KnownFlows): UsageFigures {
  const mention = ({ path, title, lang }: UsedArticle): UsedMention => {
    const document = context.base.byPath.get(path);
    const linked = document && isArticleDocument(document) && context.has(document);
    return { label: title, lang, url: linked ? articleUrl(document.article) : undefined };
  };
  const counted = (article: CountedArticle) => ({ ...mention(article), count: article.count });
  const search = ({ query, count, meant }: CountedSearch) => ({
    query,
    count,
    meant: meant === null ? undefined : mention(meant),
  });
  const list = <From, To>(items: readonly From[], name: (item: From) => To, most = linesShown) => {
    const { shown, rest } = capAt(items, most);
    return { shown: shown.map(name), rest };
  };
  return {
    today: usage.today,
    since: usage.since,
    from: usage.from ?? undefined,
    views: usage.views,
    searchesInVain: usage.notFound.reduce((sum, { count }) => sum + count, 0),
    adoption: usage.adoption ?? [],
    mostRead: list(usage.mostRead, counted),
    notFound: list(usage.notFound, search),
    notOpened: list(usage.notOpened, search),
    guides: list(
      usage.guides.map((guide, index) => ({ guide, number: index + 1 })),
      ({ guide, number }) => nameGuide(guide, number, mention(guide), context, flows),
      guidesShown,
    ),
    copies: list(usage.copies, counted),
    votes: list(usage.votes, ({ helpful, unhelpful, ...article }) => ({
      ...mention(article),
      helpful,
      unhelpful,
    })),
    neverRead: list(usage.neverRead, mention),
  };
}

function nameGuide(
  guide: UsedGuide,
  number: number,
  mention: UsedMention,
  { base }: PlanContext,
  flows: KnownFlows,
): GuideFigures {
  const document = base.byPath.get(guide.path);
  // The picture is that of the article's first guide, which nearly always is the only one.
  const flow = document && isArticleDocument(document) ? flowOfGuide(document, 1, flows) : undefined;
  const code =
    flow && document && flowchartsOf(document).find((one) => flows.get(one.code)?.flow === flow)?.code;
  const questions = capAt(guide.questions, linesShown);
  return {
    ...mention,
    number,
    count: guide.count,
    left: guide.left,
    questions: {
      shown: questions.shown.map(({ node, text, answers, left }) => ({ text: text ?? node, answers, left })),
      rest: questions.rest,
    },
    code,
    shares: flow ? sharesOf(guide, flow) : [],
  };
}

/** By edge of `flow`, the share of those who left its question by it. */
function sharesOf(guide: UsedGuide, { edges }: Flow): (number | undefined)[] {
  return edges.map(({ from, answer }) => {
    const question = guide.questions.find(({ node }) => {
      const name = readNodeName(node);
      return name.number === 1 && name.node === from;
    });
    if (!question) return undefined;
    const all = question.answers.reduce((sum, { count }) => sum + count, question.left);
    const taken = question.answers.find((given) => given.answer === answer)?.count ?? 0;
    return all === 0 ? undefined : taken / all;
  });
}
