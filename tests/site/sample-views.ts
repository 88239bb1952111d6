// One view of each page kind, filled like a real knowledge base, for the tests and the screenshots of the reader's site.
// Long, because it holds a whole view of each of them.

import { expect } from 'vitest';
import type { ListView } from '../../site/list-view.ts';
import type { NewsPageView, NewsView } from '../../site/news-view.ts';
import type { UsageView } from '../../site/usage-figures.ts';
import type {
  ArticleCard,
  ArticleView,
  GoView,
  HealthView,
  HomeView,
  NotFoundView,
  PageView,
  RedirectView,
  SearchView,
  SiteView,
  View,
} from '../../site/view.ts';
import { type IsoDate, parseIsoDate } from '../../src/model/iso-date.ts';
import { siteAssets } from '../../src/publish/package-assets.ts';
import { bodyHtml } from './sample-body.ts';
import { healthFigures } from './sample-health.ts';
import { emptyUsage, usageFigures } from './sample-usage.ts';

export function day(text: string): IsoDate {
  const date = parseIsoDate(text);
  if (date === undefined) throw new Error(`No such day: ${text}`);
  return date;
}

export const site: SiteView = {
  name: 'Mirandelle · Service client',
  base: 'Mirandelle · Service client',
  tellsTeam: true,
  timezone: 'Europe/Paris',
  dueWithin: '30d',
  staleAfter: '30d',
  builtOn: day('2026-11-16'),
  languages: ['fr', 'en'],
  health: true,
  assets: siteAssets,
};

const homeLink = { url: 'index.html', label: 'Accueil' };

function page(url: string, title: string): PageView {
  return {
    site,
    lang: 'fr',
    url,
    root: '../'.repeat(url.split('/').length - 1),
    title,
    trail: [homeLink],
    translations: [],
  };
}

function card(id: string, label: string, over: Partial<ArticleCard> = {}): ArticleCard {
  return {
    url: `fr/${id}.html`,
    label,
    id,
    lang: 'fr',
    type: 'procedure',
    owner: 'Retours et remboursements',
    validity: { state: 'current', expires: day('2027-03-12'), needsExpiry: true },
    trust: 'validated',
    ...over,
  };
}

const cards: readonly ArticleCard[] = [
  card('rembourser-une-commande', 'Rembourser une commande annulée par le client', {
    summary: 'Quand rembourser, par quel moyen, en combien de jours, et ce qu’il faut dire au client.',
  }),
  card('colis-en-retard', 'Que faire quand un colis est en retard\u202f?', {
    type: 'decision',
    owner: 'Livraison et transport',
    summary: 'Du suivi du transporteur à l’ouverture d’une enquête, puis au renvoi ou au remboursement.',
    validity: { state: 'due', expires: day('2026-12-02'), needsExpiry: true },
  }),
  card('double-debit', 'Le client a été débité deux fois', {
    owner: 'Paiement et fraude',
    summary: 'Distinguer une empreinte bancaire d’un vrai double débit, et rassurer le client.',
    validity: { state: 'expired', expires: day('2026-11-02'), needsExpiry: true },
  }),
  card('reponse-retard', 'Réponse type\u00a0: colis en retard', {
    type: 'macro',
    owner: 'Livraison et transport',
    trust: 'changed',
  }),
  card('garantie-legale', 'Garantie légale de conformité', {
    type: 'reference',
    owner: 'Juridique',
    summary: 'Les deux ans de garantie, ce qu’elle couvre, qui décide.',
    validity: { state: 'current', needsExpiry: false },
  }),
  card('soldes-hiver', 'Retours prolongés pour les fêtes', {
    type: 'announcement',
    summary: 'Du 1er décembre au 15 janvier, le délai de retour passe à 45 jours.',
    validity: {
      state: 'scheduled',
      effective: day('2026-12-01'),
      expires: day('2027-01-15'),
      needsExpiry: false,
    },
  }),
  card('ancien-club', 'Points du Club Mirandelle (ancien barème)', {
    type: 'faq',
    owner: 'Comptes et fidélité',
    trust: 'archived',
  }),
  card('refund-an-order', 'Refund an order', {
    lang: 'en',
    url: 'en/refund-an-order.html',
    trust: 'unvalidated',
  }),
];

const news: readonly NewsView[] = [
  { card: cards[2] ?? expect.fail(), kind: 'expired', day: day('2026-11-16') },
  { card: cards[1] ?? expect.fail(), kind: 'changed', day: day('2026-11-14'), by: 'Claire Vasseur' },
  { card: cards[3] ?? expect.fail(), kind: 'new', day: day('2026-11-12'), by: 'Paul Mercadier' },
  { card: cards[6] ?? expect.fail(), kind: 'archived', day: day('2026-10-30'), by: 'Claire Vasseur' },
];

const homeView: HomeView = {
  ...page('index.html', site.name),
  kind: 'home',
  description: 'Procédures, réponses types et aides à la décision du service client.',
  trail: [],
  translations: [{ lang: 'en', url: 'en/index.html' }],
  total: 1439,
  week: { shown: news.slice(0, 3), rest: 2 },
  newsUrl: 'fr/new/index.html',
  announcements: cards
    .filter((c) => c.type === 'announcement')
    .concat(
      card('panne-suivi', 'Suivi Colibri Express indisponible', {
        type: 'announcement',
        owner: 'Livraison et transport',
        summary: 'Depuis lundi matin, les étapes de livraison s’affichent avec un jour de retard.',
        validity: { state: 'current', expires: day('2026-12-31'), needsExpiry: false },
      }),
    ),
  reasons: [
    ['delivery.late', 'Colis en retard', 14],
    ['delivery.lost', 'Colis perdu ou non reçu', 9],
    ['delivery.double', 'Double livraison', 3],
    ['delivery.damaged', 'Colis abîmé', 6],
    ['delivery.pickup', 'Retrait en magasin ou en point relais', 7],
    ['order.cancel', 'Annulation de commande', 11],
    ['order.change', 'Modification de commande', 5],
    ['product.defective', 'Produit défectueux', 12],
    ['product.wrong', 'Produit non conforme', 8],
    ['refund.status', 'Suivi d’un remboursement', 10],
    ['refund.request', 'Demande de remboursement', 13],
    ['return.how', 'Retourner un article', 9],
    ['payment.failed', 'Paiement refusé', 6],
    ['payment.charged-twice', 'Double débit', 2],
    ['fraud.suspected', 'Suspicion de fraude', 4],
    ['account.access', 'Accès au compte', 5],
    ['loyalty.points', 'Points de fidélité', 4],
    ['seller.dispute', 'Litige avec un vendeur', 7],
  ].map(([key, label, count]) => ({
    url: `fr/reason/${key}.html`,
    label: String(label),
    count: Number(count),
  })),
  categories: [
    { url: 'fr/category/livraison.html', label: 'Livraison', count: 31 },
    { url: 'fr/category/remboursement.html', label: 'Remboursement', count: 24 },
    { url: 'fr/category/paiement.html', label: 'Paiement', count: 18 },
    { url: 'fr/category/compte.html', label: 'Compte et fidélité', count: 12 },
    { url: 'fr/category/vendeurs.html', label: 'Vendeurs', count: 9 },
  ],
  owners: [
    { url: 'fr/owner/livraison.html', label: 'Livraison et transport', count: 38 },
    {
      url: 'fr/owner/retours.html',
      label: 'Retours et remboursements',
      count: 33,
      hint: 'retours@mirandelle.example',
    },
    { url: 'fr/owner/paiement.html', label: 'Paiement et fraude', count: 20 },
    { url: 'fr/owner/juridique.html', label: 'Juridique', count: 6 },
  ],
};

export const articleView: ArticleView = {
  ...page('fr/rembourser-une-commande.html', 'Rembourser une commande annulée par le client'),
  kind: 'article',
  description: 'Quand rembourser, par quel moyen, en combien de jours.',
  trail: [homeLink, { url: 'fr/category/remboursement.html', label: 'Remboursement' }],
  translations: [{ lang: 'en', url: 'en/rembourser-une-commande.html' }],
  id: 'rembourser-une-commande',
  type: 'procedure',
  summary: 'Quand rembourser, par quel moyen, en combien de jours, et ce qu’il faut dire au client.',
  owner: { url: 'fr/owner/retours.html', label: 'Retours et remboursements' },
  ownerContact: 'retours@mirandelle.example',
  audience: ['internal', 'partner'],
  reasons: [
    { url: 'fr/reason/refund.request.html', label: 'Demande de remboursement' },
    { url: 'fr/reason/order.cancel.html', label: 'Annulation de commande' },
  ],
  tags: [{ label: 'remboursement', url: 'fr/tag/remboursement/index.html' }, { label: 'rétractation' }],
  keywords: ['rendre l’argent', 'récupérer mon argent', 'avoir'],
  validity: { state: 'current', effective: day('2026-03-01'), expires: day('2027-03-12'), needsExpiry: true },
  trust: 'validated',
  digest: 'sha256:980e2684047b026aaeb1200cfb42edfc937279c45d3a32a0951f9f06116dcb5d',
  validation: { by: 'Claire Vasseur', on: day('2026-09-14') },
  reviewed: day('2026-09-01'),
  toc: [
    { depth: 2, text: 'Avant de commencer', slug: 'avant-de-commencer' },
    { depth: 2, text: 'Décider', slug: 'décider' },
    { depth: 2, text: 'Les délais', slug: 'les-délais' },
    { depth: 3, text: 'Ce qu’il faut dire', slug: 'dire' },
  ],
  bodyHtml,
  diagrams: 1,
  guides: 1,
  cases: 0,
  macros: 0,
  values: 0,
  followUps: [],
  resolveWithin: [],
  related: cards.slice(1, 3),
  versions: [
    {
      day: day('2026-09-14'),
      author: 'Claire Vasseur',
      subject: 'Validation des remboursements',
      trust: 'validated',
    },
    {
      day: day('2026-09-01'),
      author: 'Paul Mercadier',
      subject: 'Délai de cinq jours ouvrés au lieu de dix',
      trust: 'changed',
    },
    { day: day('2026-03-01'), author: 'Paul Mercadier', subject: 'Première version', trust: undefined },
  ],
};

export const expiredView: ArticleView = {
  ...articleView,
  url: 'fr/double-debit.html',
  id: 'double-debit',
  title: 'Le client a été débité deux fois',
  type: 'decision',
  validity: { state: 'expired', expires: day('2026-11-02'), needsExpiry: true },
  trust: 'changed',
  change: {
    since: '2026-11-02' as IsoDate,
    by: 'Paul Mercadier',
    lines: [
      { kind: 'gap', text: '' },
      { kind: 'same', text: '## Vérifier le suivi' },
      { kind: 'same', text: '' },
      { kind: 'removed', text: 'Attendez cinq jours ouvrés.' },
      { kind: 'added', text: 'Attendez sept jours ouvrés, puis ouvrez une enquête.' },
    ],
  },
  replacedBy: { url: 'fr/verifier-un-double-debit.html', label: 'Vérifier un double débit' },
  translations: [],
};

const listView: ListView = {
  ...page('fr/category/livraison.html', 'Livraison'),
  kind: 'list',
  of: 'category',
  intro: 'Du départ de l’entrepôt à la remise au client\u00a0: suivi, retards, pertes, points relais.',
  children: [
    { url: 'fr/category/livraison/relais.html', label: 'Points relais', count: 4 },
    { url: 'fr/category/livraison/international.html', label: 'International', count: 6 },
  ],
  articles: cards,
  below: [],
  page: 1,
  pages: 3,
  nextUrl: 'fr/category/livraison-2.html',
  total: 131,
};

const newsView: NewsPageView = {
  ...page('fr/new/index.html', 'Nouveautés'),
  kind: 'news',
  translations: [{ lang: 'en', url: 'en/new/index.html' }],
  news: { shown: news, rest: 12 },
  days: 90,
  knowsChanges: false,
  feedUrl: 'fr/feed.xml',
};

const goView: GoView = {
  ...page('go.html', 'Ouvrir un motif de contact'),
  kind: 'go',
  languages: [
    {
      lang: 'fr',
      search: 'fr/search.html',
      forms: [['refund-request', 'fr/colis-en-retard.html']],
      reasons: [
        {
          key: 'delivery.late',
          url: 'fr/colis-en-retard.html',
          label: 'Colis en retard',
          article: 'Que faire quand un colis est en retard\u202f?',
        },
        {
          key: 'refund.request',
          url: 'fr/reason/refund.request/index.html',
          label: 'Demande de remboursement',
        },
      ],
    },
    { lang: 'en', search: 'en/search.html', forms: [], reasons: [] },
  ],
};

const searchView: SearchView = {
  ...page('fr/search.html', 'Recherche'),
  kind: 'search',
  translations: [{ lang: 'en', url: 'en/search.html' }],
  types: ['procedure', 'decision', 'faq', 'macro', 'reference', 'announcement', 'quiz', 'ivr'],
  reasons: [
    { key: 'delivery.late', label: 'Colis en retard', depth: 0 },
    { key: 'refund.request', label: 'Demande de remboursement', depth: 1 },
  ],
};

const notFoundView: NotFoundView = {
  ...page('404.html', 'Cette page n’existe pas'),
  kind: 'not-found',
};

export const redirectView: RedirectView = {
  ...page('fr/ancien-id.html', 'Rembourser une commande'),
  kind: 'redirect',
  target: { url: 'fr/rembourser-une-commande.html', label: 'Rembourser une commande' },
};

const healthView: HealthView = {
  ...page('fr/health.html', 'Santé de la base'),
  kind: 'health',
  translations: [{ lang: 'en', url: 'en/health.html' }],
  health: healthFigures,
};

const usageView: UsageView = {
  ...page('fr/usage/index.html', 'Usage de la base'),
  kind: 'usage',
  usage: usageFigures,
  pictures: [undefined],
};

/** One view of each kind and of each state that changes what a page shows, by name. */
export const sampleViews: Readonly<Record<string, View>> = {
  home: homeView,
  article: articleView,
  usage: usageView,
  'usage-empty': { ...usageView, usage: emptyUsage, pictures: [] },
  expired: expiredView,
  archived: { ...expiredView, trust: 'archived' },
  draft: { ...articleView, trust: 'draft' },
  past: { ...articleView, site: { ...site, asOf: true } },
  scheduled: {
    ...articleView,
    trust: 'unvalidated',
    validity: {
      state: 'scheduled',
      effective: day('2026-12-01'),
      expires: day('2027-02-01'),
      needsExpiry: true,
    },
  },
  undated: {
    ...articleView,
    trust: 'unvalidated',
    validation: undefined,
    validity: { state: 'undated', needsExpiry: true },
  },
  english: { ...articleView, lang: 'en', url: 'en/refund-an-order.html', title: 'Refund an order' },
  german: { ...articleView, lang: 'de', url: 'de/erstattung.html', title: 'Eine Bestellung erstatten' },
  list: listView,
  search: searchView,
  news: newsView,
  go: goView,
  'not-found': notFoundView,
  redirect: redirectView,
  health: healthView,
};
