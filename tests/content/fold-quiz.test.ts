import { describe, expect, it } from 'vitest';
import { bodyWordsFor } from '../../site/locales/body-words.ts';
import { trainingWordsFor } from '../../site/locales/training-words.ts';
import { foldQuiz, withoutAnswers } from '../../src/content/fold-quiz.ts';
import { loadMarkdownParser } from '../../src/content/markdown-parser.ts';
import { prepareTree } from '../../src/content/prepare-tree.ts';
import { renderBody } from '../../src/content/render-body.ts';
import { renderSearchText } from '../../src/content/render-search-text.ts';

const { parse } = await loadMarkdownParser();
const words = bodyWordsFor('fr');

function pageOf(markdown: string): string {
  const tree = prepareTree(foldQuiz(parse(markdown), trainingWordsFor('fr')), words.alerts);
  return renderBody(tree, { words, hrefOf: (url) => url, srcOf: (url) => url, flowchart: () => '' });
}

describe('the body of a quiz', () => {
  it('lists the answers without telling, and folds the solution with its explanations', () => {
    const html = pageOf('## Combien ?\n\n- [x] 30 *jours*\n  Le [barème](a.html).\n- [ ] 14\n\nÀ retenir.\n');
    const [before = '', solution = ''] = html.split('<details class="quiz-solution">');
    expect(before).toContain('<ul class="quiz-answers">\n<li>30 <em>jours</em></li>\n<li>14</li>\n</ul>');
    expect(before).not.toMatch(/checked|barème|quiz-right/);
    expect(solution).toMatch(
      /<li class="quiz-right">\s*<p><span class="quiz-mark">Juste<\/span> 30 <em>jours<\/em><\/p>/,
    );
    expect(solution).toContain('<a href="a.html">barème</a>');
    expect(solution).toContain('<p>À retenir.</p>');
  });

  it.each([
    ['a', 'b', 'c'],
    ['b', 'a', 'c'],
  ])('never lists %s, %s, %s in the right order', (...answers) => {
    const [before = '', solution = ''] = pageOf(
      `## Ordre ?\n\n${answers.map((text, at) => `${at + 1}. [ ] ${text}`).join('\n')}\n`,
    ).split('<details');
    const read = (html: string) => [...html.matchAll(/<li[^>]*>\s*(?:<p>)?(\w)/g)].map(([, text]) => text);
    expect(read(solution)).toEqual(answers);
    expect(read(before)).not.toEqual(answers);
    expect(read(before).sort()).toEqual([...answers].sort());
  });

  it('lets no markup of a content file through', () => {
    const html = pageOf(
      '## <b>Qui ?</b>\n\n- [x] <img src=x onerror=alert(1)>\n  <details open><script>alert(1)</script>\n- [ ] [b](javascript:alert(1))\n',
    );
    expect(html).not.toMatch(/<(?:img|script|b|details open)/);
    expect(html).not.toContain('javascript:');
  });

  it('has its questions in the search, and none of its answers', () => {
    const tree = prepareTree(
      withoutAnswers(
        parse('Lire.\n\n## Combien ?\n\nUn client.\n\n- [x] trente\n- [ ] quatorze\n\nRetenir.\n'),
      ),
      words.alerts,
    );
    const text = renderSearchText(tree, () => '');
    expect(text).toMatch(/Lire.*Combien.*Un client/s);
    expect(text).not.toMatch(/trente|quatorze|Retenir/);
  });
});
