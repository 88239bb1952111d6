// no-foreign-addresses: e-mail addresses are the team's own, or nobody's.
import {
  findEmailAddresses,
  isReservedDomain,
  isWithinDomains,
} from '../../model/personal-data/email-addresses.ts';
import { quote } from '../../model/quote.ts';
import { exampleArticle, type Rule } from '../rule.ts';
import { teamContacts } from '../team-contacts.ts';

export const noForeignAddresses: Rule = {
  group: 'safety',
  severity: 'warning',
  fragments: true,
  why: {
    fr: 'Une adresse étrangère est celle d’un client, collée par erreur, ou d’un partenaire, qui change sans prévenir. Les domaines des partenaires vont dans `contacts.domains` ; les exemples ont les leurs, comme `.example`.',
    en: 'An address from outside is a customer’s, pasted by mistake, or a partner’s, which changes unnoticed. Partners’ domains go into `contacts.domains`; examples use domains that are kept for them, such as `.example`.',
  },
  *check({ text }, { base, parts }) {
    const own = teamContacts(base);
    for (const { start, end, domain } of findEmailAddresses(text)) {
      if (isReservedDomain(domain) || isWithinDomains(domain, own.domains)) continue;
      if (own.addresses.has(text.slice(start, end).toLowerCase())) continue;
      // The name before the @ stays out of the message, which ends up in logs.
      const shown = quote(domain, 30);
      yield {
        ...parts.placeAt(start, end),
        message: {
          fr: `Adresse inattendue chez « ${shown} », attendu : un domaine de « contacts.domains », ou « .example »`,
          en: `Unexpected address at \`${shown}\`, expected a domain of \`contacts.domains\`, or \`.example\``,
        },
      };
    }
  },
  examples: [
    {
      files: {
        'content/a.md': exampleArticle(
          {},
          'Écrivez à colis@transport.courrier, copie à <livraison@mirandelle.example>.\n\nLe dépôt : `git@serveur.courrier:aide/base`.\n',
        ),
      },
      config: 'contacts: { domains: [courrier.perso, transport.courrier] }\n',
      findings: [],
    },
    {
      files: {
        'content/a.md': exampleArticle(
          { keywords: '[dossier de camille.roche@boite.perso]' },
          'Écrivez à [Camille](mailto:camille.roche@boite.perso).\n',
        ),
      },
      findings: [
        {
          path: 'content/a.md',
          line: 7,
          column: 23,
          fr: 'Adresse inattendue chez « boite.perso », attendu : un domaine de « contacts.domains », ou « .example »',
          en: 'Unexpected address at `boite.perso`, expected a domain of `contacts.domains`, or `.example`',
        },
        {
          path: 'content/a.md',
          line: 10,
          column: 28,
          fr: 'Adresse inattendue chez « boite.perso », attendu : un domaine de « contacts.domains », ou « .example »',
          en: 'Unexpected address at `boite.perso`, expected a domain of `contacts.domains`, or `.example`',
        },
      ],
    },
  ],
};
