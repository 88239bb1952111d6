// Stands in for `search.js` in tests of the search page and the palette: the real ones over an engine that answers from a list.

import type { SearchAnswer, SearchEngine, SearchHit } from '../../site/scripts/search-engine/types.ts';
import { startSearch } from '../../site/scripts/search-entry.ts';

function hit(id: string, title: string, type: string, meta: Record<string, string> = {}): SearchHit {
  return {
    url: `fr/${id}.html`,
    title,
    excerptHtml: 'Le <mark>colis</mark> n’est pas arrivé &lt;b&gt; <b>gras</b><img src="x"> …',
    meta: {
      type,
      category: 'Livraison',
      trust: 'validated',
      needsExpiry: 'true',
      expires: '2027-03-12',
      ...meta,
    },
    filters: { type: [type], reason: type === 'macro' ? [] : ['delivery.late'] },
    score: 1,
  };
}

const hits: readonly SearchHit[] = [
  {
    ...hit('rembourser-une-commande', 'Colis perdu ou non reçu', 'procedure', {
      summary: 'Ouvrir une enquête, puis rembourser ou renvoyer.',
    }),
    matched: { kind: 'question', text: 'Le colis est-il perdu\u202f? <i>' },
  },
  hit('colis-en-retard', 'Que faire quand un colis est en retard\u202f?', 'decision', {
    expires: '2026-12-02',
  }),
  hit('reponse-retard', 'Réponse type <script>alert(1)</script>', 'macro', { trust: 'changed' }),
  hit('ancien-delai', 'Anciens délais de livraison', 'reference', { expires: '2026-11-15' }),
  hit('brouillon', 'Colis à venir', 'faq', {
    trust: 'draft',
    summary: 'Le colis n’est pas arrivé <b> gras.',
  }),
  hit('vieux-colis', 'Colis volumineux (2025)', 'faq', { trust: 'archived' }),
];

const english = { ...hit('late-parcel', 'Late parcel', 'procedure'), url: 'en/late-parcel.html' };

/** What the fake knows of a query, told by the words in it. */
function answer(query: string, lang: string): SearchAnswer {
  const base = { hits: [], unknown: [], corrected: [] };
  if (lang === 'en') return { ...base, hits: query.includes('parcel') ? [english] : [] };
  if (query.includes('zzz')) return { ...base, unknown: ['zzz'], suggestion: 'colis perdu' };
  if (query.includes('colls')) return { ...base, hits, corrected: [{ typed: 'colls', used: 'colis' }] };
  if (query.includes('attente')) return { ...base, hits: [...hits.slice(1, 3), ...hits.slice(0, 1)] };
  if (query.includes('xyz')) return { ...base, hits, unknown: ['xyz'] };
  return { ...base, hits: query.includes('colis') ? hits : [] };
}

const settings = document.documentElement.dataset;

function engine(lang: string): SearchEngine {
  return {
    lang,
    search: async (query, filters = {}) => {
      if (query.includes('panne')) throw new Error('The index cannot be read');
      if (query.includes('attente')) await new Promise((resolve) => setTimeout(resolve, 400));
      const found = answer(query, lang);
      const passes = (name: string, values: readonly string[]) => {
        const wanted = filters[name] ?? [];
        return wanted.length === 0 || wanted.some((value) => values.includes(value));
      };
      return {
        ...found,
        hits: found.hits.filter(
          ({ meta, filters: own }) => passes('type', [meta.type ?? '']) && passes('reason', own.reason ?? []),
        ),
      };
    },
  };
}

startSearch({
  open: async ({ lang }) => {
    if (settings.breaks !== undefined) throw new Error('No index');
    return engine(lang);
  },
  readKept: () =>
    settings.kept === undefined
      ? { favourites: [], recent: [] }
      : {
          favourites: [{ id: 'colis-en-retard', lang: 'fr', title: 'Colis en retard' }],
          recent: [{ id: 'rembourser-une-commande', lang: 'fr', title: 'Rembourser une commande' }],
        },
});
