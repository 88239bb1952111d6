// macros-reach-a-channel: a text for customers says for which channel it is, and holds only what that channel can carry.
import type { Nodes } from 'mdast';
import { findUnfit, macroContainers } from '../../content/read-macros.ts';
import { channels, isChannel } from '../../model/macro.ts';
import { quote } from '../../model/quote.ts';
import { joinChoices, type Wording } from '../../model/wording.ts';
import { exampleArticle, type Rule } from '../rule.ts';

function describeChannel(channel: string | undefined): Wording {
  const [fr, en] = [joinChoices(channels, 'fr'), joinChoices(channels, 'en')];
  if (channel === undefined)
    return {
      fr: `Texte pour un client sans canal, attendu : :::macro{channel=…} avec ${fr}`,
      en: `Unexpected text for a customer without a channel, expected :::macro{channel=…} with ${en}`,
    };
  const found = quote(channel, 30);
  return {
    fr: `Canal inconnu « ${found} », attendu : ${fr}`,
    en: `Unknown channel \`${found}\`, expected ${en}`,
  };
}

const names: Readonly<Partial<Record<Nodes['type'], Wording>>> = {
  image: { fr: 'Image', en: 'picture' },
  imageReference: { fr: 'Image', en: 'picture' },
  table: { fr: 'Tableau', en: 'table' },
  code: { fr: 'Bloc de code', en: 'block of code' },
  containerDirective: { fr: 'Bloc « ::: »', en: '`:::` block' },
  footnoteReference: { fr: 'Note de bas de page', en: 'footnote' },
};

const plainOnly: Wording = { fr: 'des paragraphes et des listes', en: 'paragraphs and lists' };

/** A block chooses, and a text that is pasted can't. */
const oneForEach: Wording = {
  fr: 'un texte entier dans chaque bloc « :::: »',
  en: 'a whole text in each `::::` block',
};

export const macrosReachAChannel: Rule = {
  group: 'structure',
  severity: 'error',
  fragments: true,
  why: {
    fr: 'Un message que l’on colle dans un chat ou un SMS n’a ni image, ni tableau, ni cas à choisir : ils se perdraient en chemin.',
    en: 'A message that is pasted into a chat or a text message has no picture, no table, no case to choose: they would be lost on the way.',
  },
  *check({ body }, { parts }) {
    if (!body.includes(':::macro')) return;
    for (const macro of macroContainers(parts.tree)) {
      const { channel } = macro.attributes;
      const { line, column } = parts.placeOf(macro);
      if (!isChannel(channel)) yield { line, column, message: describeChannel(channel) };
      const unfit = findUnfit(macro);
      const name = unfit && names[unfit.type];
      if (!unfit || !name) continue;
      const at = parts.placeOf(unfit);
      const expected = unfit.type === 'containerDirective' ? oneForEach : plainOnly;
      yield {
        line: at.line,
        column: at.column,
        message: {
          fr: `${name.fr} inattendu dans un texte pour un client, attendu : ${expected.fr}`,
          en: `Unexpected ${name.en} in a text for a customer, expected ${expected.en}`,
        },
      };
    }
  },
  examples: [
    {
      files: {
        'content/a.md': exampleArticle(
          {},
          '::::macro{channel=sms}\nBonjour.\n\n:::when{order.status=lost}\nIl est perdu.\n:::\n::::\n\n::include{id=bref}\n',
        ),
        'fragments/bref.md': ':::macro\nBonjour.\n:::\n',
      },
      findings: [
        {
          path: 'content/a.md',
          line: 12,
          column: 1,
          fr: 'Bloc « ::: » inattendu dans un texte pour un client, attendu : un texte entier dans chaque bloc « :::: »',
          en: 'Unexpected `:::` block in a text for a customer, expected a whole text in each `::::` block',
        },
        {
          path: 'fragments/bref.md',
          line: 1,
          column: 1,
          fr: 'Texte pour un client sans canal, attendu : :::macro{channel=…} avec email, chat, sms ou phone',
          en: 'Unexpected text for a customer without a channel, expected :::macro{channel=…} with email, chat, sms or phone',
        },
      ],
    },
    {
      files: {
        'content/a.md': exampleArticle(
          {},
          ':::macro[Retard]{channel=sms}\nVotre colis arrive demain.\n:::\n',
        ),
      },
      findings: [],
    },
    {
      files: {
        'content/a.md': exampleArticle(
          {},
          ':::macro{channel=fax}\nBonjour.\n:::\n\n:::macro\nBonjour.\n\n| a |\n|---|\n| b |\n:::\n',
        ),
      },
      findings: [
        {
          path: 'content/a.md',
          line: 9,
          column: 1,
          fr: 'Canal inconnu « fax », attendu : email, chat, sms ou phone',
          en: 'Unknown channel `fax`, expected email, chat, sms or phone',
        },
        {
          path: 'content/a.md',
          line: 13,
          column: 1,
          fr: 'Texte pour un client sans canal, attendu : :::macro{channel=…} avec email, chat, sms ou phone',
          en: 'Unexpected text for a customer without a channel, expected :::macro{channel=…} with email, chat, sms or phone',
        },
        {
          path: 'content/a.md',
          line: 16,
          column: 1,
          fr: 'Tableau inattendu dans un texte pour un client, attendu : des paragraphes et des listes',
          en: 'Unexpected table in a text for a customer, expected paragraphs and lists',
        },
      ],
    },
  ],
};
