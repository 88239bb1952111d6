// `transfers` in the front matter: what it may hold, and what a validation says of it.
import { describe, expect, it } from 'vitest';
import { diffArticles } from '../../src/content/diff-lines.ts';
import { type ArticleDocument, isArticleDocument } from '../../src/content/knowledge-base.ts';
import { exampleArticle } from '../../src/lint/rule.ts';
import { memoryBase } from '../support/memory-base.ts';

function readOne(transfers: string | null) {
  const [document] = memoryBase({
    'content/a.md': exampleArticle({ type: 'ivr', transfers }, 'Texte.\n'),
  }).documents;
  if (!document) throw new Error('no document');
  return document;
}

function menuWith(transfers: string | null): ArticleDocument {
  const document = readOne(transfers);
  if (!isArticleDocument(document)) throw new Error(JSON.stringify(document.issues));
  return document;
}

describe('transfers', () => {
  it.each(['tel:+33199000000', 'sip:accueil@mirandelle.example', 'sip:1234@pbx.mirandelle.example:5061'])(
    'may lead to %s',
    (address) => {
      expect(menuWith(`{ a: "${address}" }`).article.transfers).toEqual({ a: address });
    },
  );

  it.each([
    'tel:0199000000',
    'tel:+33 1 99 00 00 00',
    'tel:+33199000000;ext=1',
    'tel:+3319900000012345',
    'sip:a@b,s,1)',
    'sip:{EVIL}@b',
    'sip:a@b\\nexten => s,1,System(x)',
    'https://mirandelle.example',
    '',
  ])('never lead to "%s", which is refused with its place', (address) => {
    const { issues } = readOne(`{ a: "${address}" }`);
    expect(issues[0]?.wording.en).toContain('expected an address tel:+33199000000');
    expect(issues[0]?.line).toBeGreaterThan(1);
  });

  it('are what a validation answers for, in any order, and a comparison shows them', () => {
    const [none, one, other, both, turned] = [
      null,
      '{ a: "tel:+33199000000" }',
      '{ a: "tel:+33199000001" }',
      '{ a: "tel:+33199000000", b: "sip:b@c" }',
      '{ b: "sip:b@c", a: "tel:+33199000000" }',
    ].map(menuWith) as [ArticleDocument, ArticleDocument, ArticleDocument, ArticleDocument, ArticleDocument];
    const digests = [none, one, other, both].map(({ article }) => article.digest);
    expect(new Set(digests).size).toBe(4);
    expect(turned.article.digest).toBe(both.article.digest);
    expect(diffArticles(one, other).map(({ kind, text }) => `${kind} ${text}`)).toEqual(
      expect.arrayContaining([
        'removed transfers: a · tel:+33199000000',
        'added transfers: a · tel:+33199000001',
      ]),
    );
  });
});
