// links-are-current: an article in force links to articles in force.
import type { ArticleDocument } from '../../content/knowledge-base.ts';
import { judgeObsolescence, type Obsolescence, obsolescenceWords } from '../../content/obsolescence.ts';
import { resolveLink } from '../../content/resolve-link.ts';
import type { Article } from '../../model/article.ts';
import { quote } from '../../model/quote.ts';
import type { Wording } from '../../model/wording.ts';
import { flowLinks } from '../checked-flows.ts';
import { exampleArticle, type Rule } from '../rule.ts';

function describe(id: string, state: Obsolescence, successor: ArticleDocument | undefined): Wording {
  const words = obsolescenceWords[state];
  const shown = quote(id);
  if (!successor) {
    return {
      fr: `Lien inattendu vers « ${shown} », ${words.fr}, attendu : un article en vigueur`,
      en: `Unexpected link to \`${shown}\`, ${words.en}, expected an article in force`,
    };
  }
  const next = quote(successor.article.id);
  return {
    fr: `Lien vers « ${shown} », ${words.fr}, attendu : son successeur « ${next} »`,
    en: `Unexpected link to \`${shown}\`, ${words.en}, expected its successor \`${next}\``,
  };
}

/** A new article may well point back to what it took over from. */
function tookOverFrom(article: Article, old: Article): boolean {
  return article.replaces.includes(old.id) || old.replacedBy === article.id;
}

export const linksAreCurrent: Rule = {
  group: 'life',
  severity: 'warning',
  why: {
    fr: 'Une procédure juste qui renvoie vers une procédure périmée en transmet quand même les erreurs au client.',
    en: 'A sound procedure that sends the agent on to an expired one passes its mistakes on to the customer all the same.',
  },
  *check(document, context) {
    const { base, today } = context;
    if (document.article?.status !== 'published') return;
    const inText = (document.markdown?.links ?? []).map(({ text: _, ...link }) => link);
    const links = [...inText, ...flowLinks(document, context)];
    if (links.length === 0 || judgeObsolescence(document as ArticleDocument, base, today)) return;
    for (const { url, ...place } of links) {
      const target = resolveLink(url, document, base);
      if (target.kind !== 'article' || tookOverFrom(document.article, target.document.article)) continue;
      const obsolete = judgeObsolescence(target.document, base, today);
      if (!obsolete || obsolete.successor?.article.id === document.article.id) continue;
      const { successor } = obsolete;
      const next = successor && !judgeObsolescence(successor, base, today) ? successor : undefined;
      yield { ...place, message: describe(target.document.article.id, obsolete.state, next) };
    }
  },
  examples: [
    {
      files: {
        'content/a.md': exampleArticle(
          {},
          'Voir [b](b.md), [c](c.md), [le site](https://mirandelle.example) et [d](d.md).\n',
        ),
        'content/b.md': exampleArticle({ id: 'b', expires: '2026-06-15', replaced_by: 'c' }),
        'content/c.md': exampleArticle(
          { id: 'c', effective: '2026-07-01', replaces: '[d]' },
          'Avant : [d](id:d).\n',
        ),
        'content/d.md': exampleArticle({ id: 'd', status: 'draft', expires: '2026-06-01' }),
        'content/e.md': exampleArticle({ id: 'e', status: 'archived' }, 'Voir [f](id:f).\n'),
        'content/f.md': exampleArticle({ id: 'f', status: 'archived', replaced_by: 'g' }),
        'content/g.md': exampleArticle({ id: 'g' }, 'L’[ancien circuit](f.md) n’existe plus.\n'),
      },
      findings: [],
    },
    {
      files: {
        'content/a.md': exampleArticle({}, 'Voir [b](b.md#étapes), [c](id:c),\n[d](d.md) et [e](id:e).\n'),
        'content/h.md': exampleArticle(
          { id: 'h' },
          '```mermaid\nflowchart TD\n  a[Lire le suivi] --> b([Passer à e])\n  click b href "e.md"\n```\n',
        ),
        'content/b.md': exampleArticle({ id: 'b', expires: '2026-06-14' }),
        'content/c.md': exampleArticle({ id: 'c', status: 'archived', replaced_by: 'd' }),
        'content/d.md': exampleArticle({ id: 'd', replaced_by: 'retrait-en-magasin' }),
        'content/e.md': exampleArticle({ id: 'e', status: 'archived' }),
        'content/f.md': exampleArticle({ id: 'retrait-en-magasin' }),
      },
      findings: [
        {
          path: 'content/a.md',
          line: 9,
          column: 6,
          fr: 'Lien inattendu vers « b », périmé, attendu : un article en vigueur',
          en: 'Unexpected link to `b`, expired, expected an article in force',
        },
        {
          path: 'content/a.md',
          line: 9,
          column: 24,
          fr: 'Lien vers « c », archivé, attendu : son successeur « retrait-en-magasin »',
          en: 'Unexpected link to `c`, archived, expected its successor `retrait-en-magasin`',
        },
        {
          path: 'content/a.md',
          line: 10,
          column: 1,
          fr: 'Lien vers « d », remplacé, attendu : son successeur « retrait-en-magasin »',
          en: 'Unexpected link to `d`, replaced, expected its successor `retrait-en-magasin`',
        },
        {
          path: 'content/a.md',
          line: 10,
          column: 14,
          fr: 'Lien inattendu vers « e », archivé, attendu : un article en vigueur',
          en: 'Unexpected link to `e`, archived, expected an article in force',
        },
        {
          path: 'content/h.md',
          line: 12,
          column: 17,
          fr: 'Lien inattendu vers « e », archivé, attendu : un article en vigueur',
          en: 'Unexpected link to `e`, archived, expected an article in force',
        },
      ],
    },
  ],
};
