// Stands in for `search.js` in tests of the search page: the real page over an engine that answers from a list.
import type { SearchEngine, SearchHit } from '../../site/scripts/search-engine/types.ts';
import { setUpSearchPage } from '../../site/scripts/search-page.ts';
import { findSearchParts } from '../../site/scripts/search-parts.ts';

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
    filters: { type: [type] },
    score: 1,
  };
}

const hits: readonly SearchHit[] = [
  hit('colis-perdu', 'Colis perdu ou non reçu', 'procedure', {
    summary: 'Ouvrir une enquête, puis rembourser ou renvoyer.',
  }),
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

const engine: SearchEngine = {
  lang: 'fr',
  search: async (query, filters = {}) => {
    if (query.includes('panne')) throw new Error('The index cannot be read');
    const types = filters.type ?? [];
    const found = hits.filter((one) => types.length === 0 || types.includes(one.meta.type ?? ''));
    return { hits: query.includes('colis') ? found : [], unknown: [], corrected: [] };
  },
};

const parts = findSearchParts();
if (parts) setUpSearchPage(parts, async () => engine);
