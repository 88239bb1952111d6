// keywords-are-unique: a keyword leads to the articles of one subject.
import { type ArticleDocument, articleDocuments, type KnowledgeBase } from '../../content/knowledge-base.ts';
import { resolveLink } from '../../content/resolve-link.ts';
import type { Article } from '../../model/article.ts';
import { foldKeyword } from '../../model/keyword.ts';
import { quote } from '../../model/quote.ts';
import { perBase } from '../per-base.ts';
import { exampleArticle, type Rule } from '../rule.ts';

/** A macro and a procedure may share their words: the search shows the type of each. */
function claimKey({ lang, type }: Article, folded: string): string {
  return `${lang} ${type} ${folded}`;
}

/** Language, type and folded keyword → the published articles that claim it, in the order of their paths. */
const claims = perBase((base) => {
  const found = new Map<string, ArticleDocument[]>();
  for (const document of articleDocuments(base)) {
    const { keywords, status } = document.article;
    if (status !== 'published') continue;
    for (const keyword of new Set(keywords.map(foldKeyword))) {
      const key = claimKey(document.article, keyword);
      const group = found.get(key);
      if (group) group.push(document);
      else found.set(key, [document]);
    }
  }
  return found;
});

/** An article that links to the other sends the agent on: both may well be found by the same words. */
function linksTo(from: ArticleDocument, to: ArticleDocument, base: KnowledgeBase): boolean {
  return (from.markdown?.links ?? []).some(({ url }) => {
    const target = resolveLink(url, from, base);
    return target.kind === 'article' && target.document.article.id === to.article.id;
  });
}

/** Whether `a` and `b` are about one thing, or know of each other. */
function belongTogether(a: ArticleDocument, b: ArticleDocument, base: KnowledgeBase): boolean {
  const shared = a.article.reasons.some((reason) => b.article.reasons.includes(reason));
  return shared || linksTo(a, b, base) || linksTo(b, a, base);
}

export const keywordsAreUnique: Rule = {
  group: 'together',
  severity: 'info',
  why: {
    fr: 'Les mots-clés placent un article en tête pour les mots du client. Quand deux sujets réclament les mêmes sans lien de l’un à l’autre, l’agent doit deviner.',
    en: 'Keywords put an article first for the customer’s own words. Where two subjects claim the same ones and neither links to the other, the agent has to guess.',
  },
  *check(document, { base }) {
    const { article } = document;
    if (article?.status !== 'published') return;
    const seen = new Set<string>();
    for (const [index, keyword] of article.keywords.entries()) {
      const folded = foldKeyword(keyword);
      if (seen.has(folded)) continue;
      seen.add(folded);
      const own = document as ArticleDocument;
      const others = claims(base).get(claimKey(article, folded)) ?? [];
      const other = others
        .slice(0, others.indexOf(own))
        .find((earlier) => !belongTogether(earlier, own, base));
      if (!other) continue;
      const shown = quote(keyword, 22);
      const id = quote(other.article.id);
      yield {
        ...document.fieldPlace('keywords', index),
        message: {
          fr: `Mot-clé « ${shown} » déjà pris par « ${id} », attendu : un seul sujet`,
          en: `Unexpected keyword \`${shown}\`, also of \`${id}\`; expected one subject`,
        },
      };
    }
  },
  examples: [
    {
      files: {
        'content/a.md': exampleArticle({ reasons: '[delivery.late]', keywords: '[retard, colis perdu]' }),
        'content/b.md': exampleArticle({
          id: 'b',
          reasons: '[delivery.lost, delivery.late]',
          keywords: '[Retard]',
        }),
        'content/c.md': exampleArticle({
          id: 'c',
          lang: 'en',
          reasons: '[delivery.lost]',
          keywords: '[retard]',
        }),
        'content/d.md': exampleArticle({ id: 'd', status: 'archived', keywords: '[retard]' }),
        'content/f.md': exampleArticle({ id: 'f', type: 'faq', keywords: '[retard]' }),
        'content/e.md': exampleArticle({ id: 'e', keywords: '[colis perdu]' }, 'En retard : [a](a.md).\n'),
      },
      findings: [],
    },
    {
      files: {
        'content/a.md': exampleArticle({ reasons: '[delivery.late]', keywords: '[retard, égaré]' }),
        'content/b.md': exampleArticle({
          id: 'b',
          reasons: '[delivery.lost]',
          keywords: '[perdu, EGARE, égaré]',
        }),
      },
      findings: [
        {
          path: 'content/b.md',
          line: 8,
          column: 19,
          fr: 'Mot-clé « EGARE » déjà pris par « colis-en-retard », attendu : un seul sujet',
          en: 'Unexpected keyword `EGARE`, also of `colis-en-retard`; expected one subject',
        },
      ],
    },
  ],
};
