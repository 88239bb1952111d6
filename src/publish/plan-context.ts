// What the planners of single pages share: the site, which articles it has, how each shows in a list, and where the lists are.
import { messagesFor } from '../../site/locales/messages-for.ts';
import type { ArticleCard, PageView, SiteLink, SiteView } from '../../site/view.ts';
import type { ArticleDocument, KnowledgeBase } from '../content/knowledge-base.ts';
import { articleUrl } from '../model/article.ts';
import type { IsoDate } from '../model/iso-date.ts';
import { judgeTrust } from '../model/trust.ts';
import { judgeValidity } from '../model/validity.ts';
import { pickLabel } from '../model/wording.ts';
import { encodePath, rootFrom } from './site-plan.ts';

export interface PlanContext {
  readonly base: KnowledgeBase;
  readonly site: SiteView;
  /** Whether the site holds an article. */
  readonly has: (document: ArticleDocument) => boolean;
  readonly cardOf: (document: ArticleDocument) => ArticleCard;
  readonly topics: Topics;
}

/** Address of each list page, by language and key. */
export interface Topics {
  readonly category: (lang: string, folders: readonly string[]) => SiteLink;
  readonly reason: (lang: string, key: string) => SiteLink;
  readonly owner: (lang: string, key: string) => SiteLink;
}

/** The context of a site that holds the articles `published`, judged on `today`. */
export function createPlanContext(
  base: KnowledgeBase,
  site: SiteView,
  published: readonly ArticleDocument[],
  today: IsoDate,
): PlanContext {
  const inSite = new Set(published);
  const cards = new Map<ArticleDocument, ArticleCard>();
  return {
    base,
    site,
    has: (document) => inSite.has(document),
    cardOf: (document) => {
      const card = cards.get(document) ?? cardOf(document, base, today);
      cards.set(document, card);
      return card;
    },
    topics: planTopics(base),
  };
}

function planTopics({ config }: KnowledgeBase): Topics {
  const link = (lang: string, kind: string, key: string, label: string): SiteLink => ({
    url: `${lang}/${kind}/${encodePath(key)}/index.html`,
    label,
  });
  return {
    category: (lang, folders) => {
      const key = folders.join('/');
      const label = config.categories[key];
      return link(
        lang,
        'category',
        key,
        label ? pickLabel(label, lang, config.lang) : nameOfFolder(folders.at(-1) ?? '', lang),
      );
    },
    reason: (lang, key) =>
      link(lang, 'reason', key, pickLabel(config.reasons[key] ?? { '': key }, lang, config.lang)),
    owner: (lang, key) =>
      link(lang, 'owner', key, pickLabel(config.owners[key]?.name ?? { '': key }, lang, config.lang)),
  };
}

/** A folder's name as a label: `click-and-collect` reads "Click and collect". */
function nameOfFolder(folder: string, lang: string): string {
  const name = folder.replaceAll('-', ' ');
  return name.charAt(0).toLocaleUpperCase(lang) + name.slice(1);
}

function cardOf(document: ArticleDocument, base: KnowledgeBase, today: IsoDate): ArticleCard {
  const { article } = document;
  const { dueWithin, expiresRequired } = base.config.validity;
  const needsExpiry = expiresRequired.includes(article.type);
  const owner = base.config.owners[article.owner];
  return {
    url: articleUrl(article),
    label: article.title,
    id: article.id,
    lang: article.lang,
    type: article.type,
    summary: article.summary,
    owner: owner ? pickLabel(owner.name, article.lang, base.config.lang) : article.owner,
    validity: {
      state: judgeValidity({ ...article, needsExpiry }, today, dueWithin),
      effective: article.effective,
      expires: article.expires,
      needsExpiry,
    },
    trust: judgeTrust(article),
  };
}

/** What every page of `context`'s site shares, with the same page in the other languages where `translate` names it. */
export function planShell(
  context: PlanContext,
  lang: string,
  url: string,
  title: string,
  translate: (lang: string) => string | undefined = (other) => url.replace(/^[^/]+\//, `${other}/`),
): PageView {
  const translations = context.site.languages
    .filter((other) => other !== lang)
    .flatMap((other) => {
      const address = translate(other);
      return address === undefined ? [] : [{ lang: other, url: address }];
    });
  const home = {
    url: lang === context.site.languages[0] ? 'index.html' : `${lang}/index.html`,
    label: messagesFor(lang).home,
  };
  return { site: context.site, lang, url, root: rootFrom(url), title, trail: [home], translations };
}
