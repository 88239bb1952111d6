// macro-fits-channel: a text for customers is no longer than its channel takes, even with its longest values.
import { readMacros } from '../../content/read-macros.ts';
import type { Config } from '../../model/config.ts';
import { fillLongest, type Macro } from '../../model/macro.ts';
import { quote } from '../../model/quote.ts';
import { countSms } from '../../model/sms.ts';
import { allTextsOf } from '../../model/variable.ts';
import type { Wording } from '../../model/wording.ts';
import { exampleArticle, type Rule } from '../rule.ts';

function describeSms(text: string, most: number): Wording | undefined {
  const { units, segments, outside } = countSms(text);
  if (segments <= most) return undefined;
  const costly = outside
    .slice(0, 5)
    .map((each) => quote(each, 8))
    .join(' ');
  const why = {
    fr: costly === '' ? '' : ` ; ${costly} font perdre plus de la moitié de la place`,
    en: costly === '' ? '' : `; ${costly} take more than half of the room away`,
  };
  return {
    fr: `Texte de ${segments} SMS (${units} signes), attendu : ${most} au plus${why.fr}`,
    en: `Unexpected text of ${segments} messages (${units} characters), expected ${most} at most${why.en}`,
  };
}

function describeLength(length: number, most: number): Wording | undefined {
  if (length <= most) return undefined;
  return {
    fr: `Texte de ${length} signes, attendu : ${most} au plus pour ce canal`,
    en: `Unexpected text of ${length} characters, expected ${most} at most for this channel`,
  };
}

function describe(
  { channel, text }: Macro,
  { macros, context }: Config,
  valuesIn: ReadonlyMap<string, readonly string[]>,
): Wording | undefined {
  const samples = new Map([
    ...context.map(({ name, values, samples: given }): [string, readonly string[]] => [
      name,
      [...given, ...(values ?? []).flatMap(({ label }) => Object.values(label))],
    ]),
    ...valuesIn,
  ]);
  const longest = fillLongest(text, samples);
  if (channel === 'sms') return describeSms(longest, macros.smsSegments);
  if (channel === 'chat') return describeLength(longest.length, macros.chatCharacters);
  return channel === 'email' ? describeLength(longest.length, macros.emailCharacters) : undefined;
}

const long = 'Votre colis est au point relais. '.repeat(12).trim();

export const macroFitsChannel: Rule = {
  group: 'language',
  severity: 'warning',
  fragments: true,
  why: {
    fr: 'Un SMS trop long part en plusieurs morceaux, que l’on paie et que le client reçoit dans le désordre ; un pavé ne se lit pas dans un chat.',
    en: 'A text message that is too long leaves in pieces, which cost and arrive in any order; a wall of text is not read in a chat.',
  },
  *check({ body, variables }, { base, parts, lang }) {
    if (!body.includes(':::macro')) return;
    const valuesIn = new Map([...variables.values()].map((each) => [each.name, allTextsOf(each, lang)]));
    for (const macro of readMacros(parts.tree)) {
      const message = describe(macro, base.config, valuesIn);
      const { line, column } = parts.placeOf(macro.node);
      if (message) yield { line, column, message };
    }
  },
  examples: [
    {
      config: 'context: { customer.first_name: { samples: [Léa] } }\n',
      files: {
        'content/a.md': exampleArticle(
          {},
          ':::macro{channel=sms}\nBonjour {{customer.first_name|vous}}, votre colis arrive demain.\n:::\n',
        ),
      },
      findings: [],
    },
    {
      config: 'macros: { sms_segments: 1, chat_characters: 60 }\n',
      files: {
        'content/a.md': exampleArticle(
          {},
          `:::macro{channel=sms}\n${long} C’est prêt.\n:::\n\n:::macro{channel=chat}\n${long}\n:::\n`,
        ),
      },
      findings: [
        {
          path: 'content/a.md',
          line: 9,
          column: 1,
          fr: 'Texte de 7 SMS (407 signes), attendu : 1 au plus ; ’ ê font perdre plus de la moitié de la place',
          en: 'Unexpected text of 7 messages (407 characters), expected 1 at most; ’ ê take more than half of the room away',
        },
        {
          path: 'content/a.md',
          line: 13,
          column: 1,
          fr: 'Texte de 395 signes, attendu : 60 au plus pour ce canal',
          en: 'Unexpected text of 395 characters, expected 60 at most for this channel',
        },
      ],
    },
  ],
};
