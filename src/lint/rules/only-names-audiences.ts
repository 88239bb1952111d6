// only-names-audiences: a part of an article for some audiences names audiences that there are and that may read the article.
import type { Nodes } from 'mdast';
import { suggestName } from '../../config/schema-issue.ts';
import { asOnly, audiencesOf } from '../../content/restrict-document.ts';
import { walkTree } from '../../content/walk-tree.ts';
import { quote } from '../../model/quote.ts';
import { joinChoices, type Wording } from '../../model/wording.ts';
import { exampleArticle, type Rule } from '../rule.ts';

function describeUnknown(name: string, known: readonly string[]): Wording {
  const found = quote(name, 40);
  const near = suggestName(name, known);
  if (near !== undefined)
    return {
      fr: `Public inconnu « ${found} » ; vouliez-vous dire « ${near} » ?`,
      en: `Unknown audience \`${found}\`; did you mean \`${near}\`?`,
    };
  return {
    fr: `Public inconnu « ${found} », attendu : ${joinChoices(known, 'fr')}`,
    en: `Unknown audience \`${found}\`, expected ${joinChoices(known, 'en')}`,
  };
}

const without: Wording = {
  fr: 'Partie réservée sans public, attendu : :::only{audience=…}',
  en: 'Unexpected part without an audience, expected :::only{audience=…}',
};

export const onlyNamesAudiences: Rule = {
  group: 'safety',
  severity: 'error',
  fragments: true,
  why: {
    fr: 'Une partie réservée mal adressée manque à ceux qui en ont besoin ; sans public connu, elle n’est que pour le plus restreint.',
    en: 'A part with the wrong address is missing where it is needed; without a known audience it is for the most restricted one alone.',
  },
  *check({ body, article }, { base, parts }) {
    if (!body.includes(':::only')) return;
    const containers: Nodes[] = [];
    walkTree<Nodes>(parts.tree, (node) => {
      if (asOnly(node)) containers.push(node);
      return undefined;
    });
    for (const node of containers) {
      const container = asOnly(node);
      const { line, column } = parts.placeOf(node);
      const named = container ? audiencesOf(container) : [];
      if (named.length === 0) yield { line, column, message: without };
      for (const name of named) {
        if (!base.config.audiences.includes(name))
          yield { line, column, message: describeUnknown(name, base.config.audiences) };
        else if (article && !article.audience.includes(name)) {
          const found = quote(name, 40);
          yield {
            line,
            column,
            message: {
              fr: `Public « ${found} » inattendu, l’article n’est que pour ${joinChoices(article.audience, 'fr')}`,
              en: `Unexpected audience \`${found}\`, the article is only for ${joinChoices(article.audience, 'en')}`,
            },
          };
        }
      }
    }
  },
  examples: [
    {
      files: {
        'content/a.md': exampleArticle(
          { audience: '[internal, customer]' },
          ':::only{audience=internal}\nVoyez la fiche.\n:::\n\n:::only{audience=customer}\nÉcrivez-nous.\n:::\n',
        ),
      },
      findings: [],
    },
    {
      files: {
        'content/a.md': exampleArticle(
          { audience: '[internal, customer]' },
          ':::only{audience=interne|partner}\nUn.\n:::\n\n:::only\nDeux.\n:::\n',
        ),
      },
      findings: [
        {
          path: 'content/a.md',
          line: 10,
          column: 1,
          fr: 'Public inconnu « interne » ; vouliez-vous dire « internal » ?',
          en: 'Unknown audience `interne`; did you mean `internal`?',
        },
        {
          path: 'content/a.md',
          line: 10,
          column: 1,
          fr: 'Public « partner » inattendu, l’article n’est que pour internal ou customer',
          en: 'Unexpected audience `partner`, the article is only for internal or customer',
        },
        {
          path: 'content/a.md',
          line: 14,
          column: 1,
          fr: 'Partie réservée sans public, attendu : :::only{audience=…}',
          en: 'Unexpected part without an audience, expected :::only{audience=…}',
        },
      ],
    },
  ],
};
