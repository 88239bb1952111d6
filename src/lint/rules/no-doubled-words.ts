// no-doubled-words: no word stands twice in a row by accident.

import { quote } from '../../model/quote.ts';
import { findDoubledWords } from '../language/doubled-words.ts';
import { editInRun, placeInRun } from '../language/edits.ts';
import { proseLanguage } from '../language/languages.ts';
import { proseOf } from '../language/prose.ts';
import { exampleArticle, type Rule } from '../rule.ts';

export const noDoubledWords: Rule = {
  group: 'language',
  severity: 'warning',
  fragments: true,
  why: {
    fr: 'Un mot écrit deux fois fait buter l’agent qui lit à voix haute ; il reste d’une correction, et parfois un autre mot manque à cet endroit.',
    en: 'A word that stands twice makes an agent who reads aloud stumble; it is left over from an edit, and sometimes another word is missing there.',
  },
  *check(document, context) {
    const { parts, lang } = context;
    const language = proseLanguage(lang);
    if (!language) return;
    for (const prose of proseOf(context)) {
      for (const { word, start, end, second, idle } of findDoubledWords(prose.text, language)) {
        const { run } = prose;
        const between = document.text.slice(run.offsetAt(start + word.length - 1) + 1, run.offsetAt(second));
        // Markup between them sets one apart, such as the name of a button; `>` begins a line of a block quote.
        if (/[^\s>]/.test(between)) continue;
        const shown = quote(prose.text.slice(start, end));
        const once = quote(word, 20);
        // « De de » may hide the end of a sentence between the two.
        const sure = idle && prose.text.slice(second, end) === word && /^[ \t]+$/.test(between);
        yield {
          ...placeInRun(parts, run, start, end),
          message: {
            fr: `Mot répété inattendu « ${shown} », attendu : « ${once} » une seule fois`,
            en: `Unexpected doubled word \`${shown}\`, expected \`${once}\` once`,
          },
          fix: sure ? editInRun(document, context, prose, start, end, word) : undefined,
        };
      }
    }
  },
  examples: [
    {
      files: {
        'content/a.md': exampleArticle(
          {},
          'Nous nous engageons à rappeler. Faites-le le jour même ; donnez-en en magasin. Composez le 10 10, puis ouvrez **Suivi** suivi du numéro.\n',
        ),
        'content/b.md': exampleArticle(
          { id: 'late-parcel', lang: 'en' },
          'She said that that parcel had had a delay. Bora Bora is not served.\n',
        ),
      },
      findings: [],
    },
    {
      files: {
        'content/a.md': exampleArticle(
          {},
          'Le suivi de de la commande.\n\nOuvrez **le le** dossier suivi suivi, puis la\nla fiche.\n',
        ),
        'content/b.md': exampleArticle({ id: 'late-parcel', lang: 'en' }, 'Open the the order.\n'),
      },
      findings: [
        {
          path: 'content/a.md',
          line: 9,
          column: 10,
          fr: 'Mot répété inattendu « de de », attendu : « de » une seule fois',
          en: 'Unexpected doubled word `de de`, expected `de` once',
        },
        {
          path: 'content/a.md',
          line: 11,
          column: 10,
          fr: 'Mot répété inattendu « le le », attendu : « le » une seule fois',
          en: 'Unexpected doubled word `le le`, expected `le` once',
        },
        {
          path: 'content/a.md',
          line: 11,
          column: 26,
          fr: 'Mot répété inattendu « suivi suivi », attendu : « suivi » une seule fois',
          en: 'Unexpected doubled word `suivi suivi`, expected `suivi` once',
        },
        {
          path: 'content/a.md',
          line: 11,
          column: 44,
          fr: 'Mot répété inattendu « la la », attendu : « la » une seule fois',
          en: 'Unexpected doubled word `la la`, expected `la` once',
        },
        {
          path: 'content/b.md',
          line: 10,
          column: 6,
          fr: 'Mot répété inattendu « the the », attendu : « the » une seule fois',
          en: 'Unexpected doubled word `the the`, expected `the` once',
        },
      ],
      fixed: {
        'content/a.md': exampleArticle(
          {},
          'Le suivi de la commande.\n\nOuvrez **le** dossier suivi suivi, puis la\nla fiche.\n',
        ),
        'content/b.md': exampleArticle({ id: 'late-parcel', lang: 'en' }, 'Open the order.\n'),
      },
    },
  ],
};
