import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadMarkdownParser, parserNames } from '../../src/content/markdown-parser.ts';
import { parseQuiz } from '../../src/content/parse-quiz.ts';

const parsers = await Promise.all(parserNames.map((name) => loadMarkdownParser(name)));

describe.each(parsers)('a quiz read by $name', ({ parse }) => {
  const outline = (markdown: string) =>
    parseQuiz(parse(markdown)).questions.map(({ text, kind, answers }) => ({
      text,
      kind,
      answers: answers.map((answer) => `${answer.right ? '+' : '-'}${answer.text}`),
    }));

  it('knows one right answer, several, and answers to put in order', () => {
    expect(
      outline(
        'Intro.\n\n## Combien ?\n\n- [x] 30 jours\n- [ ] 14 jours\n\n## Lesquels ?\n\n- [x] A\n- [ ] B\n- [X] C\n\n## Ordre ?\n\n1. [ ] Écouter\n2. [ ] Répondre\n',
      ),
    ).toEqual([
      { text: 'Combien ?', kind: 'single', answers: ['+30 jours', '-14 jours'] },
      { text: 'Lesquels ?', kind: 'multiple', answers: ['+A', '-B', '+C'] },
      { text: 'Ordre ?', kind: 'order', answers: ['-Écouter', '-Répondre'] },
    ]);
  });

  it('takes what is indented under an answer for its explanation, a nested list included', () => {
    const [question] = parseQuiz(
      parse(
        '## Combien ?\n\n- [x] **30** jours\n  Voir [le barème](a.md).\n- [ ] 14\n\n  Non :\n\n  - [ ] nulle part\n',
      ),
    ).questions;
    expect(question?.answers.map(({ text }) => text)).toEqual(['30 jours', '14']);
    expect(question?.answers.map(({ explanation }) => explanation.map(({ type }) => type))).toEqual([
      ['paragraph'],
      ['paragraph', 'list'],
    ]);
  });

  it('keeps the texts before the first question, before the answers and after them apart', () => {
    const { intro, questions } = parseQuiz(
      parse(
        'Bonjour.\n\n## Combien ?\n\nUn client appelle.\n\n- [x] 1\n- [ ] 2\n\nÀ retenir.\n\n### Détail\n',
      ),
    );
    expect(intro).toHaveLength(1);
    expect(questions).toHaveLength(1);
    expect(questions[0]?.before.map(({ type }) => type)).toEqual(['paragraph']);
    expect(questions[0]?.after.map(({ type }) => type)).toEqual(['paragraph', 'heading']);
  });

  it('reads what no quiz should hold without a fault', () => {
    expect(outline('')).toEqual([]);
    expect(outline('##\n\n- [x]\n- [ ] a\n')).toMatchObject([{ text: '' }]);
    expect(outline('## Sans liste\n\n## Sans case\n\n- a\n- b\n')).toEqual([
      { text: 'Sans liste', kind: 'single', answers: [] },
      { text: 'Sans case', kind: 'single', answers: [] },
    ]);
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom('## ', '- [x] ', '- [ ] ', '1. [ ] ', '  ', '\n', 'a', '> ', '[b](c)', '```\n'),
        ),
        (parts) => {
          for (const { answers, right } of parseQuiz(parse(parts.join(''))).questions)
            expect(right).toHaveLength(answers.length);
        },
      ),
    );
  });
});
