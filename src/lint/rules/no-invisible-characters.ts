// no-invisible-characters: nothing stands in an article that its readers do not see.
import {
  findInvisibleCharacters,
  type InvisibleKind,
  type InvisibleRun,
} from '../../model/deceptive-text/invisible-characters.ts';
import type { Wording } from '../../model/wording.ts';
import { exampleArticle, type Rule } from '../rule.ts';

const names: Readonly<Record<InvisibleKind, Wording>> = {
  'zero-width-space': { fr: 'espace sans chasse', en: 'zero-width space' },
  'word-joiner': { fr: 'gluon de mots', en: 'word joiner' },
  'soft-hyphen': { fr: 'trait d’union conditionnel', en: 'soft hyphen' },
  'byte-order-mark': { fr: 'marque d’ordre des octets', en: 'byte order mark' },
  joiner: { fr: 'liant sans chasse', en: 'zero-width joiner' },
  'non-joiner': { fr: 'antiliant sans chasse', en: 'zero-width non-joiner' },
  direction: { fr: 'sens d’écriture', en: 'text direction' },
  tag: { fr: 'étiquette', en: 'tag' },
  variation: { fr: 'sélecteur de variante', en: 'variation selector' },
  'line-separator': { fr: 'séparateur de lignes', en: 'line separator' },
  control: { fr: 'caractère de commande', en: 'control character' },
  other: { fr: 'sans dessin', en: 'no glyph' },
};

function describeRun({ kind, codePoint, count }: InvisibleRun): Wording {
  const code = `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`;
  const times = count > 1 ? ` × ${count}` : '';
  return {
    fr: `Caractère invisible inattendu ${code} (${names[kind].fr})${times}, attendu : aucun`,
    en: `Unexpected invisible character ${code} (${names[kind].en})${times}, expected none`,
  };
}

export const noInvisibleCharacters: Rule = {
  group: 'safety',
  severity: 'warning',
  fragments: true,
  why: {
    fr: 'Un caractère que personne ne voit cache un mot à la recherche et à la copie, et peut faire lire une ligne autrement qu’elle n’est (Trojan Source, CVE-2021-42574), sous les yeux de qui valide. Émojis et écritures qui en ont besoin gardent les leurs.',
    en: 'A character that nobody sees hides a word from search and from copying, and can make a line read otherwise than it is (Trojan Source, CVE-2021-42574), past those who validate it. Emoji and the scripts that need joiners keep them.',
  },
  *check({ text, body }, { parts }) {
    const bodyStart = text.length - body.length;
    for (const run of findInvisibleCharacters(text)) {
      const { start, end, removable } = run;
      yield {
        ...parts.placeAt(start, end),
        message: describeRun(run),
        // In the front matter, a field that nobody knew could become one that counts.
        fix: removable && start >= bodyStart ? { start, end, text: '' } : undefined,
      };
    }
  },
  examples: [
    {
      files: {
        'content/a.md': exampleArticle(
          {},
          'Remboursé sous 14\u00A0jours\u202F: 👩\u200D💻 ✔\uFE0F. Traduction : می\u200Cخواهم.\n',
        ),
      },
      findings: [],
    },
    {
      files: {
        'content/a.md': exampleArticle(
          {},
          'Le rem\u00ADboursement part\u200B sous 14 jours.\n\n\u200B\u200B# Numéro de suivi\u000C\n',
        ),
      },
      findings: [
        {
          path: 'content/a.md',
          line: 9,
          column: 7,
          fr: 'Caractère invisible inattendu U+00AD (trait d’union conditionnel), attendu : aucun',
          en: 'Unexpected invisible character U+00AD (soft hyphen), expected none',
        },
        {
          path: 'content/a.md',
          line: 9,
          column: 23,
          fr: 'Caractère invisible inattendu U+200B (espace sans chasse), attendu : aucun',
          en: 'Unexpected invisible character U+200B (zero-width space), expected none',
        },
        {
          path: 'content/a.md',
          line: 11,
          column: 1,
          fr: 'Caractère invisible inattendu U+200B (espace sans chasse) × 2, attendu : aucun',
          en: 'Unexpected invisible character U+200B (zero-width space) × 2, expected none',
        },
        {
          path: 'content/a.md',
          line: 11,
          column: 20,
          fr: 'Caractère invisible inattendu U+000C (caractère de commande), attendu : aucun',
          en: 'Unexpected invisible character U+000C (control character), expected none',
        },
      ],
      fixed: {
        'content/a.md': exampleArticle(
          {},
          'Le remboursement part sous 14 jours.\n\n\u200B\u200B# Numéro de suivi\u000C\n',
        ),
      },
    },
  ],
};
