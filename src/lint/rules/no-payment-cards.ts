// no-payment-cards: no payment card number stands in an article.
import { findPaymentCards } from '../../model/personal-data/payment-cards.ts';
import { personalText } from '../personal-text.ts';
import { exampleArticle, type Rule } from '../rule.ts';

export const noPaymentCards: Rule = {
  group: 'safety',
  severity: 'error',
  fragments: true,
  why: {
    fr: 'Un numéro de carte collé en exemple est le plus souvent celui d’un client, et un article est lu, copié et gardé dans l’historique par tous (PCI DSS, exigence 3). Les numéros de test publiés par les réseaux sont admis.',
    en: 'A card number pasted as an example is most often a customer’s, and an article is read, copied and kept in history by everybody (PCI DSS, requirement 3). Numbers that the schemes publish for tests are fine.',
  },
  *check(document, { parts }) {
    const text = personalText(document, parts);
    for (const { start, end } of findPaymentCards(text)) {
      const last = text.slice(start, end).replace(/\D/g, '').slice(-4);
      yield {
        ...parts.placeAt(start, end),
        message: {
          fr: `Numéro de carte bancaire inattendu (finissant par ${last}), attendu : ses 4 derniers chiffres au plus`,
          en: `Unexpected payment card number (ending in ${last}), expected its last 4 digits at most`,
        },
      };
    }
  },
  examples: [
    {
      files: {
        'content/a.md': exampleArticle(
          {},
          [
            'Lisez les 4 derniers chiffres : •••• •••• •••• 7899.',
            '',
            'Sur la boutique d’essai, payez avec 4242 4242 4242 4242.',
            '',
            '| Référence | Valeur |',
            '| --- | --- |',
            '| EAN | 4000000002093 |',
            '| SIRET | 360 000 004 00018 |',
            '',
          ].join('\n'),
        ),
      },
      findings: [],
    },
    {
      files: {
        'content/a.md': exampleArticle(
          { summary: '"Carte 4000001234567899 débitée deux fois"' },
          'La cliente a payé avec la carte 4000 0098 7654 3219, débitée deux fois.\n',
        ),
      },
      findings: [
        {
          path: 'content/a.md',
          line: 7,
          column: 17,
          fr: 'Numéro de carte bancaire inattendu (finissant par 7899), attendu : ses 4 derniers chiffres au plus',
          en: 'Unexpected payment card number (ending in 7899), expected its last 4 digits at most',
        },
        {
          path: 'content/a.md',
          line: 10,
          column: 33,
          fr: 'Numéro de carte bancaire inattendu (finissant par 3219), attendu : ses 4 derniers chiffres au plus',
          en: 'Unexpected payment card number (ending in 3219), expected its last 4 digits at most',
        },
      ],
    },
  ],
};
