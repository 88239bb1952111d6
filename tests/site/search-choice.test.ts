// Decisions of the search page that need no browser: what is left out, what stands in the address, what the index is told.
import { describe, expect, it } from 'vitest';
import { keywordMark, markKeywords } from '../../site/keyword-mark.ts';
import { chooseHits, filtersOf } from '../../site/scripts/choose-hits.ts';
import { countFacets } from '../../site/scripts/facet-counts.ts';
import { markWords } from '../../site/scripts/mark-words.ts';
import { moveChoice } from '../../site/scripts/palette-keys.ts';
import { formatWanted, nothingWanted, readWanted, type Wanted } from '../../site/scripts/search-address.ts';
import { maxHits } from '../../site/scripts/search-engine/rank.ts';
import type { SearchEngine, SearchHit } from '../../site/scripts/search-engine/types.ts';
import { linkReport } from '../../site/scripts/search-report.ts';
import type { IsoDate } from '../../src/model/iso-date.ts';
import { judgeValidity, type Validity, validities } from '../../src/model/validity.ts';

function hit(title: string, meta: Record<string, string> = {}): SearchHit {
  return { url: `fr/${title}.html`, title, excerptHtml: '', meta, filters: {}, score: 1 };
}

const hits = [hit('a'), hit('b', { expires: '2026-01-01' }), hit('c', { trust: 'archived' }), hit('d')];
const judge = ({ meta }: SearchHit) => (meta.expires === undefined ? 'current' : 'expired');

const anything = { validities: new Set<Validity>(), obsolete: false };

describe('chooseHits', () => {
  it('leaves out expired and archived articles, and counts them', () => {
    const { shown, hidden } = chooseHits(hits, anything, judge);
    expect(shown.map(({ hit: { title } }) => title)).toEqual(['a', 'd']);
    expect(hidden).toBe(2);
  });

  it('shows them in their place when they are wanted', () => {
    const { shown, hidden } = chooseHits(hits, { ...anything, obsolete: true }, judge);
    expect(shown.map(({ hit: { title } }) => title)).toEqual(['a', 'b', 'c', 'd']);
    expect(hidden).toBe(0);
  });

  it('shows what has the validity that was asked for, expired too, and hides nothing then', () => {
    const { shown, hidden } = chooseHits(hits, { ...anything, validities: new Set(['expired']) }, judge);
    expect(shown.map(({ hit: { title } }) => title)).toEqual(['b']);
    expect(hidden).toBe(0);
  });

  it('asks no archived article for its validity', () => {
    const { shown } = chooseHits(hits, { validities: new Set(['current']), obsolete: true }, judge);
    expect(shown.map(({ hit: { title } }) => title)).toEqual(['a', 'd']);
  });
});

const full: Wanted = {
  query: 'livrée & « perdue »',
  types: new Set(['faq', 'macro']),
  reasons: new Set(['delivery.late']),
  validities: new Set(['current', 'due'] as const),
  lang: 'en',
  obsolete: true,
};

describe('the address of a search', () => {
  it('brings back what was wanted', () => {
    const back = readWanted(formatWanted(full));
    expect(back).toEqual(full);
  });

  it('is empty for an empty search', () => {
    expect(formatWanted(readWanted(''))).toBe('');
  });

  it('is read no further than a query may be long, and knows no other validities', () => {
    const wanted = readWanted(`?q=${'a'.repeat(900)}&validity=eternal&obsolete=yes`);
    expect(wanted).toMatchObject({ query: 'a'.repeat(500), validities: new Set(), obsolete: false });
  });
});

describe('filtersOf', () => {
  it('asks for exactly the wanted states on the day of the build', () => {
    expect(filtersOf(full, true)).toEqual({
      type: ['faq', 'macro'],
      reason: ['delivery.late'],
      validity: ['due', 'current'],
    });
  });

  it.each(validities)('lets pass later whatever may have become %s', (wanted) => {
    const passing = filtersOf({ ...full, validities: new Set([wanted]) }, false).validity ?? [];
    const today = '2026-11-16' as IsoDate;
    const soon = { amount: 30, unit: 'd' } as const;
    const dates = [undefined, '2026-01-01', '2026-11-20', '2026-12-10', '2027-12-31'] as (
      | IsoDate
      | undefined
    )[];
    for (const effective of dates)
      for (const expires of dates)
        for (const needsExpiry of [true, false]) {
          const terms = { effective, expires, needsExpiry };
          const before = judgeValidity(terms, today, soon);
          for (const later of ['2026-11-17', '2026-12-11', '2028-01-01'] as IsoDate[])
            if (judgeValidity(terms, later, soon) === wanted) expect(passing).toContain(before);
        }
  });
});

describe('countFacets', () => {
  const found = (type: string, reason: string, meta: Record<string, string> = {}): SearchHit => ({
    ...hit(type, { type, ...meta }),
    filters: { reason: [reason] },
  });
  const all = [found('faq', 'late'), found('faq', 'lost'), found('macro', 'late', { expires: '2026-01-01' })];
  const engine: SearchEngine = {
    lang: 'fr',
    search: async (_query, filters = {}) => ({
      hits: all.filter(({ meta }) => !filters.type?.length || filters.type.includes(meta.type ?? '')),
      unknown: [],
      corrected: [],
    }),
  };
  const wanted: Wanted = { ...nothingWanted, query: 'colis', types: new Set(['faq']) };

  it('counts each filter as if no other of its kind were pressed', async () => {
    const { hits: shown } = await engine.search('colis', { type: ['faq'] });
    const counts = await countFacets(engine, wanted, shown, { judge, onBuildDay: true });
    // The expired macro is no result, unless its validity is asked for.
    expect(Object.fromEntries(counts.types ?? [])).toEqual({ faq: 2 });
    expect(Object.fromEntries(counts.reasons ?? [])).toEqual({ late: 1, lost: 1 });
    expect(Object.fromEntries(counts.validities ?? [])).toEqual({ current: 2 });
  });

  it('tells no number where the engine may have left some out', async () => {
    const many = Array.from({ length: maxHits }, () => found('faq', 'late'));
    const counts = await countFacets(engine, nothingWanted, many, { judge, onBuildDay: true });
    expect(counts).toEqual({ types: undefined, reasons: undefined, validities: undefined });
  });
});

describe('markWords', () => {
  const marked = (text: string, query: string) =>
    markWords(text, query, 'fr')
      .map((part) => (part.marked ? `[${part.text}]` : part.text))
      .join('');

  it('marks words by their beginning, whatever their accents, and other forms of long ones', () => {
    expect(marked('Livraison d’un colis livré', 'livré')).toBe('Livraison d’un colis [livré]');
    expect(marked('Rembourser : procédure de remboursement', 'remboursements')).toBe(
      '[Rembourser] : procédure de [remboursement]',
    );
    expect(marked('Échange d’un article', 'ech')).toBe('[Échange] d’un article');
  });

  it('marks no word that says nothing, and loses no character', () => {
    expect(marked('Où est mon colis ?', 'où est mon colis')).toBe('Où est mon [colis] ?');
    const text = '<b>R&D</b>\u202f! « 3 × 2 » 👍🏽';
    expect(
      markWords(text, '3', 'fr')
        .map((part) => part.text)
        .join(''),
    ).toBe(text);
  });
});

describe('moveChoice', () => {
  it('joins the ends, and leaves other keys and an empty list alone', () => {
    expect([
      moveChoice('ArrowDown', 2, 3),
      moveChoice('ArrowUp', 0, 3),
      moveChoice('ArrowUp', -1, 3),
    ]).toEqual([0, 2, 2]);
    expect([moveChoice('Home', 2, 3), moveChoice('End', 0, 3)]).toEqual([0, 2]);
    expect([moveChoice('a', 0, 3), moveChoice('ArrowDown', -1, 0)]).toEqual([undefined, undefined]);
  });
});

describe('linkReport', () => {
  const report = { subject: 'Recherche : R&D ?', lines: ['a b', 'c=d'] };

  it('holds the report in a link that a mail program reads', () => {
    expect(linkReport('redaction@mirandelle.example', report)).toBe(
      'mailto:redaction@mirandelle.example?subject=Recherche%20%3A%20R%26D%20%3F&body=a%20b%0D%0Ac%3Dd',
    );
  });

  it('leads to the writers’ own page, and takes nothing along', () => {
    expect(linkReport('https://mirandelle.example/redaction', report)).toBe(
      'https://mirandelle.example/redaction',
    );
  });

  it.each(['', '#canal', 'a@b.example?cc=c@d.example', 'javascript:alert(1)'])(
    'is none for «%s», which is no plain address',
    (contact) => expect(linkReport(contact, report)).toBeUndefined(),
  );
});

describe('markKeywords', () => {
  it('puts the invisible mark before every word and changes nothing else', () => {
    const marked = markKeywords(['rendre l’argent', 'avoir']);
    expect(marked.replaceAll(keywordMark, '')).toBe('rendre l’argent, avoir');
    expect(marked.split(keywordMark)).toHaveLength(4);
  });
});
