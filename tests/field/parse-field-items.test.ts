// Items from readers' devices: taken one by one, refused one by one.
import { describe, expect, it } from 'vitest';
import { parseFieldItems } from '../../src/field/parse-field-items.ts';

const about = { id: 'livraison-en-retard', lang: 'fr', version: '0123456789ab' };
const remark = {
  key: 'f7c3e2c1-0b5e-4f53-9b3f-0d6a0f1f2a3b',
  kind: 'feedback',
  on: '2026-11-16',
  verdict: 'wrong',
  about,
  lang: 'fr',
  comment: 'Le délai est de 5 jours.',
};
const receipt = { key: 'r:fr/livraison-en-retard:0123456789ab', kind: 'receipt', on: '2026-11-16', about };
const usage = {
  key: 'u:2026-11-16:a1',
  kind: 'usage',
  on: '2026-11-16',
  counters: [{ of: 'view', what: 'fr/livraison-en-retard', count: 3 }],
};

const read = (items: unknown, rest: object = {}) =>
  parseFieldItems(JSON.stringify({ version: 1, base: 'Mirandelle', items, ...rest }));

describe('an envelope', () => {
  it('gives its items of every kind as they are', () => {
    expect(read([remark, receipt, usage])).toEqual({
      base: 'Mirandelle',
      items: [remark, receipt, usage],
      refused: [],
    });
  });

  it.each([
    ['text that is not JSON', '{', 'json'],
    ['a list', '[]', 'envelope'],
    ['null', 'null', 'envelope'],
    ['no list of items', '{"version":1,"items":{}}', 'envelope'],
    ['a version of tomorrow', '{"version":2,"items":[]}', 'version'],
  ])('is none: %s', (_name, json, fault) => {
    expect(parseFieldItems(json)).toEqual({ fault });
  });

  it('may begin with a byte order mark, as files from Windows do', () => {
    expect(parseFieldItems('\uFEFF{"version":1,"items":[]}')).toMatchObject({ items: [], refused: [] });
  });
});

describe('an item', () => {
  it.each<[string, object, string]>([
    ['a day that does not exist', { ...remark, on: '2026-02-30' }, 'on'],
    ['an unknown verdict', { ...remark, verdict: 'spam' }, 'verdict'],
    ['neither article nor query', { ...remark, about: undefined }, 'item'],
    ['a key that could be a path out', { ...remark, key: 'a b' }, 'key'],
    ['an id that is none', { ...remark, about: { ...about, id: '../etc' } }, 'about.id'],
    ['a comment that is too long', { ...remark, comment: 'x'.repeat(2001) }, 'comment'],
    ['a key that nobody knows', { ...remark, admin: true }, 'item'],
    ['more right answers than questions', { ...receipt, score: { right: 3, of: 2 } }, 'score'],
    [
      'a count that is not whole',
      { ...usage, counters: [{ of: 'view', what: 'x', count: 1.5 }] },
      'counters',
    ],
    ['no kind', { key: 'x', on: '2026-11-16' }, 'kind'],
  ])('is refused alone for %s', (_name, item, field) => {
    const result = read([item, receipt]);
    expect(result).toMatchObject({ items: [receipt] });
    expect(result).toHaveProperty('refused.0.index', 0);
    expect(result).toHaveProperty('refused.0.why', expect.stringMatching(new RegExp(`^${field}`)));
  });

  it('is refused when it is no object, without stopping the others', () => {
    expect(read([null, 7, 'x', [], receipt])).toMatchObject({
      items: [receipt],
      refused: [{ index: 0 }, { index: 1 }, { index: 2 }, { index: 3 }],
    });
  });
});
