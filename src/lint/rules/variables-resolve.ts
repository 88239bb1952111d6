// variables-resolve: each place for a value names a variable that has one, and stands where a page can show it.
import type { Nodes } from 'mdast';
import { isMermaid } from '../../content/collect-markdown.ts';
import type { DocumentParts } from '../../content/document-parts.ts';
import { holdsText } from '../../content/place-values.ts';
import type { TextRun } from '../../content/text-runs.ts';
import { walkTree } from '../../content/walk-tree.ts';
import type { Place } from '../../model/finding.ts';
import { findPlaceholders, type Placeholder } from '../../model/placeholder.ts';
import { quote } from '../../model/quote.ts';
import { constantValue, languagesOf } from '../../model/variable.ts';
import type { Wording } from '../../model/wording.ts';
import { placeInRun } from '../language/edits.ts';
import { exampleArticle, type Rule, type RuleContext } from '../rule.ts';
import { describeUnknownVariable } from '../unknown-variable.ts';

/** A place for a value, and where it stands: only a page's text changes with the day. */
interface Use {
  readonly placeholder: Placeholder;
  readonly within: TextRun['kind'] | 'flowchart' | 'code';
  readonly place: Place;
}

const fixedTexts: Readonly<Partial<Record<Use['within'], Wording>>> = {
  title: { fr: 'le titre', en: 'the title' },
  summary: { fr: 'le résumé', en: 'the summary' },
  heading: { fr: 'un intertitre', en: 'a heading' },
};

/** The places in what stands from `start` to `end` (exclusive) of the file; in `labels` alone, where they are given. */
function usesIn(parts: DocumentParts, start: number, end: number, labels?: RegExp): readonly Use[] {
  const source = parts.document.text.slice(start, end);
  const found = labels
    ? [...source.matchAll(labels)].flatMap(({ 0: label, index }) =>
        findPlaceholders(label).map((each) => ({
          ...each,
          start: each.start + index,
          end: each.end + index,
        })),
      )
    : findPlaceholders(source);
  return found.map((placeholder) => ({
    placeholder,
    within: labels ? 'flowchart' : 'code',
    place: parts.placeAt(start + placeholder.start, start + placeholder.end),
  }));
}

/** The places of the document in hand that a variable of the base may be meant for. */
function findUses(parts: DocumentParts): readonly Use[] {
  const uses: Use[] = parts.runs.flatMap((run) =>
    findPlaceholders(run.text).map((placeholder) => ({
      placeholder,
      within: run.kind,
      place: placeInRun(parts, run, placeholder.start, placeholder.end),
    })),
  );
  walkTree<Nodes>(parts.tree, (node) => {
    const { start, end } = parts.rangeOf(node);
    if (node.type === 'image') uses.push(...usesIn(parts, start, end));
    else if (node.type === 'code' && isMermaid(node)) uses.push(...usesIn(parts, start, end, /"[^"\r\n]*"/g));
    else if (node.type === 'code' && holdsText(node)) uses.push(...usesIn(parts, start, end));
    return undefined;
  });
  return uses.filter(({ placeholder }) => !placeholder.name.includes('.'));
}

const ofBase: Wording = { fr: 'une variable de variables.yaml', en: 'one of variables.yaml' };

function describe({ placeholder, within }: Use, { base, lang }: RuleContext): Wording | undefined {
  const { name, fallback } = placeholder;
  const { declared } = base.variablesFile;
  // What is wrong with the whole file is said there.
  if (declared === undefined) return undefined;
  if (!declared.has(name)) return describeUnknownVariable(name, [...declared.keys()], ofBase);
  const variable = base.variables.get(name);
  const shown = quote(name, 40);
  if (!variable)
    return {
      fr: `Variable « ${shown} » sans valeur utilisable, attendu : une valeur corrigée dans variables.yaml`,
      en: `Variable \`${shown}\` without a sound value, expected it to be mended in variables.yaml`,
    };
  if (fallback !== undefined)
    return {
      fr: `Formule de remplacement inattendue pour « ${shown} », attendu : {{${shown}}}, qui a toujours une valeur`,
      en: `Unexpected words to fall back on for \`${shown}\`, expected {{${shown}}}, which always has a value`,
    };
  const fixed = fixedTexts[within];
  if (fixed)
    return {
      fr: `Variable inattendue dans ${fixed.fr} : « ${shown} », attendu : la valeur elle-même, ou la variable dans le texte`,
      en: `Unexpected variable \`${shown}\` in ${fixed.en}, expected the value itself, or the variable in the text`,
    };
  const languages = languagesOf(variable.values[0]);
  if (languages !== undefined && !languages.includes(lang))
    return {
      fr: `Variable « ${shown} » sans valeur en « ${lang} », attendu : une valeur dans cette langue`,
      en: `Variable \`${shown}\` without a value in \`${lang}\`, expected one in this language`,
    };
  if (within === 'flowchart' && constantValue(variable, lang) === undefined)
    return {
      fr: `Variable « ${shown} » qui change avec le jour, attendu : dans le texte, un logigramme ne change pas seul`,
      en: `Unexpected variable \`${shown}\` that changes with the day, expected it in the text: a flowchart can’t change`,
    };
  return undefined;
}

export const variablesResolve: Rule = {
  group: 'structure',
  severity: 'error',
  fragments: true,
  why: {
    fr: 'Une variable mal nommée resterait entre accolades sous les yeux de l’agent, ou dans le message du client.',
    en: 'A misspelt variable would stay in braces before the agent’s eyes, or in the customer’s message.',
  },
  *check({ text }, context) {
    if (!text.includes('{{')) return;
    for (const use of findUses(context.parts)) {
      const message = describe(use, context);
      if (message) yield { ...use.place, message };
    }
  },
  examples: [
    {
      files: {
        'content/a.md': exampleArticle(
          {},
          [
            'Sous {{delai}}, de {{horaires}}. `{{autre}}` montre comment l’écrire, {{order.number}} vient du contact.',
            '',
            '```mermaid',
            'flowchart TD',
            '  A["Attendre {{delai}}"] --> B{{horaires}}',
            '```',
            '',
          ].join('\n'),
        ),
        'variables.yaml':
          'delai: 5 jours\nhoraires:\n  - value: 9 h à 19 h\n  - { from: 2026-12-24, value: 10 h à 16 h }\n',
      },
      findings: [],
    },
    {
      files: {
        'content/a.md': exampleArticle(
          { title: 'Colis en retard de {{delai}}' },
          [
            'Sous {{delia}}, puis {{seuil}} et {{delai|5 jours}}.',
            '',
            '```text',
            'Nous ouvrons {{horaire_ete}}.',
            '```',
            '',
            '```mermaid',
            'flowchart TD',
            '  A["Rappeler {{horaires}}"]',
            '```',
            '',
          ].join('\n'),
        ),
        'variables.yaml':
          'delai: 5 jours\nseuil: { en: 30 € }\nhoraires:\n  - value: 9 h à 19 h\n  - { from: 2026-12-24, value: 10 h à 16 h }\n',
      },
      findings: [
        {
          path: 'content/a.md',
          line: 3,
          column: 27,
          fr: 'Variable inattendue dans le titre : « delai », attendu : la valeur elle-même, ou la variable dans le texte',
          en: 'Unexpected variable `delai` in the title, expected the value itself, or the variable in the text',
        },
        {
          path: 'content/a.md',
          line: 9,
          column: 6,
          fr: 'Variable inconnue « delia » ; vouliez-vous dire « delai » ?',
          en: 'Unknown variable `delia`; did you mean `delai`?',
        },
        {
          path: 'content/a.md',
          line: 9,
          column: 22,
          fr: 'Variable « seuil » sans valeur en « fr », attendu : une valeur dans cette langue',
          en: 'Variable `seuil` without a value in `fr`, expected one in this language',
        },
        {
          path: 'content/a.md',
          line: 9,
          column: 35,
          fr: 'Formule de remplacement inattendue pour « delai », attendu : {{delai}}, qui a toujours une valeur',
          en: 'Unexpected words to fall back on for `delai`, expected {{delai}}, which always has a value',
        },
        {
          path: 'content/a.md',
          line: 12,
          column: 14,
          fr: 'Variable inconnue « horaire_ete », attendu : une variable de variables.yaml',
          en: 'Unknown variable `horaire_ete`, expected one of variables.yaml',
        },
        {
          path: 'content/a.md',
          line: 17,
          column: 15,
          fr: 'Variable « horaires » qui change avec le jour, attendu : dans le texte, un logigramme ne change pas seul',
          en: 'Unexpected variable `horaires` that changes with the day, expected it in the text: a flowchart can’t change',
        },
      ],
    },
  ],
};
