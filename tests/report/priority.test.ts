import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { IsoDate } from '../../src/model/iso-date.ts';
import { type ExplainedTerms, explainPriority } from '../../src/report/explain-priority.ts';
import { comparePriority, type PriorityTerms, scoreArticle } from '../../src/report/priority.ts';

const calm: ExplainedTerms = {
  validity: 'current',
  trust: 'validated',
  daysLeft: 200,
  incomingLinks: 0,
  openFeedback: null,
  contactsPerMonth: null,
  viewsPerMonth: null,
  change: null,
  validatedOn: null,
};
const explain = (terms: Partial<ExplainedTerms>) => {
  const all = { ...calm, ...terms };
  return explainPriority(all, scoreArticle(all));
};
const score = (terms: Partial<PriorityTerms>) => scoreArticle({ ...calm, ...terms });

/** Any article that is read, as time goes by: validity follows from the days that are left, due within 30. */
const arbitraryTerms = fc
  .record({
    daysLeft: fc.integer({ min: -3_000_000, max: 3_000_000 }),
    trust: fc.constantFrom('validated', 'unvalidated', 'changed', 'draft', 'archived'),
    incomingLinks: fc.nat({ max: 10_000 }),
    openFeedback: fc.option(fc.nat({ max: 1000 })),
    contactsPerMonth: fc.option(fc.nat({ max: 1_000_000_000 })),
    viewsPerMonth: fc.option(fc.nat({ max: 1_000_000_000 })),
  })
  .map((terms): PriorityTerms => inTime(terms, terms.daysLeft));

function inTime(terms: Omit<PriorityTerms, 'validity' | 'daysLeft'>, daysLeft: number): PriorityTerms {
  return { ...terms, daysLeft, validity: daysLeft < 0 ? 'expired' : daysLeft <= 30 ? 'due' : 'current' };
}

describe('the score', () => {
  it('never falls when days pass, contacts, links or open feedback grow, or a validation is lost', () => {
    fc.assert(
      fc.property(arbitraryTerms, fc.integer({ min: 1, max: 2000 }), (terms, more) => {
        const before = scoreArticle(terms);
        const worse: PriorityTerms[] = [
          inTime(terms, (terms.daysLeft ?? 0) - more),
          { ...terms, contactsPerMonth: (terms.contactsPerMonth ?? 0) + more },
          { ...terms, incomingLinks: terms.incomingLinks + more },
          { ...terms, openFeedback: (terms.openFeedback ?? 0) + more },
          { ...terms, viewsPerMonth: (terms.viewsPerMonth ?? 0) + more },
          ...(terms.trust === 'validated' ? [{ ...terms, trust: 'unvalidated' } as const] : []),
          ...(terms.trust === 'unvalidated' ? [{ ...terms, trust: 'changed' } as const] : []),
        ];
        for (const after of worse) expect(scoreArticle(after)).toBeGreaterThanOrEqual(before);
      }),
    );
  });

  it('is a whole number, 0 only where there is nothing to do, and below that of an unreadable file', () => {
    fc.assert(
      fc.property(arbitraryTerms, (terms) => {
        const found = scoreArticle(terms);
        const silent = terms.trust === 'draft' || terms.trust === 'archived';
        const calmNow =
          terms.validity === 'current' && terms.trust === 'validated' && !((terms.openFeedback ?? 0) > 0);
        expect(found === 0).toBe(silent || calmNow);
        expect(Number.isInteger(found)).toBe(true);
        expect(found).toBeLessThan(score({ validity: 'invalid', trust: 'invalid', daysLeft: null }));
      }),
    );
  });

  it('puts what many meet tomorrow before what nobody has asked about for a year', () => {
    const forgotten = score({ validity: 'expired', daysLeft: -400, contactsPerMonth: 0 });
    const tomorrow = score({ validity: 'due', daysLeft: 1, contactsPerMonth: 3000 });
    const nextMonth = score({ validity: 'due', daysLeft: 30, contactsPerMonth: 3000 });
    expect(tomorrow).toBeGreaterThan(forgotten);
    expect(forgotten).toBeGreaterThan(nextMonth);
  });

  it('puts what has expired before what only waits for a validation, at the same reach', () => {
    for (const contactsPerMonth of [0, 30, 3000])
      expect(score({ validity: 'expired', daysLeft: -1, contactsPerMonth })).toBeGreaterThan(
        score({ trust: 'changed', contactsPerMonth }),
      );
  });

  it('ranks equal scores by the earlier end, then by path, and archived articles last', () => {
    const article = (
      path: string,
      daysLeft: number | null,
      trust: 'validated' | 'archived' = 'validated',
    ) => ({
      path,
      daysLeft,
      trust,
      score: 0,
    });
    const ranked = [
      article('b', null),
      article('z', 1, 'archived'),
      article('d', 9),
      article('c', 9),
      article('e', 2),
    ].sort(comparePriority);
    expect(ranked.map(({ path }) => path)).toEqual(['e', 'c', 'd', 'b', 'z']);
  });
});

describe('the line that explains a rank', () => {
  it('says how long, how many contacts and how many links, in both languages', () => {
    expect(explain({ validity: 'expired', daysLeft: -12, contactsPerMonth: 340, incomingLinks: 9 })).toEqual({
      fr: 'périmé depuis 12 jours, 340 contacts par mois, cité par 9 articles',
      en: 'expired 12 days ago, 340 contacts a month, linked from 9 articles',
    });
  });

  it('uses the singular for one, and groups the digits of many as the language does', () => {
    expect(
      explain({
        validity: 'expired',
        daysLeft: -1,
        openFeedback: 1,
        contactsPerMonth: 1,
        incomingLinks: 1,
      }),
    ).toEqual({
      fr: 'périmé depuis 1 jour, 1 signalement ouvert, 1 contact par mois, cité par 1 article',
      en: 'expired 1 day ago, 1 open remark, 1 contact a month, linked from 1 article',
    });
    const many = explain({ validity: 'undated', daysLeft: null, openFeedback: 2, contactsPerMonth: 12340 });
    expect(many.fr).toBe('sans date de fin, 2 signalements ouverts, 12\u202F340 contacts par mois');
    expect(many.en).toBe('no end date, 2 open remarks, 12,340 contacts a month');
  });

  it.each([
    [0, 'dernier jour aujourd’hui', 'last day today'],
    [1, 'dernier jour demain', 'last day tomorrow'],
    [14, 'dernier jour dans 14 jours', 'last day in 14 days'],
  ])('tells an end %i days away', (daysLeft, fr, en) => {
    expect(explain({ validity: 'due', daysLeft })).toEqual({ fr, en });
  });

  it('names who edited it and since when, as far as git knows', () => {
    const since = '2026-10-28' as IsoDate;
    const change = { since, by: 'Paul Mercadier', lines: [] };
    expect(explain({ trust: 'changed', change }).fr).toBe('modifié depuis le 2026-10-28 par Paul Mercadier');
    expect(explain({ trust: 'changed', change: { ...change, by: undefined } }).en).toBe(
      'changed since 2026-10-28',
    );
    expect(explain({ trust: 'changed', change: { since: undefined, by: undefined, lines: [] } }).fr).toBe(
      'modifié depuis sa validation',
    );
    expect(explain({ trust: 'changed', validatedOn: '2026-05-02' }).fr).toBe(
      'modifié depuis sa validation du 2026-05-02',
    );
  });

  it('says that nothing is to be done, and why an article is not in the queue', () => {
    expect(explain({}).fr).toBe('rien à mettre à jour');
    expect(explain({ trust: 'draft' }).fr).toBe('brouillon');
    expect(explain({ trust: 'archived', validity: 'expired', daysLeft: -9 }).en).toBe('archived');
    expect(explain({ validity: 'invalid', trust: 'invalid', daysLeft: null }).en).toBe('unreadable file');
  });
});
