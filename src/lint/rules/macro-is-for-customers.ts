// macro-is-for-customers: a text for customers names nothing that is only ours: no internal word, no article of the base.
import type { Nodes } from 'mdast';
import { readMacros } from '../../content/read-macros.ts';
import { resolveLink } from '../../content/resolve-link.ts';
import { walkTree } from '../../content/walk-tree.ts';
import { quote } from '../../model/quote.ts';
import type { Wording } from '../../model/wording.ts';
import { exampleArticle, type Rule } from '../rule.ts';

/** Whether `word` stands in `text` as a word of its own, whatever the case and the spaces. */
function hasWord(text: string, word: string): boolean {
  const escaped = word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+');
  return new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`, 'iu').test(text);
}

function describeWord(word: string): Wording {
  const found = quote(word, 40);
  return {
    fr: `Mot interne « ${found} » dans un texte pour un client, attendu : des mots du client`,
    en: `Unexpected internal word \`${found}\` in a text for a customer, expected the customer’s words`,
  };
}

const internalLink: Wording = {
  fr: 'Lien interne dans un texte pour un client, attendu : une adresse qu’il peut ouvrir',
  en: 'Unexpected internal link in a text for a customer, expected an address that they can open',
};

const config = 'macros: { internal_words: [fiche commande] }\n';

export const macroIsForCustomers: Rule = {
  group: 'safety',
  severity: 'error',
  fragments: true,
  why: {
    fr: 'Ce que l’on colle part tel quel chez le client : un mot maison ou un lien vers la base interne ne lui apprend rien et peut en dire trop.',
    en: 'What is pasted goes to the customer as it is: a word of ours or a link into the internal base tells them nothing, or too much.',
  },
  *check(document, { base, parts }) {
    if (!document.body.includes(':::macro')) return;
    for (const { node, subject = '', text } of readMacros(parts.tree)) {
      const { line, column } = parts.placeOf(node);
      for (const word of base.config.macros.internalWords)
        if (hasWord(`${subject}\n${text}`, word)) yield { line, column, message: describeWord(word) };
      const links: Nodes[] = [];
      walkTree<Nodes>(node, (child) => {
        if (child.type === 'link' && resolveLink(child.url, document, base).kind !== 'external')
          links.push(child);
        return undefined;
      });
      for (const link of links) {
        const at = parts.placeOf(link);
        yield { line: at.line, column: at.column, message: internalLink };
      }
    }
  },
  examples: [
    {
      config,
      files: {
        'content/a.md': exampleArticle(
          {},
          ':::macro{channel=chat}\nVoyez [votre espace](https://mirandelle.example/compte).\n:::\n',
        ),
      },
      findings: [],
    },
    {
      config,
      files: {
        'content/a.md': exampleArticle(
          {},
          ':::macro{channel=chat}\nJe regarde la Fiche commande, puis [la procédure](a.md).\n:::\n',
        ),
      },
      findings: [
        {
          path: 'content/a.md',
          line: 9,
          column: 1,
          fr: 'Mot interne « fiche commande » dans un texte pour un client, attendu : des mots du client',
          en: 'Unexpected internal word `fiche commande` in a text for a customer, expected the customer’s words',
        },
        {
          path: 'content/a.md',
          line: 10,
          column: 36,
          fr: 'Lien interne dans un texte pour un client, attendu : une adresse qu’il peut ouvrir',
          en: 'Unexpected internal link in a text for a customer, expected an address that they can open',
        },
      ],
    },
  ],
};
