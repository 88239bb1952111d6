// The articles of a report under the headings that its reader asked for.
import type { Config } from '../model/config.ts';
import { typeWords } from '../model/state-words.ts';
import { pickLabel, type UiLanguage, type Wording } from '../model/wording.ts';
import type { ReportedArticle } from './report.ts';

export const groupKeys = ['owner', 'reason', 'type', 'language'] as const;

export type GroupKey = (typeof groupKeys)[number];

/** What a report needs of the configuration to call things by their names. */
export type ReportLabels = Pick<Config, 'name' | 'lang' | 'owners' | 'reasons'>;

export interface ArticleGroup {
  /** The owner, reason, type or language; null for the articles that have none. */
  readonly key: string | null;
  readonly name: string;
  readonly articles: readonly ReportedArticle[];
}

const none: Readonly<Record<GroupKey, Wording>> = {
  owner: { fr: 'Sans responsable', en: 'No owner' },
  reason: { fr: 'Sans motif de contact', en: 'No contact reason' },
  type: { fr: 'Sans type', en: 'No type' },
  language: { fr: 'Sans langue', en: 'No language' },
};

function keysOf(article: ReportedArticle, by: GroupKey): readonly (string | null)[] {
  if (by === 'reason') return article.reasons.length === 0 ? [null] : [...new Set(article.reasons)];
  return [{ owner: article.owner, type: article.type, language: article.lang }[by]];
}

/** The name of a language in `lang`, or its code where nobody has given it one. */
function nameLanguage(code: string, lang: UiLanguage): string {
  try {
    return new Intl.DisplayNames([lang], { type: 'language', fallback: 'code' }).of(code) ?? code;
  } catch {
    // The configuration admits codes that are none by Unicode's rules (UTS 35), such as `fr-fr-fr`.
    return code;
  }
}

/** What an owner is called, or its key where the configuration does not know it. */
export function nameOwner(key: string, labels: ReportLabels, lang: UiLanguage): string {
  const owner = Object.hasOwn(labels.owners, key) ? labels.owners[key] : undefined;
  return owner ? pickLabel(owner.name, lang, labels.lang) : key;
}

function nameGroup(key: string | null, by: GroupKey, labels: ReportLabels, lang: UiLanguage): string {
  if (key === null) return none[by][lang];
  if (by === 'owner') return nameOwner(key, labels, lang);
  if (by === 'language') return nameLanguage(key, lang);
  if (by === 'type') return typeWords[key as keyof typeof typeWords][lang];
  const label = Object.hasOwn(labels.reasons, key) ? labels.reasons[key] : undefined;
  return label ? pickLabel(label, lang, labels.lang) : key;
}

/**
 * `articles` under their headings, in their own order: the group of the most urgent article comes first, what has no key
 * last. An article with two reasons stands in both groups.
 */
export function groupArticles(
  articles: readonly ReportedArticle[],
  by: GroupKey,
  labels: ReportLabels,
  lang: UiLanguage,
): ArticleGroup[] {
  const groups = new Map<string | null, ReportedArticle[]>();
  for (const article of articles) {
    for (const key of keysOf(article, by)) {
      const members = groups.get(key);
      if (members) members.push(article);
      else groups.set(key, [article]);
    }
  }
  return [...groups]
    .map(([key, members]) => ({ key, name: nameGroup(key, by, labels, lang), articles: members }))
    .sort((a, b) => Number(a.key === null) - Number(b.key === null));
}
