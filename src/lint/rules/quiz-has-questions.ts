// quiz-has-questions: a quiz asks something, as often as it says, and nothing else has the settings of one.
import type { Document } from '../../content/document.ts';
import { questionsOfQuiz } from '../quiz-of.ts';
import { exampleArticle, type Rule, type RuleFinding } from '../rule.ts';

const none = {
  fr: 'Quiz sans question, attendu : des titres « ## » suivis chacun d’une liste à cocher',
  en: 'Unexpected quiz without a question, expected `##` headings, each with a task list under it',
};

function* checkSettings({ article, fieldPlace }: Document): Iterable<RuleFinding> {
  if (article?.quiz === undefined || article.type === 'quiz') return;
  yield {
    ...fieldPlace('quiz'),
    message: {
      fr: `Clé « quiz » inattendue dans un article de type ${article.type}, attendu : type: quiz`,
      en: `Unexpected key \`quiz\` in an article of type ${article.type}, expected type: quiz`,
    },
  };
}

const question = '## Combien de jours ?\n\n- [x] 30\n- [ ] 14\n';

export const quizHasQuestions: Rule = {
  group: 'structure',
  severity: 'error',
  why: {
    fr: 'Un quiz vide se termine sans rien avoir demandé. S’il annonce plus de questions qu’il n’en a, chacun retrouve toujours les mêmes.',
    en: 'An empty quiz ends before it asked anything. One that says it draws more questions than it has always asks the same ones.',
  },
  *check(document, { parts }) {
    yield* checkSettings(document);
    const questions = questionsOfQuiz(parts);
    if (questions === undefined) return;
    const { length } = questions;
    if (length === 0) yield { ...document.fieldPlace('type'), message: none };
    const draw = document.article?.quiz?.draw ?? 0;
    if (length === 0 || draw <= length) return;
    yield {
      ...document.fieldPlace('quiz'),
      message: {
        fr: `Tirage de ${draw} questions sur ${length}, attendu : ${length} au plus`,
        en: `Unexpected draw of ${draw} questions out of ${length}, expected ${length} at most`,
      },
    };
  },
  examples: [
    { files: { 'content/a.md': exampleArticle({ type: 'quiz' }, question) }, findings: [] },
    {
      files: {
        'content/a.md': exampleArticle({ type: 'quiz' }, 'Bientôt.\n'),
        'content/b.md': exampleArticle({ id: 'b', type: 'quiz', quiz: '{ draw: 3 }' }, question),
        'content/c.md': exampleArticle({ id: 'c', quiz: '{ pass: 80 }' }),
      },
      findings: [
        { path: 'content/a.md', line: 4, column: 7, ...none },
        {
          path: 'content/b.md',
          line: 7,
          column: 7,
          fr: 'Tirage de 3 questions sur 1, attendu : 1 au plus',
          en: 'Unexpected draw of 3 questions out of 1, expected 1 at most',
        },
        {
          path: 'content/c.md',
          line: 7,
          column: 7,
          fr: 'Clé « quiz » inattendue dans un article de type procedure, attendu : type: quiz',
          en: 'Unexpected key `quiz` in an article of type procedure, expected type: quiz',
        },
      ],
    },
  ],
};
