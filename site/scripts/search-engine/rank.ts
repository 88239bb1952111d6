// How hits are ordered: all telling words together and each of them alone are searched, and a page's scores are added up.
//
// Pagefind alone wants every word of a query on the page, so a question in a person's own words finds nothing: on the French
// set of bench/search-quality.mjs it puts the right article among the first five for 7 % of such questions, the sum for 76 %.
import type { SearchHit } from './types.ts';
import type { FoundPage, RankingWeights } from './vendor.ts';
import { foldAccents, queryWords } from './words.ts';

/** No more hits than this are read and shown: further down nobody looks. */
export const maxHits = 20;

/** What the search for all words together counts, beside 1 for each word: it favours the page that has them all. */
const wholeQueryWeight = 1;

/**
 * Pagefind's own weights. A word in these meta fields counts on top of its place in the text; Pagefind searches every
 * meta field, so those that only describe the page (dates, states, teams) are silenced.
 */
export const rankingWeights: RankingWeights = {
  // 0 ignores how long a page is, 1 strongly favours short ones: a long procedure should not lose to a macro that merely mentions it.
  pageLength: 0.1,
  metaWeights: {
    title: 5,
    id: 5,
    keywords: 5,
    summary: 2,
    category: 1,
    type: 0,
    owner: 0,
    validity: 0,
    trust: 0,
    effective: 0,
    expires: 0,
    needsExpiry: 0,
  },
};

export interface RankedPage<Page> {
  readonly page: Page;
  readonly score: number;
  /** Places of all matched words in the page's text, ascending. */
  readonly words: readonly number[];
}

type Scored = Pick<FoundPage, 'id' | 'score' | 'words'>;

/**
 * The best pages by their summed scores, best first, at most `maxHits`; pages of equal score in the order of their ids.
 * @param whole what all telling words together found
 * @param perWord what each telling word found; an unknown word found nothing and adds nothing
 */
export function rankPages<Page extends Scored>(
  whole: readonly Page[],
  perWord: readonly (readonly Page[])[],
): RankedPage<Page>[] {
  const sums = new Map<string, { score: number; found: Page[] }>();
  const add = (page: Page, weight: number) => {
    // A page that matched in a silenced field alone.
    if (!(page.score > 0)) return;
    const sum = sums.get(page.id) ?? { score: 0, found: [] };
    sum.score += weight * page.score;
    sum.found.push(page);
    sums.set(page.id, sum);
  };
  for (const page of whole) add(page, wholeQueryWeight);
  for (const pages of perWord) for (const page of pages) add(page, 1);
  return [...sums]
    .sort(([idA, a], [idB, b]) => b.score - a.score || (idA < idB ? -1 : 1))
    .slice(0, maxHits)
    .map(([, { score, found }]) => {
      // Pagefind prepares excerpts of its own for each place of a match; the page of the rarest word has the fewest.
      const page = found.reduce((fewest, other) =>
        other.words.length < fewest.words.length ? other : fewest,
      );
      const words = [...new Set(found.flatMap(({ words }) => words))].sort((a, b) => a - b);
      return { page, score, words };
    });
}

/** The hits whose title or id is what was typed, before all others; both groups keep their order. */
export function putNamedFirst<Hit extends Pick<SearchHit, 'title' | 'meta'>>(
  hits: readonly Hit[],
  query: string,
  lang: string,
): Hit[] {
  const canonical = (text: string) => foldAccents(queryWords(text, lang).all.join(' '));
  const typed = canonical(query);
  const isNamed = ({ title, meta }: Hit) => [title, meta.id ?? ''].some((name) => canonical(name) === typed);
  return [...hits.filter(isNamed), ...hits.filter((hit) => !isNamed(hit))];
}
