// list-numbers-in-order: the numbers of a list in the source are those that readers see, or all 1.
import type { ListItem } from 'mdast';
import type { TextEdit } from '../../content/apply-edits.ts';
import type { Wording } from '../../model/wording.ts';
import { nodesOf } from '../nodes-of.ts';
import { exampleArticle, type Rule } from '../rule.ts';

/** An item's marker in the source. */
interface Marker {
  /** Offset in the file of the number. */
  readonly start: number;
  /** The number as written, without its `.` or `)`. */
  readonly written: string;
  readonly delimiter: string;
  /** The white space between the marker and the item's text. */
  readonly gap: string;
  /** Whether the item ends on the line on which it begins. */
  readonly oneLine: boolean;
}

const markerPattern = /([ \t]*)(\d{1,9})([.)])([ \t]*)/y;

function readMarker(text: string, start: number, { position }: ListItem): Marker | undefined {
  markerPattern.lastIndex = start;
  const [, indent = '', written, delimiter = '', gap = ''] = markerPattern.exec(text) ?? [];
  if (written === undefined) return undefined;
  const oneLine = position?.start.line === position?.end.line;
  return { start: start + indent.length, written, delimiter, gap, oneLine };
}

/**
 * Writes `number` in the place of the marker's own: undefined where that could move a line of the item out of it or
 * another one in, as an item owns the lines that begin in the column of its text (CommonMark 0.31, section 5.2).
 */
function renumber({ start, written, delimiter, gap, oneLine }: Marker, number: number): TextEdit | undefined {
  const text = String(number);
  const growth = text.length - written.length;
  if (growth === 0) return { start, end: start + written.length, text };
  if (!/^ {1,4}$/.test(gap)) return undefined;
  const newGap = gap.length - growth;
  if (newGap >= 1 && newGap <= 4) {
    const end = start + written.length + delimiter.length + gap.length;
    return { start, end, text: text + delimiter + ' '.repeat(newGap) };
  }
  return oneLine && growth > 0 ? { start, end: start + written.length, text } : undefined;
}

/** Whether a list with these numbers is meant to have 1 everywhere. */
function isAllOnes(numbers: readonly number[]): boolean {
  const ones = numbers.filter((number) => number === 1).length;
  return numbers[0] === 1 && ones > 1 && ones > numbers.length / 2;
}

function describeStart(number: number): Wording {
  return {
    fr: `Liste qui commence à ${number}, attendu : 1, ou la suite d’une liste plus haut`,
    en: `Unexpected list that starts at ${number}, expected 1, or the next number of a list above`,
  };
}

function describeNumber(number: number, expected: number, seen: number): Wording {
  return {
    fr: `Numéro ${number} inattendu, attendu : ${expected} ; les lecteurs voient ${seen}`,
    en: `Unexpected number ${number}, expected ${expected}; readers see ${seen}`,
  };
}

export const listNumbersInOrder: Rule = {
  group: 'structure',
  severity: 'warning',
  fragments: true,
  why: {
    fr: 'Le lecteur voit 1, 2, 3 quoi que dise la source : si elle dit 1, 2, 4, une étape s’est perdue, ou « voir l’étape 4 » mène à la mauvaise.',
    en: 'Readers see 1, 2, 3 whatever the source says: where it says 1, 2, 4, a step was lost, or a writer who refers to step 4 sends the agent to the wrong one.',
  },
  *check({ text }, { parts }) {
    /** Numbers that would carry an earlier list on, after a picture or a paragraph between two steps. */
    const next = new Set([1]);
    for (const list of nodesOf(parts, 'list')) {
      if (!list.ordered) continue;
      const markers = list.children.flatMap(
        (item) => readMarker(text, parts.rangeOf(item).start, item) ?? [],
      );
      const numbers = markers.map(({ written }) => Number(written));
      const [first = 1] = numbers;
      const step = isAllOnes(numbers) ? 0 : 1;
      for (const [index, marker] of markers.entries()) {
        const number = Number(marker.written);
        const expected = first + step * index;
        const message =
          index === 0 && !next.has(number)
            ? describeStart(number)
            : number === expected
              ? undefined
              : describeNumber(number, expected, first + index);
        if (!message) continue;
        const place = parts.placeAt(marker.start, marker.start + marker.written.length);
        // Another first number would change what readers see.
        yield { ...place, message, fix: index === 0 ? undefined : renumber(marker, expected) };
      }
      next.add(first + list.children.length);
    }
  },
  examples: [
    {
      files: {
        'content/a.md': exampleArticle(
          {},
          '1. Ouvrez la commande.\n2. Lisez le suivi.\n\nUn colis sans suivi est au dépôt.\n\n3. Appelez le transporteur.\n',
        ),
        'content/b.md': exampleArticle({ id: 'b' }, '1. Ouvrez la commande.\n1. Lisez le suivi.\n'),
      },
      findings: [],
    },
    {
      files: {
        'content/a.md': exampleArticle(
          {},
          '1. Ouvrez la commande.\n2. Lisez le suivi.\n4. Appelez le transporteur.\n\n   Il répond de 8 h à 18 h.\n',
        ),
      },
      findings: [
        {
          path: 'content/a.md',
          line: 11,
          column: 1,
          fr: 'Numéro 4 inattendu, attendu : 3 ; les lecteurs voient 3',
          en: 'Unexpected number 4, expected 3; readers see 3',
        },
      ],
      fixed: {
        'content/a.md': exampleArticle(
          {},
          '1. Ouvrez la commande.\n2. Lisez le suivi.\n3. Appelez le transporteur.\n\n   Il répond de 8 h à 18 h.\n',
        ),
      },
    },
    {
      // The text of an item stays in its column, and the lines below it with it.
      files: {
        'content/a.md': exampleArticle({}, '1. Ouvrir.\n10. Lire le suivi.\n\n    Puis celui du relais.\n'),
      },
      findings: [
        {
          path: 'content/a.md',
          line: 10,
          column: 1,
          fr: 'Numéro 10 inattendu, attendu : 2 ; les lecteurs voient 2',
          en: 'Unexpected number 10, expected 2; readers see 2',
        },
      ],
      fixed: {
        'content/a.md': exampleArticle({}, '1. Ouvrir.\n2.  Lire le suivi.\n\n    Puis celui du relais.\n'),
      },
    },
    {
      files: {
        'content/a.md': exampleArticle(
          {},
          '3. Ouvrez la commande.\n4. Lisez le suivi.\n\n## Clore\n\n1. Écrivez au client.\n3. Fermez le dossier.\n',
        ),
      },
      findings: [
        {
          path: 'content/a.md',
          line: 9,
          column: 1,
          fr: 'Liste qui commence à 3, attendu : 1, ou la suite d’une liste plus haut',
          en: 'Unexpected list that starts at 3, expected 1, or the next number of a list above',
        },
        {
          path: 'content/a.md',
          line: 15,
          column: 1,
          fr: 'Numéro 3 inattendu, attendu : 2 ; les lecteurs voient 2',
          en: 'Unexpected number 3, expected 2; readers see 2',
        },
      ],
      fixed: {
        'content/a.md': exampleArticle(
          {},
          '3. Ouvrez la commande.\n4. Lisez le suivi.\n\n## Clore\n\n1. Écrivez au client.\n2. Fermez le dossier.\n',
        ),
      },
    },
  ],
};
