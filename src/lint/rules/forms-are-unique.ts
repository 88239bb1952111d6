// forms-are-unique: a form of another tool opens one article.
import { type ArticleDocument, articleDocuments } from '../../content/knowledge-base.ts';
import type { Article } from '../../model/article.ts';
import { quote } from '../../model/quote.ts';
import { perBase } from '../per-base.ts';
import { exampleArticle, type Rule } from '../rule.ts';

function claimKey({ lang }: Article, form: string): string {
  return `${lang} ${form}`;
}

/** Language and form → the published article that claims it first, in the order of paths. */
const firstClaims = perBase((base) => {
  const found = new Map<string, ArticleDocument>();
  for (const document of articleDocuments(base)) {
    const { forms, status } = document.article;
    if (status !== 'published') continue;
    for (const form of forms) {
      const key = claimKey(document.article, form);
      if (!found.has(key)) found.set(key, document);
    }
  }
  return found;
});

export const formsAreUnique: Rule = {
  group: 'together',
  severity: 'error',
  why: {
    fr: 'Un formulaire d’un autre outil ouvre l’article qui le nomme. Quand deux articles d’une langue le nomment, l’agent n’en voit jamais qu’un.',
    en: 'A form of another tool opens the article that names it. Where two articles of one language name it, the agent only ever sees one of them.',
  },
  *check(document, { base }) {
    const { article } = document;
    if (article?.status !== 'published') return;
    for (const [index, form] of article.forms.entries()) {
      const first = firstClaims(base).get(claimKey(article, form));
      const again = article.forms.indexOf(form) < index;
      if (first === undefined || (first === document && !again)) continue;
      const shown = quote(form, 30);
      const id = quote(first.article.id);
      yield {
        ...document.fieldPlace('forms', index),
        message: {
          fr: `Formulaire « ${shown} » déjà pris par « ${id} », attendu : un seul article par langue`,
          en: `Unexpected form \`${shown}\`, also of \`${id}\`; expected one article per language`,
        },
      };
    }
  },
  examples: [
    {
      files: {
        'content/a.md': exampleArticle({ forms: '[refund-request, refund.partial]' }),
        'content/b.md': exampleArticle({ id: 'b', forms: '[late-parcel]' }),
        'content/c.md': exampleArticle({ id: 'c', status: 'archived', forms: '[late-parcel]' }),
        'content/en/a.md': exampleArticle({ lang: 'en', forms: '[refund-request]' }),
      },
      findings: [],
    },
    {
      files: {
        'content/a.md': exampleArticle({ forms: '[refund-request]' }),
        'content/b.md': exampleArticle({ id: 'b', forms: '[late-parcel, refund-request]' }),
      },
      findings: [
        {
          path: 'content/b.md',
          line: 7,
          column: 22,
          fr: 'Formulaire « refund-request » déjà pris par « colis-en-retard », attendu : un seul article par langue',
          en: 'Unexpected form `refund-request`, also of `colis-en-retard`; expected one article per language',
        },
      ],
    },
  ],
};
