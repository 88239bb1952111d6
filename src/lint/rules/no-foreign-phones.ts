// no-foreign-phones: telephone numbers are the team's own, or nobody's.
import { findPhoneNumbers, isFictionalPhone } from '../../model/personal-data/phone-numbers.ts';
import { personalText } from '../personal-text.ts';
import { exampleArticle, type Rule } from '../rule.ts';
import { teamContacts } from '../team-contacts.ts';

export const noForeignPhones: Rule = {
  group: 'safety',
  severity: 'warning',
  fragments: true,
  why: {
    fr: 'Un numéro étranger est celui d’un client, collé par erreur, ou d’un partenaire, qui change sans prévenir. Ceux des partenaires vont dans `contacts.phones` ; les exemples ont des numéros réservés à la fiction. Les numéros courts et en 08 sont ceux de services, et passent.',
    en: 'A number from outside is a customer’s, pasted by mistake, or a partner’s, which changes unnoticed. Partners’ numbers go into `contacts.phones`; examples use numbers kept for fiction. Short numbers and those from 08 are services’, and pass.',
  },
  *check(document, { base, parts }) {
    const text = personalText(document, parts);
    const { phones } = teamContacts(base);
    for (const { start, end, number } of findPhoneNumbers(text)) {
      // What follows a number on its line may look like more of its digits.
      if (isFictionalPhone(number) || phones.some((own) => number.startsWith(own))) continue;
      // A beginning finds it again, and the rest stays out of the logs.
      const shown = `${text.slice(start, Math.min(end, start + 6)).trim()}…`;
      yield {
        ...parts.placeAt(start, end),
        message: {
          fr: `Numéro de téléphone inattendu « ${shown} », attendu : un de « contacts.phones », ou un fictif (01 99 00…)`,
          en: `Unexpected telephone number \`${shown}\`, expected one of \`contacts.phones\`, or a fictional one (01 99 00…)`,
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
            'Appelez le transporteur au +33 (0)7 00 00 12 35, sinon le 01 99 00 52 10 de 9 h à 18 h.',
            '',
            'Le client joint Info Colis au 0 800 000 000, et le 112 en cas d’urgence.',
            '',
          ].join('\n'),
        ),
      },
      config: 'contacts: { phones: ["07 00 00 12 35"] }\n',
      findings: [],
    },
    {
      files: {
        'content/a.md': exampleArticle(
          {},
          'Le client répond au 07 00 00 12 34 ou au [+999 12 345 678](tel:+99912345678).\n',
        ),
      },
      findings: [
        {
          path: 'content/a.md',
          line: 9,
          column: 21,
          fr: 'Numéro de téléphone inattendu « 07 00… », attendu : un de « contacts.phones », ou un fictif (01 99 00…)',
          en: 'Unexpected telephone number `07 00…`, expected one of `contacts.phones`, or a fictional one (01 99 00…)',
        },
        {
          path: 'content/a.md',
          line: 9,
          column: 43,
          fr: 'Numéro de téléphone inattendu « +999 1… », attendu : un de « contacts.phones », ou un fictif (01 99 00…)',
          en: 'Unexpected telephone number `+999 1…`, expected one of `contacts.phones`, or a fictional one (01 99 00…)',
        },
        {
          path: 'content/a.md',
          line: 9,
          column: 64,
          fr: 'Numéro de téléphone inattendu « +99912… », attendu : un de « contacts.phones », ou un fictif (01 99 00…)',
          en: 'Unexpected telephone number `+99912…`, expected one of `contacts.phones`, or a fictional one (01 99 00…)',
        },
      ],
    },
  ],
};
