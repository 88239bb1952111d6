// procedures-have-steps: a procedure says what to do in an order: numbered steps, boxes to tick or a flowchart.
import { type Document, flowchartsOf } from '../../content/document.ts';
import type { DocumentParts } from '../../content/document-parts.ts';
import { nodesOf } from '../nodes-of.ts';
import { exampleArticle, type Rule } from '../rule.ts';

/** Headings such as “Étape 2 : vérifier”, “Step 2” or “2. Vérifier” are steps too. */
const numberedHeading = /^(?:(?:étape|etape|step)\s+\d|\d{1,2}\s*[.):–-])/i;

function hasSteps(document: Document, parts: DocumentParts): boolean {
  if (nodesOf(parts, 'list').some(({ ordered }) => ordered)) return true;
  if (nodesOf(parts, 'listItem').some(({ checked }) => typeof checked === 'boolean')) return true;
  if (flowchartsOf(document).length > 0) return true;
  const numbered = document.markdown?.headings.filter(({ text }) => numberedHeading.test(text.trim()));
  return (numbered?.length ?? 0) > 1;
}

const message = {
  fr: 'Procédure sans étapes, attendu : une liste numérotée ou à cocher, un logigramme, ou un autre type',
  en: 'Unexpected procedure without steps, expected a numbered or task list, a flowchart, or another type',
};

export const proceduresHaveSteps: Rule = {
  group: 'structure',
  severity: 'warning',
  why: {
    fr: 'Au téléphone, l’agent suit une procédure étape par étape ; une prose continue, chacun doit d’abord la découper, seul.',
    en: 'On the phone an agent works through a procedure one step at a time; prose has to be turned into steps first, by each agent alone.',
  },
  *check(document, { parts }) {
    if (document.article?.type !== 'procedure' || hasSteps(document, parts)) return;
    yield { ...document.fieldPlace('type'), message };
  },
  examples: [
    {
      files: {
        'content/a.md': exampleArticle({}, '1. Ouvrez la commande.\n2. Appelez le transporteur.\n'),
        'content/b.md': exampleArticle({ id: 'b' }, '- [ ] La promesse est écrite dans le dossier.\n'),
        'content/c.md': exampleArticle(
          { id: 'c' },
          '```mermaid\nflowchart TD\n  a[Appeler] --> b([Clore])\n```\n',
        ),
        'content/d.md': exampleArticle({ id: 'd' }, '## 1. Vérifier\n\nLe nom.\n\n## 2. Répondre\n\nOui.\n'),
        'content/e.md': exampleArticle({ id: 'e', type: 'reference' }, 'Trois jours.\n'),
      },
      findings: [],
    },
    {
      files: {
        'content/a.md': exampleArticle(
          {},
          'Il faut ouvrir la commande, lire le suivi, puis appeler le transporteur.\n\n- Colibri Express\n- Rapidonde\n',
        ),
      },
      findings: [{ path: 'content/a.md', line: 4, column: 7, ...message }],
    },
  ],
};
