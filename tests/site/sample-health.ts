// The figures of a health page: every state, a list that is cut, a week that exceeds, both kinds of hole, files that can't be read.
import type { ArticleMention, HealthFigures, Mention } from '../../site/health-figures.ts';
import { type IsoDate, weeksFrom } from '../../src/model/iso-date.ts';

const owner = (key: string, label: string): Mention => ({ url: `fr/owner/${key}/index.html`, label });

const article = (id: string, label: string, over: Partial<ArticleMention> = {}): ArticleMention => ({
  url: `fr/${id}.html`,
  label,
  lang: 'fr',
  owner: 'Retours et remboursements',
  validity: { state: 'current' },
  trust: 'validated',
  expires: '2027-03-12' as IsoDate,
  why: 'jamais validé, 1 230 contacts par mois, cité par 4 articles',
  incomingLinks: 4,
  ...over,
});

const expired = article('double-debit', 'Le client a été débité deux fois', {
  validity: { state: 'expired' },
  trust: 'changed',
  expires: '2026-11-02' as IsoDate,
  incomingLinks: 12,
});
const unreadable = article('', 'content/paiement/casse.md', {
  url: undefined,
  lang: undefined,
  owner: '–',
  validity: { state: 'invalid' },
  trust: 'invalid',
  expires: undefined,
  incomingLinks: 0,
});
const english = article('refund-an-order', 'Refund an order', {
  url: 'en/refund-an-order.html',
  lang: 'en',
  trust: 'unvalidated',
});

const none = { procedure: 0, decision: 0, faq: 0, macro: 0, reference: 0, announcement: 0, quiz: 0, ivr: 0 };
const today = '2026-11-16' as IsoDate;

export const healthFigures: HealthFigures = {
  today,
  total: 1439,
  validity: { expired: 12, due: 41, undated: 3, scheduled: 5, current: 1377, invalid: 1 },
  trust: { unvalidated: 30, changed: 22, draft: 17, validated: 1357, archived: 12, invalid: 1 },
  owners: [
    {
      owner: owner('livraison', 'Livraison et transport'),
      total: 800,
      validity: { expired: 2, due: 40, undated: 0, scheduled: 5, current: 753, invalid: 0 },
      trust: { unvalidated: 30, changed: 0, draft: 7, validated: 763, archived: 0, invalid: 0 },
    },
    {
      owner: { label: 'Juridique' },
      total: 638,
      validity: { expired: 10, due: 1, undated: 3, scheduled: 0, current: 624, invalid: 0 },
      trust: { unvalidated: 0, changed: 22, draft: 10, validated: 594, archived: 12, invalid: 0 },
    },
    {
      owner: { label: 'Fichiers illisibles' },
      total: 1,
      validity: { expired: 0, due: 0, undated: 0, scheduled: 0, current: 0, invalid: 1 },
      trust: { unvalidated: 0, changed: 0, draft: 0, validated: 0, archived: 0, invalid: 1 },
    },
  ],
  toUpdate: { shown: [unreadable, expired, english], rest: 87 },
  forecast: {
    weeks: weeksFrom(today, 26).map(({ year, week, monday }, index) => ({
      key: `${year}-${week}`,
      week,
      monday,
      total: index % 3 === 1 ? 9 + index : 0,
      articles:
        index % 3 === 1 ? { shown: [article('a', 'A'), english], rest: 7 + index } : { shown: [], rest: 0 },
    })),
    owners: [
      {
        owner: owner('livraison', 'Livraison et transport'),
        overdue: 2,
        weeks: Array.from({ length: 26 }, (_, index) => ({
          articles: index % 3 === 1 ? 9 + index : 0,
          exceeds: index === 25,
        })),
        later: 300,
        handled: 33,
      },
      {
        owner: { label: 'Juridique' },
        overdue: 10,
        weeks: Array.from({ length: 26 }, () => ({ articles: 0, exceeds: false })),
        later: 0,
        handled: undefined,
      },
    ],
    warnings: {
      shown: [
        { owner: 'Livraison et transport', monday: '2027-05-10' as IsoDate, articles: 34, handled: 33 },
      ],
      rest: 2,
    },
  },
  waiting: {
    shown: [
      { article: english, since: undefined },
      { article: expired, since: { date: '2026-01-02' as IsoDate, days: 318, basis: 'validated' } },
      { article: article('b', 'B'), since: { date: '2026-11-01' as IsoDate, days: 15, basis: 'changed' } },
    ],
    rest: 37,
  },
  obsolete: {
    shown: [
      { article: expired, state: 'expired' },
      { article: article('c', 'C'), state: 'archived' },
      { article: article('d', 'D', { incomingLinks: 1 }), state: 'replaced' },
    ],
    rest: 0,
  },
  coverage: {
    lang: 'fr',
    otherLanguages: ['en'],
    audiences: ['internal', 'customer'],
    reasons: [
      {
        reason: { label: 'Joindre un vendeur' },
        depth: 0,
        forAudiences: [0, 0],
        types: none,
        total: 0,
        inOthers: [1],
        hole: 'nothing',
      },
      {
        reason: { url: 'fr/reason/delivery.late/index.html', label: 'Colis en retard' },
        depth: 0,
        forAudiences: [2, 1],
        types: { ...none, faq: 2 },
        total: 2,
        inOthers: [0],
        hole: 'no-procedure',
      },
      {
        reason: { url: 'fr/reason/refund.request/index.html', label: 'Demande de remboursement' },
        depth: 1,
        forAudiences: [4, 0],
        types: { ...none, procedure: 3, macro: 1 },
        total: 4,
        inOthers: [2],
        hole: undefined,
      },
    ],
  },
};
