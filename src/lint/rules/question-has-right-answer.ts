// question-has-right-answer: every question of a quiz can be answered, and answered wrong.
import type { ParsedAnswer, ParsedQuestion } from '../../content/parse-quiz.ts';
import type { Wording } from '../../model/wording.ts';
import { questionsOfQuiz } from '../quiz-of.ts';
import { exampleArticle, type Rule } from '../rule.ts';

const empty = {
  fr: 'Titre vide, attendu : la question',
  en: 'Unexpected empty heading, expected the question',
};
const noAnswers = {
  fr: 'Question sans réponses à cocher, attendu : une liste « - [x] juste », « - [ ] fausse »',
  en: 'Unexpected question without answers to tick, expected a list `- [x] right`, `- [ ] wrong`',
};
const oneAnswer = {
  fr: 'Une seule réponse, attendu : deux au moins',
  en: 'Unexpected single answer, expected two at least',
};
const noneRight = {
  fr: 'Aucune réponse juste, attendu : « [x] » devant une réponse au moins',
  en: 'Unexpected question without a right answer, expected `[x]` before one at least',
};
const noBox = {
  fr: 'Réponse sans case ou sans texte, attendu : « - [x] juste » ou « - [ ] fausse »',
  en: 'Unexpected answer without a box or a text, expected `- [x] right` or `- [ ] wrong`',
};

function judgeQuestion({ text, list, kind, answers }: ParsedQuestion): Wording | undefined {
  if (text === '') return empty;
  if (list === undefined) return noAnswers;
  if (answers.length < 2) return oneAnswer;
  return kind !== 'order' && answers.every(({ right }) => !right) ? noneRight : undefined;
}

const isIncomplete = ({ boxed, words }: ParsedAnswer) => !boxed || words.length === 0;

export const questionHasRightAnswer: Rule = {
  group: 'structure',
  severity: 'error',
  why: {
    fr: 'Une question sans réponse juste compte comme fausse pour tout le monde ; une seule réponse n’en fait pas une question. Une liste numérotée à cocher se remet dans l’ordre du texte, qui est le bon.',
    en: 'A question without a right answer counts as wrong for everybody; with a single answer it is none. A numbered task list is put in the order of the text, which is the right one.',
  },
  *check(_, { parts }) {
    for (const question of questionsOfQuiz(parts) ?? []) {
      const message = judgeQuestion(question);
      if (message) yield { ...parts.placeOf(question.heading), message };
      for (const answer of question.answers) {
        if (isIncomplete(answer)) yield { ...parts.placeOf(answer.item), message: noBox };
      }
    }
  },
  examples: [
    {
      files: {
        'content/a.md': exampleArticle(
          { type: 'quiz' },
          '## Combien de jours ?\n\n- [x] 30\n  Le barème le dit.\n- [ ] 14\n\n## Dans quel ordre ?\n\n1. [ ] Écouter.\n2. [ ] Répondre.\n',
        ),
        'content/b.md': exampleArticle({ id: 'b', type: 'faq' }, '## Combien ?\n\n- [ ] 30\n'),
      },
      findings: [],
    },
    {
      files: {
        'content/a.md': exampleArticle(
          { type: 'quiz' },
          '## Un ?\n\nTrente.\n\n## Deux ?\n\n- [x] 30\n\n## Trois ?\n\n- [ ] 30\n- [ ] 14\n\n## Quatre ?\n\n- [x] 30\n- 14\n\n##\n\n- [x] 30\n- [ ] 14\n',
        ),
      },
      findings: [
        { path: 'content/a.md', line: 9, column: 1, ...noAnswers },
        { path: 'content/a.md', line: 13, column: 1, ...oneAnswer },
        { path: 'content/a.md', line: 17, column: 1, ...noneRight },
        { path: 'content/a.md', line: 25, column: 1, ...noBox },
        { path: 'content/a.md', line: 27, column: 1, ...empty },
      ],
    },
  ],
};
