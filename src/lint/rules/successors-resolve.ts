// successors-resolve: `replaced_by` and `replaces` name other articles that exist, and no line of successors runs in a circle.
import { suggestName } from '../../config/schema-issue.ts';
import { type ArticleDocument, findArticle, type KnowledgeBase } from '../../content/knowledge-base.ts';
import { successorsOf } from '../../content/succession.ts';
import { quote } from '../../model/quote.ts';
import type { Wording } from '../../model/wording.ts';
import { exampleArticle, type Rule } from '../rule.ts';

/** The ids from `article` along `replaced_by` back to it, itself first and last; undefined where they do not come back. */
function findCircle({ article }: ArticleDocument, base: KnowledgeBase): string[] | undefined {
  const ids = successorsOf(article, base);
  return ids.at(-1) === article.id ? [article.id, ...ids] : undefined;
}

/** `a → b → a`, with what does not fit left out of the middle. */
function drawCircle(ids: readonly string[]): string {
  const shown = ids.map((id) => quote(id, 19));
  const whole = shown.join(' → ');
  return whole.length <= 67 ? whole : `${shown.slice(0, 2).join(' → ')} → … → ${shown.at(-1)}`;
}

function describeTarget(
  id: string,
  field: string,
  own: ArticleDocument,
  base: KnowledgeBase,
): Wording | undefined {
  const found = findArticle(base, id, own.article.lang);
  if (!found) {
    const shown = quote(id, 36);
    const near = suggestName(id, [...base.byId.keys()]);
    const hint = near === undefined ? undefined : quote(near, 36);
    return {
      fr: `Aucun article « ${shown} »${hint ? ` ; vouliez-vous dire « ${hint} » ?` : ', attendu : un identifiant existant'}`,
      en: `No article \`${shown}\`${hint ? `; did you mean \`${hint}\`?` : ', expected an id that exists'}`,
    };
  }
  if (found.article.id !== own.article.id) return undefined;
  return {
    fr: `L’article lui-même est inattendu dans « ${field} », attendu : un autre article`,
    en: `Unexpected article itself in \`${field}\`, expected another one`,
  };
}

export const successorsResolve: Rule = {
  group: 'life',
  severity: 'error',
  why: {
    fr: 'La page d’un article remplacé mène à son successeur. Un nom qui ne mène nulle part, ou tourne en rond, laisse l’agent sur l’ancien.',
    en: 'The page of a replaced article sends the agent to its successor. A name that leads nowhere, or round in a circle, leaves them on the old one.',
  },
  *check(document, { base }) {
    if (!document.article) return;
    const own = document as ArticleDocument;
    const { replacedBy, replaces } = own.article;
    for (const [index, id] of replaces.entries()) {
      const message = describeTarget(id, 'replaces', own, base);
      if (message) yield { ...document.fieldPlace('replaces', index), message };
    }
    if (replacedBy === undefined) return;
    const place = document.fieldPlace('replaced_by');
    const message = describeTarget(replacedBy, 'replaced_by', own, base);
    if (message) yield { ...place, message };
    const circle = message ? undefined : findCircle(own, base);
    if (circle) {
      const drawn = drawCircle(circle);
      yield {
        ...place,
        message: {
          fr: `Remplacements en cercle, attendu : une fin (${drawn})`,
          en: `Unexpected circle of successors, expected an end (${drawn})`,
        },
      };
    }
  },
  examples: [
    {
      files: {
        'content/a.md': exampleArticle({ replaced_by: 'suivi', status: 'archived' }),
        'content/b.md': exampleArticle({
          id: 'suivi-de-colis',
          formerly: '[suivi]',
          replaces: '[colis-en-retard]',
        }),
      },
      findings: [],
    },
    {
      files: {
        'content/a.md': exampleArticle({ replaced_by: 'suivi-de-coli' }),
        'content/b.md': exampleArticle({ id: 'suivi-de-colis', replaces: '[perdu, suivi-de-colis]' }),
        'content/c.md': exampleArticle({ id: 'c', replaced_by: 'c' }),
      },
      findings: [
        {
          path: 'content/a.md',
          line: 7,
          column: 14,
          fr: 'Aucun article « suivi-de-coli » ; vouliez-vous dire « suivi-de-colis » ?',
          en: 'No article `suivi-de-coli`; did you mean `suivi-de-colis`?',
        },
        {
          path: 'content/b.md',
          line: 7,
          column: 12,
          fr: 'Aucun article « perdu », attendu : un identifiant existant',
          en: 'No article `perdu`, expected an id that exists',
        },
        {
          path: 'content/b.md',
          line: 7,
          column: 19,
          fr: 'L’article lui-même est inattendu dans « replaces », attendu : un autre article',
          en: 'Unexpected article itself in `replaces`, expected another one',
        },
        {
          path: 'content/c.md',
          line: 7,
          column: 14,
          fr: 'L’article lui-même est inattendu dans « replaced_by », attendu : un autre article',
          en: 'Unexpected article itself in `replaced_by`, expected another one',
        },
      ],
    },
    {
      files: {
        'content/a.md': exampleArticle({ id: 'a', replaced_by: 'b' }),
        'content/b.md': exampleArticle({ id: 'b', replaced_by: 'c' }),
        'content/c.md': exampleArticle({ id: 'c', replaced_by: 'b' }),
      },
      findings: [
        {
          path: 'content/b.md',
          line: 7,
          column: 14,
          fr: 'Remplacements en cercle, attendu : une fin (b → c → b)',
          en: 'Unexpected circle of successors, expected an end (b → c → b)',
        },
        {
          path: 'content/c.md',
          line: 7,
          column: 14,
          fr: 'Remplacements en cercle, attendu : une fin (c → b → c)',
          en: 'Unexpected circle of successors, expected an end (c → b → c)',
        },
      ],
    },
  ],
};
