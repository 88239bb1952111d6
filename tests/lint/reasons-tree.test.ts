// reasons-are-covered where reasons hold others: what is in force below a reason covers it.
import { describe, expect, it } from 'vitest';
import { lintKnowledgeBase } from '../../src/lint/lint.ts';
import { exampleArticle, exampleToday } from '../../src/lint/rule.ts';
import { exampleConfig, memoryBase } from '../support/memory-base.ts';

const config = exampleConfig.replace(
  'delivery.lost: { fr: Colis perdu }',
  `delivery: { fr: Livraison }
  delivery.lost: { title: { fr: Colis perdu }, parent: delivery }
  delivery.lost.abroad: { title: { fr: À l’étranger }, parent: delivery.lost }`,
);

function findingsOf(articles: Readonly<Record<string, Readonly<Record<string, string>>>>) {
  const files = Object.entries({ late: { reasons: '[delivery.late]' }, ...articles }).map(([id, fields]) => [
    `content/${id}.md`,
    exampleArticle({ id, ...fields }),
  ]);
  return lintKnowledgeBase(memoryBase(Object.fromEntries(files), config), {
    today: exampleToday,
    diagrams: new Map(),
    rules: ['reasons-are-covered'],
  }).map(({ path, message }) => [path, /`(.*?)`/.exec(message.en)?.[1]]);
}

describe('reasons-are-covered', () => {
  it('is content with an article in force below a reason, whatever has expired on the reason itself', () => {
    const abroad = { reasons: '[delivery.lost.abroad]' };
    expect(findingsOf({ abroad })).toEqual([]);
    const old = { reasons: '[delivery, delivery.lost]', expires: '2025-01-01' };
    expect(findingsOf({ abroad, old })).toEqual([]);
  });

  it('tells of a reason below which nothing is in force', () => {
    expect(findingsOf({ abroad: { reasons: '[delivery.lost.abroad]', expires: '2025-01-01' } })).toEqual([
      ['content/abroad.md', 'delivery.lost.abroad'],
    ]);
    expect(findingsOf({ lost: { reasons: '[delivery.lost]' } })).toEqual([
      ['kb.config.yaml', 'delivery.lost.abroad'],
    ]);
  });
});
