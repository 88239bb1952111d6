// table-rows-complete: every row of a table has as many cells as its header.
import type { TableRow } from 'mdast';
import type { Document } from '../../content/document.ts';
import type { DocumentParts } from '../../content/document-parts.ts';
import { quote } from '../../model/quote.ts';
import { nodesOf } from '../nodes-of.ts';
import { exampleArticle, type Rule, type RuleFinding } from '../rule.ts';

function cells(count: number): { readonly fr: string; readonly en: string } {
  return count === 1 ? { fr: '1 cellule', en: '1 cell' } : { fr: `${count} cellules`, en: `${count} cells` };
}

function describe({ text }: Document, parts: DocumentParts, row: TableRow, columns: number): RuleFinding {
  const { start, end } = parts.rangeOf(row);
  const [found, expected] = [cells(row.children.length), cells(columns)];
  const surplus = row.children[columns];
  if (surplus !== undefined) {
    // GFM leaves these cells out of the page (spec 0.29, example 204): a bar inside of a cell has to be escaped.
    return {
      ...parts.placeAt(parts.rangeOf(surplus).start, end),
      message: {
        fr: `Ligne de ${found.fr} inattendue, attendu : ${expected.fr} ; une barre dans un texte s’écrit « \\| »`,
        en: `Unexpected row of ${found.en}, expected ${expected.en}; a bar inside a text is written \`\\|\``,
      },
    };
  }
  const source = text.slice(start, end);
  if (!source.includes('|')) {
    return {
      ...parts.placeAt(start, end),
      message: {
        fr: `Texte « ${quote(source)} » collé au tableau, attendu : une ligne vide avant lui`,
        en: `Unexpected text \`${quote(source)}\` right below a table, expected an empty line before it`,
      },
    };
  }
  return {
    ...parts.placeAt(start, end),
    message: {
      fr: `Ligne de ${found.fr} inattendue, attendu : ${expected.fr}, comme l’en-tête du tableau`,
      en: `Unexpected row of ${found.en}, expected ${expected.en}, like the table’s header`,
    },
  };
}

export const tableRowsComplete: Rule = {
  group: 'structure',
  severity: 'warning',
  fragments: true,
  why: {
    fr: 'Une cellule de trop disparaît de la page sans un mot, et une cellule manquante glisse un montant ou un délai sous le titre d’une autre colonne.',
    en: 'A cell too many is left out of the page without a word, and a cell too few moves an amount or a delay under another column’s name.',
  },
  *check(document, { parts }) {
    for (const { children: rows } of nodesOf(parts, 'table')) {
      const columns = rows[0]?.children.length ?? 0;
      for (const row of rows) {
        if (row.children.length !== columns) yield describe(document, parts, row, columns);
      }
    }
  },
  examples: [
    {
      files: {
        'content/a.md': exampleArticle(
          {},
          '| Transporteur | Délai |\n|---|---|\n| Rapidonde | 3 \\| 5 jours |\n| Colibri Express | |\n',
        ),
      },
      findings: [],
    },
    {
      files: {
        'content/a.md': exampleArticle(
          {},
          '| Transporteur | Délai |\n|---|---|\n| Rapidonde |\n| Colibri Express | 3 | 5 jours |\nHors jours fériés.\n',
        ),
      },
      findings: [
        {
          path: 'content/a.md',
          line: 11,
          column: 1,
          fr: 'Ligne de 1 cellule inattendue, attendu : 2 cellules, comme l’en-tête du tableau',
          en: 'Unexpected row of 1 cell, expected 2 cells, like the table’s header',
        },
        {
          path: 'content/a.md',
          line: 12,
          column: 23,
          fr: 'Ligne de 3 cellules inattendue, attendu : 2 cellules ; une barre dans un texte s’écrit « \\| »',
          en: 'Unexpected row of 3 cells, expected 2 cells; a bar inside a text is written `\\|`',
        },
        {
          path: 'content/a.md',
          line: 13,
          column: 1,
          fr: 'Texte « Hors jours fériés. » collé au tableau, attendu : une ligne vide avant lui',
          en: 'Unexpected text `Hors jours fériés.` right below a table, expected an empty line before it',
        },
      ],
    },
  ],
};
