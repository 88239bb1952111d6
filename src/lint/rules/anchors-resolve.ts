// anchors-resolve: a link to a section leads to a heading that is there.
import { suggestName } from '../../config/schema-issue.ts';
import { hasAnchor, resolveLink } from '../../content/resolve-link.ts';
import { quote } from '../../model/quote.ts';
import type { Wording } from '../../model/wording.ts';
import { exampleArticle, type Rule } from '../rule.ts';

/** The end of a path tells more than its beginning. */
function endOf(path: string): string {
  return path.length > 28 ? `…${path.slice(-27)}` : path;
}

/** Words for an anchor that no heading of the article at `path` has; shared with `flow-links-resolve`. */
export function describeMissing(anchor: string, path: string, near: string | undefined): Wording {
  if (near === undefined) {
    const [name, where] = [quote(anchor, 26), endOf(path)];
    return {
      fr: `Ancre introuvable « #${name} » dans ${where}, attendu : un titre de cet article`,
      en: `No anchor \`#${name}\` in ${where}, expected a heading of that article`,
    };
  }
  const [name, meant] = [quote(anchor, 30), quote(near, 36)];
  return {
    fr: `Ancre introuvable « #${name} » ; vouliez-vous dire « #${meant} » ?`,
    en: `No anchor \`#${name}\`; did you mean \`#${meant}\`?`,
  };
}

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
      yield { ...place, message: describeMissing(target.anchor, target.document.path, near) };
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
          fr: 'Ancre introuvable « #delais » ; vouliez-vous dire « #délais » ?',
          en: 'No anchor `#delais`; did you mean `#délais`?',
        },
      ],
    },
  ],
};
