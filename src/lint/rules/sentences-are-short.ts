// sentences-are-short: no sentence has more words than the team agreed on.
import { placeInRun } from '../language/edits.ts';
import { proseLanguage } from '../language/languages.ts';
import { proseOf } from '../language/prose.ts';
import { countWords } from '../language/words.ts';
import { exampleArticle, type Rule } from '../rule.ts';

const long =
  'Lorsque le client appelle pour un colis en retard, vérifiez d’abord le suivi du transporteur, puis l’adresse de la commande, et si la date annoncée est passée depuis deux jours, ouvrez une enquête.';

export const sentencesAreShort: Rule = {
  group: 'language',
  severity: 'warning',
  fragments: true,
  why: {
    fr: 'L’agent lit pendant que le client attend : une phrase trop longue pour un souffle est lue deux fois, ou pas jusqu’au bout.',
    en: 'An agent reads while the customer waits: a sentence that is too long to read aloud in one breath is read twice, or not to its end.',
  },
  *check(_, context) {
    const { base, parts, lang } = context;
    if (!proseLanguage(lang)) return;
    const most = base.config.writing.sentenceWords;
    for (const prose of proseOf(context)) {
      const { run, text } = prose;
      // Words and the spaces between them take at least two characters each.
      if (text.length < 2 * most) continue;
      for (const { start, end } of prose.sentences) {
        if (end - start < 2 * most) continue;
        const count = countWords(text, start, end);
        if (count <= most) continue;
        yield {
          ...placeInRun(parts, run, start, end),
          message: {
            fr: `Phrase inattendue de ${count} mots, attendu : ${most} au plus ; coupez-la ou faites-en une liste`,
            en: `Unexpected sentence of ${count} words, expected at most ${most}; cut it or make it a list`,
          },
        };
      }
    }
  },
  examples: [
    {
      config: 'writing: { sentence_words: 15 }\n',
      files: {
        'content/a.md': exampleArticle(
          {},
          'Écrivez à M. Martin, du service des litiges (art. 4 des conditions, soit 12.50 euros). Joignez ensuite la facture, le bon de livraison et la photo du colis abîmé.\n',
        ),
        'content/b.md': exampleArticle(
          { id: 'late-parcel', lang: 'en' },
          'Ask for a proof of purchase, e.g. an invoice. Then open a claim on https://claims.mirandelle.example/new. Wait for 2.5 days.\n',
        ),
      },
      findings: [],
    },
    {
      config: 'writing: { sentence_words: 30 }\n',
      files: { 'content/a.md': exampleArticle({}, `Le suivi fait foi. ${long}\n`) },
      findings: [
        {
          path: 'content/a.md',
          line: 9,
          column: 20,
          fr: 'Phrase inattendue de 33 mots, attendu : 30 au plus ; coupez-la ou faites-en une liste',
          en: 'Unexpected sentence of 33 words, expected at most 30; cut it or make it a list',
        },
      ],
    },
  ],
};
