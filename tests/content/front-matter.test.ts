// Front matter is cut off a file where the plainest expression would cut it.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitFrontMatter } from '../../src/content/front-matter.ts';

/** Where the body begins, by expressions alone; undefined where there is no front matter. */
function bodyByExpression(text: string): { readonly body: string; readonly bodyLine: number } | undefined {
  const closer = /\r?\n---[ \t]*(?=\r?\n|$)/.exec(text.slice(3));
  if (/^[^\r\n]*/.exec(text)?.[0] !== '---' || !closer) return undefined;
  const header = text.slice(0, 3 + closer.index + closer[0].length);
  const end = /^\r?\n/.exec(text.slice(header.length))?.[0] ?? '';
  const body = text.slice(header.length + end.length);
  return { body, bodyLine: (header + end).split('\n').length };
}

describe('front matter', () => {
  it('ends where the first line of three dashes does, with whichever line ends', () => {
    const piece = fc.constantFrom('---', '\n', '\r\n', '\n---\n', '\r', ' ', '\t', '-', 'a: b', '# T', 'é');
    let cut = 0;
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), fc.boolean(), (pieces, opened) => {
        const text = (opened ? '---\n' : '') + pieces.join('');
        const { body, bodyLine } = splitFrontMatter(text);
        const expected = bodyByExpression(text) ?? { body: text, bodyLine: 1 };
        if (expected.body !== text) cut++;
        expect({ body, bodyLine }).toEqual(expected);
      }),
      { numRuns: 3000 },
    );
    expect(cut).toBeGreaterThan(300);
  });

  it('takes no name of a language from what stands after a lone carriage return', () => {
    const { body, yaml } = splitFrontMatter('---\r---\r\n-\n---\nTexte\n');
    expect([body, yaml?.data]).toEqual(['Texte\n', '\r--- -']);
  });
});
