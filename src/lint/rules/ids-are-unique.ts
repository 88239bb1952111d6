// ids-are-unique: one id names one article in each language.
import { documentId } from '../../content/document.ts';
import { exampleArticle, type Rule } from '../rule.ts';

export const idsAreUnique: Rule = {
  group: 'structure',
  severity: 'error',
  suppressible: false,
  why: {
    fr: 'L’identifiant est l’adresse de l’article. Deux articles du même nom s’écraseraient, et chaque lien vers eux serait un coup de dé.',
    en: 'The id is the article’s address. Two articles with one id would overwrite each other, and every link to them would be a coin toss.',
  },
  *check(document, { base }) {
    const { article } = document;
    const id = documentId(document);
    if (!article || id === undefined) return;
    const first = base.byId.get(id)?.get(article.lang);
    if (first && first.path !== document.path) {
      yield {
        ...document.fieldPlace('id'),
        message: {
          fr: `Identifiant « ${id} » déjà pris par ${first.path}, attendu : un identifiant unique par langue`,
          en: `Unexpected id \`${id}\`, already taken by ${first.path}; expected one id per article and language`,
        },
      };
    }
    for (const [index, former] of article.formerly.entries()) {
      const taken = base.byId.get(former)?.get(article.lang);
      if (taken) {
        yield {
          ...document.fieldPlace('formerly', index),
          message: {
            fr: `Ancien identifiant « ${former} » encore porté par ${taken.path}, attendu : un identifiant libre`,
            en: `Unexpected former id \`${former}\`, still carried by ${taken.path}; expected an id that is free`,
          },
        };
      }
    }
  },
  examples: [
    {
      files: {
        'content/a.md': exampleArticle(),
        'content/en/a.md': exampleArticle({ lang: 'en', title: 'Late parcel' }),
      },
      findings: [],
    },
    {
      files: { 'content/a.md': exampleArticle(), 'content/b.md': exampleArticle() },
      findings: [
        {
          path: 'content/b.md',
          line: 2,
          column: 5,
          fr: 'Identifiant « colis-en-retard » déjà pris par content/a.md, attendu : un identifiant unique par langue',
          en: 'Unexpected id `colis-en-retard`, already taken by content/a.md; expected one id per article and language',
        },
      ],
    },
    {
      files: {
        'content/a.md': exampleArticle(),
        'content/b.md': exampleArticle({ id: 'retard', formerly: '[colis-en-retard]' }),
      },
      findings: [
        {
          path: 'content/b.md',
          line: 7,
          column: 12,
          fr: 'Ancien identifiant « colis-en-retard » encore porté par content/a.md, attendu : un identifiant libre',
          en: 'Unexpected former id `colis-en-retard`, still carried by content/a.md; expected an id that is free',
        },
      ],
    },
  ],
};
