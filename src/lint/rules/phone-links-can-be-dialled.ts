// phone-links-can-be-dialled: a link that calls has a number that every telephone can dial.
import { canBeDialled, isPhoneLink } from '../../model/phone-link.ts';
import { quote } from '../../model/quote.ts';
import { nodesOf } from '../nodes-of.ts';
import { exampleArticle, type Rule } from '../rule.ts';

export const phoneLinksCanBeDialled: Rule = {
  group: 'structure',
  severity: 'warning',
  fragments: true,
  why: {
    fr: 'Un clic compose le numéro tel qu’il est écrit dans le lien. Sans indicatif de pays, ou avec des espaces, il dépend du téléphone et du pays où l’on se trouve (RFC 3966).',
    en: 'A click dials the number as the link has it. Without a country code, or with spaces, it depends on the telephone and on the country that it is in (RFC 3966).',
  },
  *check({ text }, { parts }) {
    if (!/tel:/i.test(text)) return;
    for (const node of [...nodesOf(parts, 'link'), ...nodesOf(parts, 'definition')]) {
      if (!isPhoneLink(node.url) || canBeDialled(node.url)) continue;
      const shown = quote(node.url, 40);
      yield {
        ...parts.placeOf(node),
        message: {
          fr: `Lien d’appel inattendu « ${shown} », attendu : tel:+33199005210, ou tel:3631;phone-context=+33`,
          en: `Unexpected call link \`${shown}\`, expected tel:+33199005210, or tel:3631;phone-context=+33`,
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
            'Appelez le [01 99 00 52 10](tel:+33199005210), le [standard](tel:+33-1-99-00-52-10;ext=12),',
            'ou le [3631](tel:3631;phone-context=+33).',
            '',
          ].join('\n'),
        ),
      },
      findings: [],
    },
    {
      files: {
        'content/a.md': exampleArticle(
          {},
          'Appelez le [01 99 00 52 10](tel:0199005210), ou le [standard][s].\n\n[s]: <tel:+33 1 99 00 52 10>\n',
        ),
      },
      findings: [
        {
          path: 'content/a.md',
          line: 9,
          column: 12,
          fr: 'Lien d’appel inattendu « tel:0199005210 », attendu : tel:+33199005210, ou tel:3631;phone-context=+33',
          en: 'Unexpected call link `tel:0199005210`, expected tel:+33199005210, or tel:3631;phone-context=+33',
        },
        {
          path: 'content/a.md',
          line: 11,
          column: 1,
          fr: 'Lien d’appel inattendu « tel:+33 1 99 00 52 10 », attendu : tel:+33199005210, ou tel:3631;phone-context=+33',
          en: 'Unexpected call link `tel:+33 1 99 00 52 10`, expected tel:+33199005210, or tel:3631;phone-context=+33',
        },
      ],
    },
  ],
};
