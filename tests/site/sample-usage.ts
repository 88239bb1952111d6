// The figures of a usage page: every list, one that is cut, and none at all.
import type { UsageFigures, UsedMention } from '../../site/usage-figures.ts';
import type { IsoDate } from '../../src/model/iso-date.ts';

const refund: UsedMention = {
  url: 'fr/rembourser-une-commande.html',
  label: 'Rembourser une commande',
  lang: 'fr',
};
const english: UsedMention = { url: 'en/refund-an-order.html', label: 'Refund an order', lang: 'en' };
const gone: UsedMention = { label: 'Un article que ce site n’a pas', lang: 'fr' };

const none = { shown: [], rest: 0 };

export const emptyUsage: UsageFigures = {
  today: '2026-11-16' as IsoDate,
  since: '2026-10-18' as IsoDate,
  from: undefined,
  views: 0,
  searchesInVain: 0,
  adoption: [],
  mostRead: none,
  notFound: none,
  notOpened: none,
  guides: none,
  copies: none,
  votes: none,
  neverRead: none,
};

export const usageFigures: UsageFigures = {
  ...emptyUsage,
  from: '2026-11-02' as IsoDate,
  views: 12_480,
  searchesInVain: 31,
  adoption: [
    { days: 7, active: 8, people: 12 },
    { days: 30, active: 11, people: 12 },
  ],
  mostRead: {
    shown: [
      { ...refund, count: 340 },
      { ...english, count: 12 },
      { ...gone, count: 1 },
    ],
    rest: 4,
  },
  notFound: {
    shown: [
      { query: 'parrainage', count: 20, meant: undefined },
      { query: 'rembourcement d’un cadeau de mariage acheté par un autre', count: 11, meant: refund },
    ],
    rest: 0,
  },
  notOpened: { shown: [{ query: 'retard', count: 3, meant: english }], rest: 1 },
  guides: {
    shown: [
      {
        ...refund,
        number: 1,
        count: 90,
        left: 3,
        questions: {
          shown: [
            {
              text: 'Commande livrée ?',
              answers: [
                { answer: 'Oui', count: 60 },
                { answer: '', count: 12 },
              ],
              left: 3,
            },
          ],
          rest: 2,
        },
        code: undefined,
        shares: [],
      },
    ],
    rest: 2,
  },
  copies: { shown: [{ ...refund, count: 5 }], rest: 0 },
  votes: { shown: [{ ...refund, helpful: 4, unhelpful: 9 }], rest: 0 },
  neverRead: { shown: [english, gone], rest: 40 },
};
