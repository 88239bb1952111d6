// The outbox and what leaves it: nothing lost to tampering, other bases, two tabs or a full disk, and nothing sent twice.
// Long, because keeping, handing over and sending are tried on one storage and one set of items.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fieldWordsFor } from '../../site/locales/field-words.ts';
import { isFieldItem } from '../../site/scripts/field/check-item.ts';
import { diffWords } from '../../site/scripts/field/diff-words.ts';
import { describeItem, envelopeText, issueLink, mailLink } from '../../site/scripts/field/hand-over.ts';
import { cutText, makeFeedback, makeKey, makeReceipt } from '../../site/scripts/field/make-item.ts';
import { dropItems, keepItem, markItems, mostEntries, readOutbox } from '../../site/scripts/field/outbox.ts';
import { minutesToWait, type Post, planPieces, sendItems } from '../../site/scripts/field/send-items.ts';
import { parseFieldItems } from '../../src/field/parse-field-items.ts';
import {
  type FeedbackItem,
  type FieldItem,
  fieldBodyLimit,
  fieldLimits,
} from '../../src/model/field-item.ts';
import { day } from './sample-views.ts';

const base = 'Mirandelle';
const about = { id: 'colis-perdu', lang: 'fr', version: '0123456789ab' };
const today = day('2026-11-16');

/** A storage as browsers have it: the entries are its own keys. */
function stubStorage(room = Number.POSITIVE_INFINITY): Record<string, string> {
  const kept: Record<string, string> = {};
  const methods = {
    getItem: (key: string) => (Object.hasOwn(kept, key) ? kept[key] : null),
    setItem: (key: string, value: string) => {
      if (Object.values(kept).join('').length + value.length > room)
        throw new DOMException('full', 'QuotaExceededError');
      kept[key] = value;
    },
    removeItem: (key: string) => {
      delete kept[key];
    },
  };
  const localStorage = new Proxy(kept, {
    get: (target, name) => (methods as Record<string, unknown>)[String(name)] ?? target[String(name)],
  });
  vi.stubGlobal('window', { localStorage });
  return kept;
}

let kept: Record<string, string>;
beforeEach(() => {
  kept = stubStorage();
});
afterEach(() => {
  vi.unstubAllGlobals();
});

function remark(key: string, comment = 'Le seuil a changé.'): FeedbackItem {
  return makeFeedback({ verdict: 'outdated', about, lang: 'fr', comment }, key, today);
}

const keysIn = (name = base) => readOutbox(name).entries.map(({ item }) => item.key);
/** The item as a receiver gets it. */
const sent = (item: FieldItem): unknown => JSON.parse(JSON.stringify(item));

describe('the outbox', () => {
  it('keeps items in the order in which they were written, and what became of each', () => {
    expect(keepItem(base, remark('b'), 1)).toBe('kept');
    expect(keepItem(base, remark('a'), 2)).toBe('kept');
    markItems(base, ['b'], 'exported');
    expect(readOutbox(base).entries.map(({ item, state }) => [item.key, state])).toEqual([
      ['b', 'exported'],
      ['a', 'waiting'],
    ]);
    dropItems(['b']);
    expect(keysIn()).toEqual(['a']);
  });

  it('does not lose what two tabs write at once, nor bring back what another one deleted', () => {
    keepItem(base, remark('mine'), 1);
    const seen = readOutbox(base);
    keepItem(base, remark('theirs'), 2);
    dropItems(['mine']);
    markItems(
      base,
      seen.entries.map(({ item }) => item.key),
      'exported',
    );
    expect(readOutbox(base).entries.map(({ item, state }) => [item.key, state])).toEqual([
      ['theirs', 'waiting'],
    ]);
  });

  it('holds the items of another base apart', () => {
    keepItem('Autre', remark('other'), 1);
    expect(readOutbox(base)).toEqual({ entries: [], strange: [] });
    expect(keysIn('Autre')).toEqual(['other']);
  });

  it('sets aside what was altered or is of another version, and leaves it where it is', () => {
    keepItem(base, remark('sound'), 1);
    const text = kept['kb:outbox:sound'] ?? '';
    const altered: Record<string, string> = {
      'kb:outbox:moved': text,
      'kb:outbox:older': text.replace('"version":1', '"version":0').replaceAll('sound', 'older'),
      'kb:outbox:cut': text.slice(0, -5),
      'kb:outbox:verdict': text.replace('outdated', 'perfect').replaceAll('sound', 'verdict'),
      'kb:outbox:long': text.replaceAll('sound', 'long').replace('Le seuil', 'x'.repeat(3000)),
      'kb:outbox:null': 'null',
    };
    Object.assign(kept, altered);
    const { entries, strange } = readOutbox(base);
    expect(entries.map(({ item }) => item.key)).toEqual(['sound']);
    expect(Object.fromEntries(strange.map(({ name, text: left }) => [name, left]))).toEqual(altered);
    expect(kept).toMatchObject(altered);
  });

  it('says that it is full, that the disk is, and that nothing may be kept', () => {
    for (let n = 0; n < mostEntries; n++) keepItem(base, remark(`n${n}`), n);
    expect(keepItem(base, remark('late'), 1000)).toBe('full');
    // An item that is there may be written again.
    expect(keepItem(base, remark('n0'), 1000)).toBe('kept');
    stubStorage(100);
    expect(keepItem(base, remark('heavy'), 1)).toBe('denied');
    vi.stubGlobal('window', {
      get localStorage(): Storage {
        throw new DOMException('denied', 'SecurityError');
      },
    });
    expect(keepItem(base, remark('denied'), 1)).toBe('denied');
    expect(readOutbox(base)).toEqual({ entries: [], strange: [] });
  });
});

describe('an item', () => {
  it('has a key made at random, in the shape of a UUID where the browser makes none', () => {
    const fill = <T extends ArrayBufferView | null>(array: T): T => {
      if (array instanceof Uint8Array) array.fill(255);
      return array;
    };
    expect(makeKey({ getRandomValues: fill })).toBe('ffffffff-ffff-4fff-bfff-ffffffffffff');
    expect(makeKey({ getRandomValues: fill, randomUUID: () => '1-2-3-4-5' })).toBe('1-2-3-4-5');
  });

  it('is cut to what receivers take, and never in the middle of a character', () => {
    expect(cutText(`  ${'a'.repeat(9)}😀`, 10)).toBe('a'.repeat(9));
    expect(cutText(' \n ', 10)).toBeUndefined();
    expect(remark('k', '😀'.repeat(3000)).comment?.length).toBe(fieldLimits.comment);
  });

  it('is taken by receivers exactly where the device believes it', () => {
    const receipt = makeReceipt(about, 'Léa Martin', today);
    const vote = makeFeedback({ verdict: 'helpful', about, lang: 'fr' }, 'v', today);
    const search = makeFeedback({ verdict: 'not-found', query: 'colis bleu', lang: 'fr-CA' }, 's', today);
    const usage = {
      key: 'u',
      on: '2026-11-16',
      kind: 'usage',
      counters: [{ of: 'view', what: 'fr/a', count: 2 }],
    };
    const sound = [receipt, vote, search, remark('r')].map(sent);
    const broken = [receipt, vote, search, remark('r'), usage].flatMap((item) => {
      const plain = sent(item as FieldItem) as Record<string, unknown>;
      return [
        { ...plain, on: '2026-02-30' },
        { ...plain, key: 'a b' },
        { ...plain, more: 1 },
        { ...plain, kind: 'opinion' },
        { ...plain, about: { ...about, version: 'x' }, counters: [] },
        { ...plain, reader: 'x'.repeat(101) },
      ];
    });
    for (const item of [...sound, usage]) expect([item, isFieldItem(item)]).toEqual([item, true]);
    for (const item of broken) expect([item, isFieldItem(item)]).toEqual([item, false]);
    const parsed = parseFieldItems(JSON.stringify({ version: 1, base, items: [...sound, usage, ...broken] }));
    expect('items' in parsed && [parsed.items.length, parsed.refused.length]).toEqual([5, broken.length]);
  });

  it('is one receipt for one reader, article and version, whatever the name is made of', () => {
    const keyOf = (name: string, id = 'a') => makeReceipt({ ...about, id }, name, today).key;
    expect(keyOf('lea-martin')).toBe('r:fr/a:0123456789ab:lea-martin');
    expect(keyOf('Léa Martin')).toBe(keyOf('Léa Martin'));
    expect(keyOf('Léa Martin')).not.toBe(keyOf('Lea Martin'));
    for (const key of [keyOf('Ж'.repeat(100)), keyOf('Léa', 'x'.repeat(100)), keyOf('../../Léa “M”')])
      expect(key).toMatch(/^[\w.:/-]{1,100}$/);
  });
});

describe('sending', () => {
  const items = Array.from({ length: 30 }, (_, n) => remark(`k${n}`, 'é'.repeat(700)));
  const envelope = (body: string) => JSON.parse(body) as { items: { key: string }[] };
  const all = (body: string) =>
    JSON.stringify({ accepted: envelope(body).items.map(({ key }) => key), refused: [] });

  it('goes in pieces of one kind that a request may hold', () => {
    const pieces = planPieces(base, [...items, makeReceipt(about, 'lea', today)]);
    expect(pieces.flatMap((piece) => piece.items)).toHaveLength(31);
    expect(pieces.at(-1)).toMatchObject({ area: 'receipts' });
    expect(pieces.length).toBeGreaterThan(3);
    for (const piece of pieces)
      expect(Buffer.byteLength(JSON.stringify({ version: 1, base, items: piece.items }))).toBeLessThanOrEqual(
        fieldBodyLimit,
      );
  });

  it('counts only what the server acknowledged by key', async () => {
    const asked: string[] = [];
    const post: Post = async (url, body) => {
      asked.push(url);
      return asked.length === 1 ? { status: 200, text: all(body) } : { status: 500, text: '<h1>No</h1>' };
    };
    const outcome = await sendItems('https://field.example/kb/', base, items, post);
    const first = planPieces(base, items)[0]?.items ?? [];
    expect(outcome).toEqual({ accepted: first.map(({ key }) => key), refused: [], failed: true });
    expect(asked).toEqual(Array(2).fill('https://field.example/kb/api/feedback'));
  });

  it.each<[string, Awaited<ReturnType<Post>> | Error]>([
    ['a page of HTML', { status: 200, text: '<!doctype html><p>Welcome' }],
    ['nothing', new TypeError('Failed to fetch')],
    ['an error', { status: 503, text: '{"accepted":["k0"]}' }],
    ['a refusal without items', { status: 400, text: '{"error":"envelope"}' }],
    ['another list', { status: 200, text: '{"accepted":["other"]}' }],
    ['a redirection', { status: 302, text: '' }],
  ])('believes nothing of %s, and tries again later', async (_name, answer) => {
    const post: Post = async () => {
      if (answer instanceof Error) throw answer;
      return answer;
    };
    expect(await sendItems('https://f.example', base, items.slice(0, 2), post)).toEqual({
      accepted: [],
      refused: [],
      failed: true,
    });
  });

  it('halves what is too large, and sets aside an item that alone is too large or that is refused by name', async () => {
    const post: Post = async (_url, body) => {
      const { items: got } = envelope(body);
      if (got.length > 2 || got[0]?.key === 'k5') return { status: 413, text: '' };
      const refused = got.flatMap(({ key }, index) =>
        key === 'k3' ? [{ index, why: 'comment: too old' }] : [],
      );
      const accepted = got.map(({ key }) => key).filter((key) => key !== 'k3');
      return { status: 200, text: JSON.stringify({ accepted, refused }) };
    };
    const outcome = await sendItems('https://f.example', base, items.slice(0, 6), post);
    expect(outcome.failed).toBe(false);
    expect([...outcome.accepted].sort()).toEqual(['k0', 'k1', 'k2', 'k4']);
    expect(outcome.refused).toEqual([
      { key: 'k3', why: 'comment: too old' },
      { key: 'k5', why: '413' },
    ]);
  });

  it('waits longer after each failure, an hour at the most', () => {
    expect([1, 2, 3, 6, 7, 60].map(minutesToWait)).toEqual([1, 2, 4, 32, 60, 60]);
  });
});

describe('handing over', () => {
  const words = fieldWordsFor('fr');
  const long = remark('long-key', `Ligne é & <b>\n${'très long '.repeat(150)}`);

  it('gives a text that the writers’ command reads back whole', () => {
    const receipt = makeReceipt(about, 'lea', today);
    const parsed = parseFieldItems(envelopeText(base, [long, receipt]));
    expect('items' in parsed && parsed).toMatchObject({
      base,
      refused: [],
      items: [sent(long), sent(receipt)],
    });
  });

  it('fills in a mail and an issue, as long as their programs take', () => {
    const mail = mailLink('redaction@exemple.fr', base, Array(20).fill(long), words);
    expect(mail).toMatch(/^mailto:redaction@exemple\.fr\?subject=Remarques%20sur%20Mirandelle&body=/);
    expect(mail.length).toBeLessThanOrEqual(2_000);
    expect(() => decodeURIComponent(mail)).not.toThrow();
    const github = new URL(issueLink('https://github.com/o/r/issues/new', long, words));
    expect(github.href.length).toBeLessThanOrEqual(6_100);
    expect(github.searchParams.get('title')).toContain('Dépassé · fr/colis-perdu');
    expect(github.searchParams.get('body')).toContain('Ligne é & <b>');
    const gitlab = new URL(issueLink('https://gitlab.com/g/p/-/issues/new', remark('k'), words));
    expect([...gitlab.searchParams.keys()]).toEqual(['issue[title]', 'issue[description]']);
    expect(gitlab.searchParams.get('issue[description]')).toContain('kb: k');
  });

  it('says of each item what it is', () => {
    expect(describeItem(remark('k'), words)).toEqual([
      'Dépassé · fr/colis-perdu (0123456789ab) · 2026-11-16',
      'Le seuil a changé.',
    ]);
  });
});

it('the difference of two texts names the words that went and those that came', () => {
  const text = (parts: ReturnType<typeof diffWords>) =>
    parts.map(({ kind, text: words }) => `${kind[0]}:${words}`);
  expect(text(diffWords('un seuil de 5 jours', 'un seuil de 8 jours ouvrés'))).toEqual([
    's:un seuil de',
    'r:5',
    'a:8',
    's:jours',
    'a:ouvrés',
  ]);
  expect(text(diffWords('a b c d e f g h i j', 'a b c d e f g h i k'))).toEqual([
    's:… d e f g h i',
    'r:j',
    'a:k',
  ]);
  expect(diffWords('', 'neuf')).toEqual([{ kind: 'added', text: 'neuf' }]);
  expect(diffWords('même', 'même')).toEqual([{ kind: 'same', text: 'même' }]);
});
