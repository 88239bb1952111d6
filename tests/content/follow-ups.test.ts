// `follow_ups` in the front matter: what it may hold, and what a validation says of it.
import { describe, expect, it } from 'vitest';
import { computeDigest } from '../../src/content/digest.ts';
import { isArticleDocument } from '../../src/content/knowledge-base.ts';
import { exampleArticle } from '../../src/lint/rule.ts';
import { memoryBase } from '../support/memory-base.ts';

function readOne(followUps: string | null) {
  const { documents } = memoryBase({ 'content/a.md': exampleArticle({ follow_ups: followUps }, 'Texte.\n') });
  const [document] = documents;
  if (!document) throw new Error('no document');
  return document;
}

const articleOf = (followUps: string | null) => {
  const document = readOne(followUps);
  if (!isArticleDocument(document)) throw new Error(JSON.stringify(document.problems));
  return document.article;
};

describe('follow_ups', () => {
  it('are periods with a check, and with what comes after it where it is said', () => {
    expect(
      articleOf('[{ after: 2d, check: Livré, then: Clore }, { after: 1w, check: Payé }]').followUps,
    ).toEqual([
      { after: { amount: 2, unit: 'd' }, check: 'Livré', next: 'Clore' },
      { after: { amount: 1, unit: 'w' }, check: 'Payé', next: undefined },
    ]);
  });

  it.each([
    ['[]', 'follow_ups'],
    ['[{ after: 0d, check: a }]', 'at least 1d'],
    ['[{ after: demain, check: a }]', 'at least 1d'],
    ['[{ after: 2d }]', 'a sentence on one line'],
    ['[{ after: 2d, check: "a\\nb" }]', 'a sentence on one line'],
    [`[{ after: 2d, check: ${'a'.repeat(301)} }]`, '300 characters'],
    ['[{ after: 2d, check: a, than: b }]', 'than'],
    [`[${'{ after: 2d, check: a }, '.repeat(11)}]`, '1 to 10'],
  ])('%s is refused with its place', (written, said) => {
    const { issues } = readOne(written);
    expect(issues[0]?.wording.en).toContain(said);
    expect(issues[0]?.line).toBeGreaterThan(1);
  });

  it('are what a validation answers for, and leave the digest of other articles as it was', () => {
    const none = articleOf(null);
    const fields = { ...none };
    expect(computeDigest(fields, 'Texte.\n', new Map(), new Map())).toBe(none.digest);
    const digests = [
      none,
      articleOf('[{ after: 2d, check: a }]'),
      articleOf('[{ after: 3d, check: a }]'),
      articleOf('[{ after: 2d, check: b }]'),
      articleOf('[{ after: 2d, check: a, then: b }]'),
    ].map(({ digest }) => digest);
    expect(new Set(digests).size).toBe(digests.length);
    expect(articleOf('[{ after: "2d", check: "a" }]').digest).toBe(digests[1]);
  });
});
