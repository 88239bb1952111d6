// articles-are-linked: a current article is linked to by another one, or answers a contact reason.
import type { KnowledgeBase } from '../../content/knowledge-base.ts';
import { articleDocuments } from '../../content/knowledge-base.ts';
import { resolveLink } from '../../content/resolve-link.ts';
import type { Article } from '../../model/article.ts';
import type { IsoDate } from '../../model/iso-date.ts';
import { judgeValidity } from '../../model/validity.ts';
import { perBase } from '../per-base.ts';
import { exampleArticle, type Rule } from '../rule.ts';

/**
 * What may be an address in Markdown: after `](`, in a definition, or in a flowchart's `click`. Bodies are not parsed for it, as every one of them would
 * be; an address in a block of code counts too, and can only keep the rule silent.
 */
const address = /\]\(\s*<?([^)\s>]+)|^ {0,3}\[[^\]\n]+\]:\s*<?([^\s>]+)|^[ \t>]*click [^"\n]*"([^"\n]+)"/gm;

/** Ids of the articles to which another article links; the languages of an article are one, as each page leads to the others. */
const linkedIds = perBase((base: KnowledgeBase): ReadonlySet<string> => {
  const ids = new Set<string>();
  for (const document of articleDocuments(base)) {
    for (const [, inline, defined, clicked] of document.body.matchAll(address)) {
      const target = resolveLink(inline ?? defined ?? clicked ?? '', document, base);
      if (target.kind !== 'article') continue;
      const { id } = target.document.article;
      if (id !== document.article.id) ids.add(id);
    }
  }
  return ids;
});

/** Announcements stand on the home page, quizzes on training paths, voice menus are for the telephone. */
function isFoundOtherwise({ type }: Article): boolean {
  return type === 'announcement' || type === 'quiz' || type === 'ivr';
}

/** Whether agents are meant to find the article today by a link or a reason. */
function isAwaited(article: Article, { config }: KnowledgeBase, today: IsoDate): boolean {
  if (article.status !== 'published' || isFoundOtherwise(article)) return false;
  const needsExpiry = config.validity.expiresRequired.includes(article.type);
  const validity = judgeValidity({ ...article, needsExpiry }, today, config.validity.dueWithin);
  return validity === 'current' || validity === 'due';
}

const message = {
  fr: 'Article isolé : aucun autre n’y mène, et il n’a pas de motif ; attendu : un lien ou un motif de contact',
  en: 'Unexpected orphan: no other article links to it, and it has no reason; expected a link or a contact reason',
};

export const articlesAreLinked: Rule = {
  group: 'structure',
  severity: 'info',
  why: {
    fr: 'Un article vers lequel rien ne mène est lu de ceux qui le connaissent déjà, et oublié à la prochaine relecture.',
    en: 'An article to which nothing leads is read by those who already know of it, and forgotten at the next review.',
  },
  *check({ article, fieldPlace }, { base, today }) {
    if (article === undefined || article.reasons.length > 0 || !isAwaited(article, base, today)) return;
    if (articleDocuments(base).length === 1 || linkedIds(base).has(article.id)) return;
    yield { ...fieldPlace('reasons'), message };
  },
  examples: [
    {
      files: {
        'content/a.md': exampleArticle({ reasons: '[delivery.late]' }, 'Voir [les transporteurs](b.md).\n'),
        'content/b.md': exampleArticle({ id: 'b', type: 'reference' }, 'Trois jours.\n'),
        'content/en/b.md': exampleArticle({ id: 'b', type: 'reference', lang: 'en' }, 'Three days.\n'),
        'content/c.md': exampleArticle({ id: 'c', status: 'draft' }, 'À écrire.\n'),
        'content/d.md': exampleArticle({ id: 'd', expires: '2026-01-31' }, 'Jusqu’en janvier.\n'),
      },
      findings: [],
    },
    {
      files: {
        'content/a.md': exampleArticle({ reasons: '[delivery.late]' }, 'Appelez le transporteur.\n'),
        'content/b.md': exampleArticle({ id: 'b' }, '## Délais\n\nVoir [plus haut](b.md#délais).\n'),
        'content/c.md': exampleArticle({ id: 'c', reasons: '[]' }, 'Trois jours.\n'),
      },
      findings: [
        { path: 'content/b.md', line: 2, column: 1, ...message },
        { path: 'content/c.md', line: 7, column: 10, ...message },
      ],
    },
  ],
};
