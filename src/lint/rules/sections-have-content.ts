// sections-have-content: something stands below every heading.
import type { RootContent } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { withoutComments } from '../../content/html-comments.ts';
import { quote } from '../../model/quote.ts';
import { exampleArticle, type Rule } from '../rule.ts';

/** Whether readers see nothing of the node where it stands. */
function isSilent(node: RootContent): boolean {
  if (node.type === 'html') return withoutComments(node.value).trim() === '';
  return node.type === 'definition' || node.type === 'footnoteDefinition' || node.type === 'thematicBreak';
}

export const sectionsHaveContent: Rule = {
  group: 'structure',
  severity: 'warning',
  why: {
    fr: 'Une section vide est une promesse du sommaire que la page ne tient pas, souvent un modèle que personne n’a fini.',
    en: 'An empty section is a promise of the table of contents that the page does not keep, often a template that nobody finished.',
  },
  *check(_, { parts }) {
    const blocks = parts.tree.children.filter((node) => !isSilent(node));
    for (const [index, node] of blocks.entries()) {
      if (node.type !== 'heading') continue;
      const next = blocks[index + 1];
      if (next !== undefined && (next.type !== 'heading' || next.depth > node.depth)) continue;
      const shown = quote(textOf(node, { includeHtml: false }) || '#'.repeat(node.depth));
      yield {
        ...parts.placeOf(node),
        message: {
          fr: `Section vide inattendue sous « ${shown} », attendu : un contenu, ou pas de titre`,
          en: `Unexpected empty section below \`${shown}\`, expected content, or no heading`,
        },
      };
    }
  },
  examples: [
    {
      files: {
        'content/a.md': exampleArticle({}, '## Retards\n\n### En France\n\nOuvrez la commande.\n'),
      },
      findings: [],
    },
    {
      files: {
        'content/a.md': exampleArticle(
          {},
          '## Délais\n\n<!-- à compléter avec le transporteur -->\n\n## Vérifier\n\nOuvrez la commande.\n\n## Répondre\n',
        ),
      },
      findings: [
        {
          path: 'content/a.md',
          line: 9,
          column: 1,
          fr: 'Section vide inattendue sous « Délais », attendu : un contenu, ou pas de titre',
          en: 'Unexpected empty section below `Délais`, expected content, or no heading',
        },
        {
          path: 'content/a.md',
          line: 17,
          column: 1,
          fr: 'Section vide inattendue sous « Répondre », attendu : un contenu, ou pas de titre',
          en: 'Unexpected empty section below `Répondre`, expected content, or no heading',
        },
      ],
    },
  ],
};
