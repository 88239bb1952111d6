// anchors-resolve: a link to a section leads to a heading that is there.
import { suggestName } from '../../config/schema-issue.ts';
import { hasAnchor, resolveLink } from '../../content/resolve-link.ts';
import { exampleArticle, type Rule } from '../rule.ts';

export const anchorsResolve: Rule = {
  group: 'structure',
  severity: 'error',
  why: {
    fr: 'Un lien vers une section renommée laisse l’agent en haut d’une longue page, à chercher l’étape promise.',
    en: 'A link to a section that was renamed drops the agent at the top of a long page, looking for a step that the link promised.',
  },
  *check(document, { base }) {
    for (const { url, text: _, ...place } of document.markdown?.links ?? []) {
      const target = resolveLink(url, document, base);
      if (target.kind !== 'article' || target.anchor === undefined) continue;
      if (hasAnchor(target.document, target.anchor)) continue;
      const near = suggestName(
        target.anchor,
        target.document.markdown?.headings.map(({ slug }) => slug) ?? [],
      );
      const where = target.document.path;
      yield {
        ...place,
        message: {
          fr: `Ancre introuvable « #${target.anchor} » dans ${where}${near ? ` ; vouliez-vous dire « #${near} » ?` : ', attendu : un titre de cet article'}`,
          en: `No anchor \`#${target.anchor}\` in ${where}${near ? `; did you mean \`#${near}\`?` : ', expected a heading of that article'}`,
        },
      };
    }
  },
  examples: [
    {
      files: { 'content/a.md': exampleArticle({}, '## Délais d’envoi\n\n[Délais](#délais-denvoi)\n') },
      findings: [],
    },
    {
      files: {
        'content/a.md': exampleArticle({}, '[Délais](b.md#delais)\n'),
        'content/b.md': exampleArticle({ id: 'b' }, '## Délais\n'),
      },
      findings: [
        {
          path: 'content/a.md',
          line: 9,
          column: 1,
          fr: 'Ancre introuvable « #delais » dans content/b.md ; vouliez-vous dire « #délais » ?',
          en: 'No anchor `#delais` in content/b.md; did you mean `#délais`?',
        },
      ],
    },
  ],
};
