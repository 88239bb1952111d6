// answers-differ: no question of a quiz offers the same answer twice.
import { quote } from '../../model/quote.ts';
import { questionsOfQuiz } from '../quiz-of.ts';
import { exampleArticle, type Rule } from '../rule.ts';

/** Case and accents do not make another answer. */
const compared = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[\s\p{P}]+/gu, ' ')
    .trim()
    .toLowerCase();

export const answersDiffer: Rule = {
  group: 'structure',
  severity: 'error',
  why: {
    fr: 'Deux réponses pareilles : laquelle est la bonne ? Qui coche l’autre a tort sans pouvoir le comprendre.',
    en: 'Of two answers that are the same, which is right? Whoever ticks the other one is wrong and cannot know why.',
  },
  *check(_, { parts }) {
    for (const { answers } of questionsOfQuiz(parts) ?? []) {
      const seen = new Set<string>();
      for (const { text, item } of answers) {
        const same = compared(text);
        if (same !== '' && seen.has(same)) {
          const said = quote(text, 60);
          yield {
            ...parts.placeOf(item),
            message: {
              fr: `Réponse répétée : « ${said} », attendu : des réponses différentes`,
              en: `Unexpected repeated answer “${said}”, expected answers that differ`,
            },
          };
        }
        seen.add(same);
      }
    }
  },
  examples: [
    {
      files: {
        'content/a.md': exampleArticle(
          { type: 'quiz' },
          '## Combien ?\n\n- [x] 30\n- [ ] 14\n\n## Et au retour ?\n\n- [x] 14\n- [ ] 30\n',
        ),
      },
      findings: [],
    },
    {
      files: {
        'content/a.md': exampleArticle(
          { type: 'quiz' },
          '## Combien ?\n\n- [x] Trente jours\n- [ ] trente  jours.\n',
        ),
      },
      findings: [
        {
          path: 'content/a.md',
          line: 12,
          column: 1,
          fr: 'Réponse répétée : « trente jours. », attendu : des réponses différentes',
          en: 'Unexpected repeated answer “trente jours.”, expected answers that differ',
        },
      ],
    },
  ],
};
