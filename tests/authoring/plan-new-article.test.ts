// What `kb new` plans to write, and what it refuses.
import { describe, expect, it } from 'vitest';
import { titleLengthLimit } from '../../src/authoring/plan-names.ts';
import {
  type NewArticleFacts,
  type NewArticleRequest,
  planNewArticle,
} from '../../src/authoring/plan-new-article.ts';
import { parseConfig } from '../../src/config/parse-config.ts';
import { day } from '../site/sample-views.ts';

const config = parseConfig(`
name: Essai
lang: fr
languages: [fr, en]
owners: { livraison: { name: { fr: Livraison } } }
reasons: { delivery.late: { fr: Retard }, order.cancel: { fr: Annulation } }
`);

function plan(request: Partial<NewArticleRequest>, facts: Partial<NewArticleFacts> = {}) {
  const taken = { ids: new Map(), paths: new Map() };
  const asked = { type: 'procedure', title: 'Colis en retard', ...request };
  return planNewArticle(asked, { config, today: day('2026-08-31'), taken, ...facts });
}

describe('planNewArticle', () => {
  it('plans a file named after the title, valid for six calendar months', () => {
    expect(plan({})).toEqual({
      path: 'content/colis-en-retard.md',
      id: 'colis-en-retard',
      title: 'Colis en retard',
      type: 'procedure',
      lang: 'fr',
      expires: '2027-02-28',
      mayLackExpiry: false,
      reasons: [],
    });
  });

  it('counts --for from today and takes --expires as it is', () => {
    expect(plan({ validFor: { amount: 90, unit: 'd' } }).expires).toBe('2026-11-29');
    expect(plan({ expires: day('2026-08-31') }).expires).toBe('2026-08-31');
  });

  it('refuses an article that would be born expired', () => {
    expect(() => plan({ expires: day('2026-08-30') })).toThrow(
      /on 2026-08-30, expected a day from 2026-08-31 on/,
    );
  });

  it('lets a type that needs no end do without one, unless one is asked for', () => {
    expect(plan({ type: 'reference' }).mayLackExpiry).toBe(true);
    expect(plan({ type: 'reference', expires: day('2027-01-01') }).mayLackExpiry).toBe(false);
  });

  it('puts another language in its own folder, and an article where it is told', () => {
    expect(plan({ language: 'en' }).path).toBe('content/en/colis-en-retard.md');
    expect(plan({ language: 'en', folder: 'livraison' }).path).toBe('content/livraison/colis-en-retard.md');
    expect(plan({ folder: './livraison//suivi/' }).path).toBe('content/livraison/suivi/colis-en-retard.md');
    expect(plan({ folder: 'livraison\\suivi' }).path).toBe('content/livraison/suivi/colis-en-retard.md');
    expect(plan({ folder: 'content/livraison' }).path).toBe('content/livraison/colis-en-retard.md');
    expect(plan({ folder: '.' }).path).toBe('content/colis-en-retard.md');
  });

  it.each([
    '..',
    '../x',
    'a/../../x',
    '/etc',
    '\\etc',
    'C:/x',
    'C:x',
    '.git',
    'a/.cache',
    'a\u0000b',
    'a\nb',
    'con',
    'a ',
    'a|b',
  ])('refuses the folder %j', (folder) => {
    expect(() => plan({ folder })).toThrow(/Unexpected folder/);
  });

  it('keeps each reason once', () => {
    expect(plan({ reasons: ['order.cancel', 'delivery.late', 'order.cancel'] }).reasons).toEqual([
      'order.cancel',
      'delivery.late',
    ]);
  });

  it.each([
    [{ type: 'procédure' }, /Unknown article type `procédure`, .*did you mean `procedure`/],
    [{ type: 'constructor' }, /Unknown article type/],
    [{ language: 'eng' }, /Unknown language `eng`, .*did you mean `en`/],
    [{ reasons: ['delivery.lat'] }, /Unknown reason `delivery.lat`, .*did you mean `delivery.late`/],
  ])('refuses what the base doesn’t know: %j', (request, message) => {
    expect(() => plan(request)).toThrow(message);
  });

  it.each([
    ['', /empty title/],
    [' \u00A0\uFEFF ', /empty title/],
    ['Colis\nen retard', /line break or control/],
    ['Colis\u2028en retard', /line break or control/],
    ['Colis\u0007', /line break or control/],
    ['Colis \uD83D', /incomplete character/],
    ['?! « » — 😀', /without a letter or digit/],
    ['a'.repeat(titleLengthLimit + 1), /title length/],
    ['返品の手順', /No id can be made/],
    ['Index', /Unexpected id `index`.*no reserved name/],
    ['CON', /Unexpected id `con`/],
  ])('refuses the title %j', (title, message) => {
    expect(() => plan({ title })).toThrow(message);
  });

  it('takes a title without Latin letters when the id is given', () => {
    expect(plan({ title: '返品の手順', id: 'retour' })).toMatchObject({ title: '返品の手順', id: 'retour' });
  });

  it.each(['Colis', 'colis en retard', '../x', 'a--b', '', 'search', 'a'.repeat(121)])(
    'refuses the id %j',
    (id) => {
      expect(() => plan({ id })).toThrow(/id/);
    },
  );

  it('refuses an id that is taken in the same language, and names the next free one', () => {
    const ids = new Map([
      ['fr/colis-en-retard', 'content/a.md'],
      ['fr/colis-en-retard-2', 'content/b.md'],
    ]);
    const taken = { ids, paths: new Map() };
    expect(() => plan({}, { taken })).toThrow(/already taken by content\/a.md.*--id colis-en-retard-3/);
    expect(plan({ language: 'en' }, { taken }).id).toBe('colis-en-retard');
  });

  it('refuses a path that differs from another by case alone', () => {
    const paths = new Map([['content/colis-en-retard.md', 'content/Colis-en-retard.md']]);
    expect(() => plan({}, { taken: { ids: new Map(), paths } })).toThrow(
      expect.objectContaining({ place: 'content/Colis-en-retard.md' }),
    );
  });
});
