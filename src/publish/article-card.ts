// What lists, search results and the article's own page say of it in few words.
import type { ArticleCard, ValidationView } from '../../site/view.ts';
import { type Article, articleUrl } from '../model/article.ts';
import type { Config } from '../model/config.ts';
import type { IsoDate } from '../model/iso-date.ts';
import { judgeTrust } from '../model/trust.ts';
import { judgeValidity } from '../model/validity.ts';
import { pickLabel } from '../model/wording.ts';

export interface CardTerms {
  readonly today: IsoDate;
  /** Whether readers are told who answers for the article. */
  readonly tellsTeam: boolean;
}

/** The card of `article`, judged on `today`. */
export function planCard(article: Article, config: Config, { today, tellsTeam }: CardTerms): ArticleCard {
  const { dueWithin, expiresRequired } = config.validity;
  const needsExpiry = expiresRequired.includes(article.type);
  const owner = config.owners[article.owner];
  return {
    url: articleUrl(article),
    label: article.title,
    id: article.id,
    lang: article.lang,
    type: article.type,
    summary: article.summary,
    ...(tellsTeam ? { owner: owner ? pickLabel(owner.name, article.lang, config.lang) : article.owner } : {}),
    validity: {
      state: judgeValidity({ ...article, needsExpiry }, today, dueWithin),
      effective: article.effective,
      expires: article.expires,
      needsExpiry,
    },
    trust: judgeTrust(article),
  };
}

/** When `article` was validated, with the name where readers are told. */
export function planValidationView(
  { validation }: Pick<Article, 'validation'>,
  tellsTeam: boolean,
): ValidationView | undefined {
  return validation && { on: validation.on, ...(tellsTeam ? { by: validation.by } : {}) };
}
