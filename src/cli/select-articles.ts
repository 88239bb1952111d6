// Which articles a command moves: those that were named, or all of an owner's, or all that are due.
import type { Command } from 'commander';
import { didYouMean } from '../config/schema-issue.ts';
import { type ArticleDocument, articleDocuments, type KnowledgeBase } from '../content/knowledge-base.ts';
import { Problem } from '../model/problem.ts';
import { judgeValidity } from '../model/validity.ts';
import type { Session } from './common-options.ts';
import { findLanguages, noSuchArticle } from './find-languages.ts';

export interface ArticleSelection {
  readonly owner?: string | undefined;
  /** Only articles that are due or expired. */
  readonly due?: true | undefined;
  readonly language?: string | undefined;
}

/** Adds the options of `ArticleSelection` to `command`. */
export function addSelectionOptions(command: Command): Command {
  return command
    .option('--owner <key>', 'only the articles of this owner')
    .option('--due', 'only articles that are expired or about to be')
    .option('--language <code>', 'only the articles in this language (default: every language)');
}

/** Raises a `Problem` on an owner that the configuration does not know. */
export function checkOwner(owner: string | undefined, { config }: Session): void {
  const known = Object.keys(config.owners);
  if (owner === undefined || known.includes(owner)) return;
  const hint = didYouMean(owner, known);
  throw new Problem({
    fr: `Responsable inconnu « ${owner} », attendu : ${known.join(', ')}${hint.fr}`,
    en: `Unknown owner \`${owner}\`, expected one of ${known.join(', ')}${hint.en}`,
  });
}

/** The articles that `ids` name, in `language` or in every one. Raises a `Problem` on an id that names none. */
export function findNamed(
  base: KnowledgeBase,
  ids: readonly string[],
  language: string | undefined,
): ReadonlySet<ArticleDocument> {
  const found = ids.map((id) => {
    const documents = findLanguages(base, id, language);
    if (documents.length === 0) throw noSuchArticle(base, id, language);
    return documents;
  });
  return new Set(found.flat());
}

function isDue({ article }: ArticleDocument, { config, today }: Session): boolean {
  const { dueWithin, expiresRequired } = config.validity;
  const needsExpiry = expiresRequired.includes(article.type);
  return ['due', 'expired'].includes(judgeValidity({ ...article, needsExpiry }, today, dueWithin));
}

/**
 * The articles that `ids` name, in every language, or all that are not archived where it names none, as far as the
 * options keep them; sorted by path. Raises a `Problem` on an id that there is not, and where nothing was asked for or found.
 */
export function selectArticles(
  base: KnowledgeBase,
  ids: readonly string[],
  options: ArticleSelection,
  session: Session,
): readonly ArticleDocument[] {
  checkOwner(options.owner, session);
  if (ids.length === 0 && options.owner === undefined && options.due === undefined) {
    throw new Problem({
      fr: 'Aucun article demandé, attendu : des identifiants, ou --owner, ou --due',
      en: 'No article was asked for, expected ids, --owner or --due',
    });
  }
  // Every id is looked up before anything else happens.
  const named = findNamed(base, ids, options.language);
  const kept = articleDocuments(base).filter((document) => {
    const { article } = document;
    const asked = ids.length > 0 ? named.has(document) : article.status !== 'archived';
    return (
      asked &&
      (options.owner === undefined || article.owner === options.owner) &&
      (options.language === undefined || article.lang === options.language) &&
      (options.due === undefined || isDue(document, session))
    );
  });
  if (kept.length > 0) return kept;
  throw new Problem({
    fr: 'Aucun article ne répond à ces options, attendu : au moins un',
    en: 'No article fits these options, expected at least one',
  });
}
