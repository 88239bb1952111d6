// What of a text is prose, and what is hidden from the rules of language.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { partsOf } from '../../../src/content/document-parts.ts';
import { proseOf } from '../../../src/lint/language/prose.ts';
import { exampleArticle } from '../../../src/lint/rule.ts';
import { memoryBase } from '../../support/memory-base.ts';

function proseOfBody(body: string) {
  const [document] = memoryBase({ 'content/a.md': exampleArticle({}, body) }).documents;
  if (!document) throw new Error('no document');
  const parts = partsOf(document);
  return { parts, prose: proseOf({ parts, lang: 'fr' }) };
}

/** The prose of `body`, with one ◊ for each hidden stretch and ¶ for each kept line end. */
const shown = (body: string) =>
  proseOfBody(body)
    .prose.slice(1)
    .map(({ text }) => text.replace(/\uFFFC+/g, '◊').replaceAll('\u2029', '¶'));

describe('proseOf', () => {
  it.each([
    ['Voir https://mirandelle.example/a?b=1, puis www.mirandelle.example.\n', ['Voir ◊, puis ◊.']],
    ['Écrire à aide@mirandelle.example ou tel:+33100000000.\n', ['Écrire à ◊ ou ◊.']],
    ['Bonjour {{prenom}} %{nom} {% if %} :wink:\n', ['Bonjour ◊ ◊ ◊ ◊']],
    ['Le `code` : à 12:30, a:b:c.\n', ['Le ◊ : à 12:30, a:b:c.']],
    ['Une ligne  \nune autre\\\nla suite\nfin\n', ['Une ligne¶une autre¶la suite\nfin']],
    ['Une ligne  \r\nune autre\r\nfin\n', ['Une ligne¶une autre\r\nfin']],
    ['> [!NOTE]\n> À savoir.\n', ['◊\nÀ savoir.']],
  ])('reads %j', (body, texts) => expect(shown(body)).toEqual(texts));

  it('is as long as the text that readers see, and made once', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (body) => {
        const { parts, prose } = proseOfBody(body);
        expect(prose.map(({ text }) => text.length)).toEqual(parts.runs.map(({ text }) => text.length));
        expect(proseOf({ parts, lang: 'fr' })).toBe(prose);
      }),
    );
  });
});
