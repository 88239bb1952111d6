// What `kb new` will write, or why it can't: type, title, id, place and dates, judged on plain data.
import { posix } from 'node:path';
import { didYouMean } from '../config/schema-issue.ts';
import { articleExpectations, articleSchema, reservedIds } from '../content/article-schema.ts';
import { documentId } from '../content/document.ts';
import type { KnowledgeBase } from '../content/knowledge-base.ts';
import { type ArticleType, articleTypes } from '../model/article.ts';
import type { Config } from '../model/config.ts';
import { addPeriod, type IsoDate, type Period } from '../model/iso-date.ts';
import { Problem } from '../model/problem.ts';
import { idFromTitle } from './id-from-title.ts';

/** How long an article is valid unless told. */
export const defaultValidity: Period = { amount: 6, unit: 'm' };

/** Longest title, in UTF-16 code units: it has to fit a search result. */
export const titleLengthLimit = 200;

/** Names that Windows keeps for devices: no file can be called so, whatever its extension. */
const deviceNames = /^(con|prn|aux|nul|com\d|lpt\d)$/;

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

/** Names that a new article can't take. */
export interface TakenNames {
  /** `<lang>/<id>` → path of the article that has, or had, the id. */
  readonly ids: ReadonlyMap<string, string>;
  /** Lower-cased path → path. */
  readonly paths: ReadonlyMap<string, string>;
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

/** The names taken in `base`, by files that can't be read as articles too. */
export function takenNames(base: KnowledgeBase): TakenNames {
  const ids = new Map<string, string>();
  for (const document of base.documents) {
    const { article, path } = document;
    const lang = article?.lang ?? String(document.data?.lang ?? base.config.lang);
    const id = documentId(document);
    for (const name of [...(id === undefined ? [] : [id]), ...(article?.formerly ?? [])]) {
      if (!ids.has(`${lang}/${name}`)) ids.set(`${lang}/${name}`, path);
    }
  }
  return { ids, paths: base.firstOfFoldedPath };
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

function planTitle(text: string): string {
  const title = text.trim();
  const unexpected = (fr: string, en: string) =>
    new Problem({
      fr: `${fr}, attendu : un titre d’une ligne, comme "Colis en retard"`,
      en: `${en}, expected a title on one line, such as "Late parcel"`,
    });
  if (title === '') throw unexpected('Titre vide inattendu', 'Unexpected empty title');
  if (/[\p{Cc}\u2028\u2029]/u.test(title)) {
    throw unexpected(
      'Saut de ligne ou caractère de contrôle inattendu',
      'Unexpected line break or control character',
    );
  }
  // Half a surrogate pair has no UTF-8 form: the file would hold another title.
  if (/\p{Cs}/u.test(title))
    throw unexpected('Caractère incomplet inattendu', 'Unexpected incomplete character');
  if (title.length > titleLengthLimit) {
    const length = `${title.length} > ${titleLengthLimit}`;
    throw unexpected(
      `Titre trop long (${length} caractères)`,
      `Unexpected title length (${length} characters)`,
    );
  }
  if (!/[\p{L}\p{N}]/u.test(title)) {
    throw unexpected('Titre sans lettre ni chiffre', 'Unexpected title without a letter or digit');
  }
  return title;
}

function freeVariant(id: string, lang: string, { ids }: TakenNames): string {
  for (let number = 2; ; number++) if (!ids.has(`${lang}/${id}-${number}`)) return `${id}-${number}`;
}

function planId(asked: string | undefined, title: string, lang: string, taken: TakenNames): string {
  const id = asked ?? idFromTitle(title, lang);
  if (id === '') {
    throw new Problem({
      fr: 'Aucun identifiant ne peut être tiré de ce titre, attendu : --id et un identifiant, comme colis-en-retard',
      en: 'No id can be made from this title, expected --id with an id such as late-parcel',
    });
  }
  if (!articleSchema.shape.id.safeParse(id).success || deviceNames.test(id)) {
    const reserved = [...reservedIds, 'con', 'nul'].join(', ');
    throw new Problem({
      fr: `Identifiant inattendu « ${id} », attendu : --id et ${articleExpectations.id?.fr}, hors noms réservés (${reserved}…)`,
      en: `Unexpected id \`${id}\`, expected --id with ${articleExpectations.id?.en}, and no reserved name (${reserved}…)`,
    });
  }
  const holder = taken.ids.get(`${lang}/${id}`);
  if (holder !== undefined) {
    const free = freeVariant(id, lang, taken);
    throw new Problem({
      fr: `Identifiant « ${id} » déjà pris par ${holder} ; donnez-en un autre, par exemple --id ${free}`,
      en: `Unexpected id \`${id}\`, already taken by ${holder}; give another, for example --id ${free}`,
    });
  }
  return id;
}

/** One folder name that Windows, macOS and Linux all take and that the reader of the base doesn't leave out. */
const folderName = /^(?![.\s])[^<>:"|?*\p{Cc}\p{Cs}]+(?<![.\s])$/u;

function planFolder(asked: string, content: string): string {
  const slashed = asked.replaceAll('\\', '/');
  // A shell that completes paths gives the folder from the root.
  const inner =
    slashed === content || slashed.startsWith(`${content}/`) ? slashed.slice(content.length + 1) : slashed;
  const folder = posix.normalize(inner).replace(/\/+$/, '');
  if (inner === '' || folder === '.') return '';
  if (folder.split('/').every((name) => folderName.test(name) && !deviceNames.test(name.toLowerCase())))
    return folder;
  throw new Problem({
    fr: `Dossier inattendu « ${asked} », attendu : un dossier sous ${content}/, comme livraison`,
    en: `Unexpected folder \`${asked}\`, expected a folder below ${content}/, such as delivery`,
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
