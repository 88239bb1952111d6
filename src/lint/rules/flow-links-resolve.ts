// flow-links-resolve: where a node of a flowchart leads on to is an article that is there.
import { suggestName } from '../../config/schema-issue.ts';
import type { Document } from '../../content/document.ts';
import type { KnowledgeBase } from '../../content/knowledge-base.ts';
import { hasAnchor, resolveLink } from '../../content/resolve-link.ts';
import { quote } from '../../model/quote.ts';
import type { Wording } from '../../model/wording.ts';
import { flowLinks } from '../checked-flows.ts';
import { exampleArticle, type Rule } from '../rule.ts';
import { describeMissing } from './anchors-resolve.ts';
import { describeBroken } from './links-resolve.ts';

/** What is wrong with the address that a node leads on to, if anything. */
function describeLink(link: string, from: Document, base: KnowledgeBase): Wording | undefined {
  const target = resolveLink(link, from, base);
  if (target.kind === 'broken') return describeBroken(target.reason, target.target, base);
  if (target.kind !== 'article') {
    const shown = quote(link);
    return {
      fr: `Lien d’un nœud vers « ${shown} », attendu : un article`,
      en: `Unexpected link of a node to \`${shown}\`, expected an article`,
    };
  }
  const { anchor, document } = target;
  if (anchor === undefined || hasAnchor(document, anchor)) return undefined;
  const near = suggestName(anchor, document.markdown?.headings.map(({ slug }) => slug) ?? []);
  return describeMissing(anchor, document.path, near);
}

export const flowLinksResolve: Rule = {
  group: 'flow',
  severity: 'error',
  why: {
    fr: 'Un nœud qui passe la main à un article introuvable arrête le guide au milieu de l’appel.',
    en: 'A node that hands over to an article that is not there stops the guide in the middle of a call.',
  },
  *check(document, context) {
    for (const { url, ...place } of flowLinks(document, context)) {
      const message = describeLink(url, document, context.base);
      if (message) yield { ...place, message };
    }
  },
  examples: [
    {
      files: {
        'content/a.md': exampleArticle(
          {},
          '```mermaid\nflowchart TD\n  a[Lire le suivi] --> b([Ouvrir un litige])\n  click b href "litige.md#étapes"\n```\n',
        ),
        'content/litige.md': exampleArticle({ id: 'litige' }, '## Étapes\n'),
      },
      findings: [],
    },
    {
      files: {
        'content/a.md': exampleArticle(
          {},
          '```mermaid\nflowchart TD\n  a[Lire le suivi] --> b([Ouvrir un litige])\n  click a href "bon.pdf"\n  click b href "id:litiges"\n```\n',
        ),
        'content/bon.pdf': '',
        'content/litige.md': exampleArticle({ id: 'litige' }),
      },
      findings: [
        {
          path: 'content/a.md',
          line: 12,
          column: 17,
          fr: 'Lien d’un nœud vers « bon.pdf », attendu : un article',
          en: 'Unexpected link of a node to `bon.pdf`, expected an article',
        },
        {
          path: 'content/a.md',
          line: 13,
          column: 17,
          fr: 'Aucun article « litiges » ; vouliez-vous dire « litige » ?',
          en: 'No article `litiges`; did you mean `litige`?',
        },
      ],
    },
  ],
};
