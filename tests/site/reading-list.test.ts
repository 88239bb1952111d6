// Favourites and last read articles: what is kept, how much of it, and what is believed of what is found.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  addressOf,
  clearRecent,
  dropFavourite,
  keepFavourite,
  noteReading,
  readFavourites,
  readRecent,
} from '../../site/scripts/reading-list.ts';

let kept: Map<string, string>;

/** A browser that shows a page of the base `site`. */
function stubBrowser(site: string, root = '../'): void {
  vi.stubGlobal('document', {
    querySelector: () => ({ content: site }),
    documentElement: { dataset: { root } },
  });
}

beforeEach(() => {
  kept = new Map();
  vi.stubGlobal('window', {
    localStorage: {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => kept.set(key, value),
    },
  });
  stubBrowser('Mirandelle');
});
afterEach(() => {
  vi.unstubAllGlobals();
});

const article = (id: string, title = id) => ({ id, lang: 'fr', title });
const ids = (entries: readonly { readonly id: string }[]) => entries.map(({ id }) => id);

describe('the reader’s lists', () => {
  it('hold the last one first, each article once, by language', () => {
    for (const id of ['a', 'b', 'a']) noteReading(article(id));
    noteReading({ ...article('a'), lang: 'en' });
    expect(readRecent().map(({ id, lang }) => `${lang}/${id}`)).toEqual(['en/a', 'fr/a', 'fr/b']);
  });

  it('hold no more than 8 read articles and 50 favourites, and say when they are full', () => {
    for (let n = 0; n < 60; n += 1) {
      noteReading(article(`a${n}`));
      expect(keepFavourite(article(`a${n}`))).toBe(n < 50 ? 'kept' : 'full');
    }
    expect(ids(readRecent())).toEqual(['a59', 'a58', 'a57', 'a56', 'a55', 'a54', 'a53', 'a52']);
    expect(readFavourites()).toHaveLength(50);
    expect(dropFavourite(article('a7'))).toBe(true);
    expect(keepFavourite(article('new'))).toBe('kept');
    expect(ids(readFavourites()).slice(0, 2)).toEqual(['new', 'a49']);
  });

  it('follow an article to its new title', () => {
    keepFavourite(article('a', 'Ancien titre'));
    noteReading(article('a', 'Nouveau titre'));
    expect(readFavourites()).toEqual([article('a', 'Nouveau titre')]);
  });

  it('are each base’s own, also where bases share the browser’s storage', () => {
    keepFavourite(article('a'));
    noteReading(article('a'));
    stubBrowser('Autre base');
    expect(readFavourites()).toEqual([]);
    keepFavourite(article('b'));
    noteReading(article('b'));
    clearRecent();
    expect([readFavourites(), readRecent()]).toEqual([[article('b')], []]);
    stubBrowser('Mirandelle');
    expect([readFavourites(), readRecent()]).toEqual([[article('a')], [article('a')]]);
  });

  it.each([
    ['no JSON', '[{'],
    ['no list', '{"id":"a"}'],
    ['nothing', 'null'],
    ['other things', '[1,null,"a",[]]'],
    ['a way out of the site', '[{"id":"../../evil","lang":"fr","title":"x","site":"Mirandelle"}]'],
    ['a scheme', '[{"id":"a","lang":"javascript:alert(1)//","title":"x","site":"Mirandelle"}]'],
    ['no title', '[{"id":"a","lang":"fr","title":"","site":"Mirandelle"}]'],
    ['far too much', `[${'{"id":"a","lang":"fr","title":"x","site":"Mirandelle"},'.repeat(9000)}1]`],
  ])('are empty where the storage holds %s, and work on', (_what, text) => {
    kept.set('kb:favourites', text);
    expect(readFavourites()).toEqual([]);
    expect(keepFavourite(article('a'))).toBe('kept');
    expect(ids(readFavourites())).toEqual(['a']);
  });

  it.each(['getItem', 'setItem'])('say that nothing is kept where the browser refuses %s', (name) => {
    Object.assign(window.localStorage, {
      [name]: () => {
        throw new DOMException('denied', 'QuotaExceededError');
      },
    });
    noteReading(article('a'));
    expect(keepFavourite(article('a'))).toBe(name === 'setItem' ? 'denied' : 'kept');
    expect(readFavourites()).toEqual([]);
  });
});

describe('addressOf', () => {
  it('leads from the page in view, never out of the site', () => {
    expect(addressOf(article('a'))).toBe('../fr/a.html');
    stubBrowser('Mirandelle', '');
    expect(addressOf(article('a'))).toBe('./fr/a.html');
  });
});
