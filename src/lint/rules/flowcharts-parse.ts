// flowcharts-parse: Mermaid itself can read every flowchart.
import { flowchartsOf } from '../../content/document.ts';
import { placesInFile } from '../flowchart-place.ts';
import { exampleArticle, type Rule } from '../rule.ts';

export const flowchartsParse: Rule = {
  group: 'flow',
  severity: 'error',
  why: {
    fr: 'Un logigramme illisible est un trou à l’endroit de la décision. L’erreur désigne la ligne du fichier, pas celle du dessin.',
    en: 'A flowchart that does not parse is a hole where the decision should be. The error points to the line of the file, not of the diagram.',
  },
  *check(document, { diagrams }) {
    for (const flowchart of flowchartsOf(document)) {
      const result = diagrams.get(flowchart.code);
      if (!result || result.ok) continue;
      const { line, column = 1, message } = result;
      yield { ...placesInFile(document, flowchart)({ line, column }), message };
    }
  },
  examples: [
    {
      files: {
        'content/a.md': exampleArticle({}, '```mermaid\nflowchart TD\n  a[Appeler] --> b([Fin])\n```\n'),
      },
      findings: [],
    },
    {
      files: { 'content/a.md': exampleArticle({}, '```mermaid\nflowchart TD\n  a[Appeler --> b\n```\n') },
      findings: [
        {
          path: 'content/a.md',
          line: 11,
          column: 1,
          fr: 'Fin du logigramme inattendue. Libellé mal fermé, ou signe réservé à Mermaid : écrivez `["…"]`.',
          en: 'Unexpected end of the diagram. Unclosed label, or a sign that Mermaid keeps: write `["…"]`.',
        },
      ],
    },
  ],
};
