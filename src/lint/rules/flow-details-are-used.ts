// flow-details-are-used: beside the sections that detail a step of the flowchart, none is left that no step uses.
import { type Document, flowchartsOf, type Heading } from '../../content/document.ts';
import { tieDetails } from '../../flow/tie-details.ts';
import { quote } from '../../model/quote.ts';
import { checkedFlows } from '../checked-flows.ts';
import { exampleArticle, type Rule } from '../rule.ts';

/** The sections of one depth below the same heading. */
type Siblings = readonly Heading[];

function groupSiblings(headings: readonly Heading[]): Siblings[] {
  const groups: Heading[][] = [];
  const open: Heading[][] = [];
  for (const heading of headings) {
    while ((open.at(-1)?.[0]?.depth ?? 0) > heading.depth) open.pop();
    const last = open.at(-1);
    if (last?.[0]?.depth === heading.depth) last.push(heading);
    else {
      const group = [heading];
      groups.push(group);
      open.push(group);
    }
  }
  return groups;
}

/** Whether a flowchart stands in the section: then it is the one that the others detail. */
function holdsFlowchart(section: Heading, document: Document, headings: readonly Heading[]): boolean {
  const after = headings.slice(headings.indexOf(section) + 1);
  const next = after.find(({ depth }) => depth <= section.depth);
  return flowchartsOf(document).some(
    ({ line }) => line >= section.line && line < (next?.line ?? Number.POSITIVE_INFINITY),
  );
}

export const flowDetailsAreUsed: Rule = {
  group: 'flow',
  severity: 'info',
  why: {
    fr: 'Le guide montre la section qui porte le nom de l’étape : celle qu’aucune étape ne nomme n’est pas lue, souvent parce qu’un libellé a changé.',
    en: 'The guide shows the section that has the step’s name: one that no step names is not read, often because a label was changed.',
  },
  *check(document, context) {
    const headings = document.markdown?.headings ?? [];
    const used = new Set(
      checkedFlows(document, context).flatMap(({ flow }) => [...tieDetails(flow, headings).values()]),
    );
    if (used.size === 0) return;
    for (const siblings of groupSiblings(headings)) {
      if (!siblings.some(({ slug }) => used.has(slug))) continue;
      for (const section of siblings) {
        const { text, slug, depth: _, ...place } = section;
        if (used.has(slug) || holdsFlowchart(section, document, headings)) continue;
        const name = quote(text, 32);
        yield {
          ...place,
          message: {
            fr: `Section « ${name} » qu’aucune étape du logigramme ne nomme, attendu : une étape de ce nom`,
            en: `Unexpected section \`${name}\` that no step of the flowchart names, expected a step of that name`,
          },
        };
      }
    }
  },
  examples: [
    {
      files: {
        'content/a.md': exampleArticle(
          {},
          '## Décider\n\n```mermaid\nflowchart TD\n  a[Lire le suivi] --> b([Clore])\n```\n\n## Étapes\n\n### Lire le suivi\n\nPar le numéro.\n\n## Délais\n\nTrois jours.\n',
        ),
      },
      findings: [],
    },
    {
      files: {
        'content/a.md': exampleArticle(
          {},
          '```mermaid\nflowchart TD\n  a[Lire le suivi] --> b([Clore])\n```\n\n## Étapes\n\n### Lire le suivi\n\nPar le numéro.\n\n### Clore le dossier\n\nAvec le motif.\n',
        ),
      },
      findings: [
        {
          path: 'content/a.md',
          line: 20,
          column: 1,
          fr: 'Section « Clore le dossier » qu’aucune étape du logigramme ne nomme, attendu : une étape de ce nom',
          en: 'Unexpected section `Clore le dossier` that no step of the flowchart names, expected a step of that name',
        },
      ],
    },
  ],
};
