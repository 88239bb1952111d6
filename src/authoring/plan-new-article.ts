// What `kb new` will write, or why it can't: type, title, id, place and dates, judged on plain data.
import { posix } from 'node:path';
import { didYouMean } from '../config/schema-issue.ts';
import { type ArticleType, articleTypes } from '../model/article.ts';
import type { Config } from '../model/config.ts';
import { addPeriod, type IsoDate, type Period } from '../model/iso-date.ts';
import { Problem } from '../model/problem.ts';
import { planFolder, planId, planTitle } from './plan-names.ts';
import type { TakenNames } from './taken-names.ts';

/** How long an article is valid unless told. */
const defaultValidity: Period = { amount: 6, unit: 'm' };

export interface NewArticleRequest {
  readonly type: string;
  readonly title: string;
  readonly id?: string | undefined;
  /** Folder below the content folder; the article's language unless it is the base's own. */
  readonly folder?: string | undefined;
  readonly language?: string | undefined;
  readonly expires?: IsoDate | undefined;
  readonly validFor?: Period | undefined;
  readonly reasons?: readonly string[] | undefined;
}

export interface NewArticleFacts {
  readonly config: Config;
  readonly today: IsoDate;
  readonly taken: TakenNames;
}

export interface NewArticlePlan {
  /** Path of the file from the knowledge base's root, with `/`. */
  readonly path: string;
  readonly id: string;
  readonly title: string;
  readonly type: ArticleType;
  readonly lang: string;
  readonly expires: IsoDate;
  /** Whether the article may do without `expires`: its type needs none and nobody asked for one. */
  readonly mayLackExpiry: boolean;
  readonly reasons: readonly string[];
}

function checkKnown(
  value: string,
  known: readonly string[],
  noun: { readonly fr: string; readonly en: string },
): void {
  if (known.includes(value)) return;
  const hint = didYouMean(value, known);
  throw new Problem({
    fr: `${noun.fr} « ${value} », attendu : ${known.join(', ') || 'aucun, la configuration n’en a pas'}${hint.fr}`,
    en: `${noun.en} \`${value}\`, expected ${known.join(', ') || 'none, for the configuration has none'}${hint.en}`,
  });
}

function planExpiry(request: NewArticleRequest, today: IsoDate): IsoDate {
  const expires = request.expires ?? addPeriod(today, request.validFor ?? defaultValidity);
  if (expires >= today) return expires;
  throw new Problem({
    fr: `Fin de validité inattendue le ${expires}, attendu : un jour à partir du ${today}`,
    en: `Unexpected end of validity on ${expires}, expected a day from ${today} on`,
  });
}

/** The new article that `request` asks for. Raises a `Problem` on anything that can't be. */
export function planNewArticle(
  request: NewArticleRequest,
  { config, today, taken }: NewArticleFacts,
): NewArticlePlan {
  checkKnown(request.type, articleTypes, { fr: 'Type d’article inconnu', en: 'Unknown article type' });
  const type = request.type as ArticleType;
  const title = planTitle(request.title);
  const lang = request.language ?? config.lang;
  checkKnown(lang, config.languages, { fr: 'Langue inconnue', en: 'Unknown language' });
  const reasons = [...new Set(request.reasons ?? [])];
  for (const reason of reasons) {
    checkKnown(reason, Object.keys(config.reasons), { fr: 'Motif inconnu', en: 'Unknown reason' });
  }
  const expires = planExpiry(request, today);
  const asked = request.expires !== undefined || request.validFor !== undefined;
  const id = planId(request.id, title, lang, taken);

  const content = posix.normalize(config.content).replace(/\/+$/, '');
  const folder = planFolder(request.folder ?? (lang === config.lang ? '' : lang), content);
  const path = posix.join(content, folder, `${id}.md`);
  const twin = taken.paths.get(path.toLowerCase());
  if (twin !== undefined) throw fileExists(twin);
  const mayLackExpiry = !asked && !config.validity.expiresRequired.includes(type);
  return { path, id, title, type, lang, expires, mayLackExpiry, reasons };
}

/** What to say of a file that is there already. */
export function fileExists(path: string): Problem {
  return new Problem(
    {
      fr: 'Fichier déjà présent, laissé tel quel ; donnez un autre --id ou un autre --in',
      en: 'The file exists already and was left alone; give another --id or another --in',
    },
    path,
  );
}
