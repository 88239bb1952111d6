// no-bank-accounts: no bank account number stands in an article.
import { findBankAccounts } from '../../model/personal-data/bank-accounts.ts';
import { personalText } from '../personal-text.ts';
import { exampleArticle, type Rule } from '../rule.ts';

export const noBankAccounts: Rule = {
  group: 'safety',
  severity: 'error',
  fragments: true,
  why: {
    fr: 'Le compte d’un client dans un article est une donnée personnelle entre toutes les mains, et celui de l’équipe se tient là où il est tenu à jour : lire un ancien numéro envoie l’argent ailleurs.',
    en: 'A customer’s account number in an article is personal data in everybody’s hands, and a team’s own belongs where it is kept up to date: an agent who reads out an old one sends the money away.',
  },
  *check(document, { parts }) {
    for (const { start, end, iban } of findBankAccounts(personalText(document, parts))) {
      const shown = `${iban.slice(0, 2)}…${iban.slice(-4)}`;
      yield {
        ...parts.placeAt(start, end),
        message: {
          fr: `Compte bancaire inattendu (IBAN ${shown}), attendu : aucun, ou un IBAN masqué`,
          en: `Unexpected bank account (IBAN ${shown}), expected none, or a masked IBAN`,
        },
      };
    }
  },
  examples: [
    {
      files: {
        'content/a.md': exampleArticle(
          {},
          'Un IBAN français a 27 caractères : FR76 3000 6000 0112 3456 7890 189 dans les exemples des banques.\n\nLe remboursement part vers FR76 •••• •••• 6709.\n',
        ),
      },
      findings: [],
    },
    {
      files: {
        'content/a.md': exampleArticle(
          {},
          'Remboursez sur FR76 9999 9999 9900 0012 3456 709 ou sur `DE85999999990001234567`.\n',
        ),
      },
      findings: [
        {
          path: 'content/a.md',
          line: 9,
          column: 16,
          fr: 'Compte bancaire inattendu (IBAN FR…6709), attendu : aucun, ou un IBAN masqué',
          en: 'Unexpected bank account (IBAN FR…6709), expected none, or a masked IBAN',
        },
        {
          path: 'content/a.md',
          line: 9,
          column: 58,
          fr: 'Compte bancaire inattendu (IBAN DE…4567), attendu : aucun, ou un IBAN masqué',
          en: 'Unexpected bank account (IBAN DE…4567), expected none, or a masked IBAN',
        },
      ],
    },
  ],
};
