// The keys of the front matter, and what each may hold in a given base.
import { articleExpectations, knownArticleKeys } from '../content/article-schema.ts';
import { findArticle, type KnowledgeBase } from '../content/knowledge-base.ts';
import { announcementLevels, articleTypes } from '../model/article.ts';
import { statuses } from '../model/trust.ts';
import { type Label, pickLabel, type UiLanguage } from '../model/wording.ts';

export interface Proposal {
  readonly label: string;
  readonly detail?: string | undefined;
  /** What is written, where it is not the label. */
  readonly newText?: string;
}

/** The keys that are not `present` yet. */
export function keysToPropose(present: ReadonlySet<string>, lang: UiLanguage): Proposal[] {
  return (
    knownArticleKeys('')
      // A validation and the versions as good as it name digests: `kb validate` writes them, nobody else can.
      .filter((key) => key !== 'validation' && key !== 'acknowledged_also' && !present.has(key))
      .map((label) => ({ label, detail: articleExpectations[label]?.[lang] }))
  );
}

function plain(values: readonly string[]): Proposal[] {
  return values.map((label) => ({ label }));
}

/** Every article id, with the title that an article in `lang` would show for it. */
export function idsToPropose(base: KnowledgeBase, lang: string): Proposal[] {
  return [...base.byId.keys()].map((label) => ({
    label,
    detail: findArticle(base, label, lang)?.article.title,
  }));
}

/** What field `key` of the article at `path` may hold; nothing for a field of free text. */
export function valuesOf(key: string, path: string, base: KnowledgeBase, lang: UiLanguage): Proposal[] {
  const { config } = base;
  const labelled = (labels: Readonly<Record<string, Label>>) =>
    Object.entries(labels).map(([label, texts]) => ({ label, detail: pickLabel(texts, lang, config.lang) }));
  const article = base.byPath.get(path)?.article;
  switch (key) {
    case 'owner':
      return Object.entries(config.owners).map(([label, { name }]) => ({
        label,
        detail: pickLabel(name, lang, config.lang),
      }));
    case 'reasons':
      return labelled(config.reasons);
    case 'audience':
      return plain(config.audiences);
    case 'type':
      return plain(articleTypes);
    case 'status':
      return plain(statuses);
    case 'level':
      return plain(announcementLevels);
    case 'acknowledge':
      return plain(['true', 'false']);
    case 'lang':
      return plain(config.languages);
    case 'replaces':
    case 'replaced_by':
      return idsToPropose(base, article?.lang ?? config.lang).filter(({ label }) => label !== article?.id);
    default:
      return [];
  }
}
