// What became of the golden queries, as text for a terminal and as JSON for programs.
import { createColors } from 'picocolors';
import { wrapText } from '../lint/formats/wrap-text.ts';
import { printable } from '../model/printable.ts';
import { countWords, type UiLanguage, type Wording } from '../model/wording.ts';
import { goldenFile } from '../publish/golden-queries.ts';
import type { GoldenResult } from '../publish/judge-golden.ts';

export interface GoldenFormatOptions {
  readonly lang: UiLanguage;
  readonly color: boolean;
  readonly width: number;
}

function reasonOf({ state, expect, lang, within, rank }: GoldenResult): Wording {
  if (state === 'missing')
    return {
      fr: `article inconnu : ${expect} (${lang}) n’est pas dans le site`,
      en: `unknown article: ${expect} (${lang}) is not in the site`,
    };
  const [expected, among] = [
    { fr: `attendu : ${expect}`, en: `expected ${expect}` },
    within === 1
      ? { fr: 'en premier', en: 'first' }
      : { fr: `dans les ${within} premiers`, en: `among the first ${within}` },
  ];
  const found =
    rank === 0
      ? { fr: 'il n’est pas trouvé', en: 'it is not found' }
      : { fr: `il vient à la place ${rank}`, en: `it comes at place ${rank}` };
  return {
    fr: `${expected.fr} ${among.fr} ; ${found.fr}`,
    en: `${expected.en} ${among.en}; ${found.en}`,
  };
}

function count(results: readonly GoldenResult[], ...states: readonly GoldenResult['state'][]): number {
  return results.filter(({ state }) => states.includes(state)).length;
}

/** "62 golden queries: 61 found, 1 failed". */
function summarize(results: readonly GoldenResult[]): Wording {
  const [found, failed, skipped] = [
    count(results, 'found'),
    count(results, 'failed', 'missing'),
    count(results, 'skipped'),
  ];
  const other = {
    fr: skipped === 0 ? '' : `, ${skipped} pour un autre public`,
    en: skipped === 0 ? '' : `, ${skipped} for another audience`,
  };
  return {
    fr: `${countWords(results.length, 'recherche', 'fr')} de référence : ${countWords(found, 'réussie', 'fr')}, ${countWords(failed, 'manquée', 'fr')}${other.fr}`,
    en: `${results.length} golden ${results.length === 1 ? 'query' : 'queries'}: ${found} passed, ${failed} failed${other.en}`,
  };
}

/** Each query that failed, with what came first in the place of the expected article; then the count. */
export function formatGolden(
  results: readonly GoldenResult[],
  { lang, color, width }: GoldenFormatOptions,
): string {
  const colors = createColors(color);
  const lines = results
    .filter(({ state }) => state === 'failed' || state === 'missing')
    .flatMap((result) => {
      const { query, line, first } = result;
      const quoted = lang === 'fr' ? `« ${query} » :` : `“${query}”:`;
      const [head = '', ...rest] = wrapText(printable(`${quoted} ${reasonOf(result)[lang]}`), width - 2);
      return [
        colors.dim(`${goldenFile}:${line}`),
        `${colors.red('✖')} ${head}`,
        ...rest.map((text) => `  ${text}`),
        ...first.flatMap(({ title, url }, index) => {
          const [start = '', ...more] = wrapText(printable(`${title} (${url})`), width - 7);
          return [`    ${index + 1}. ${start}`, ...more.map((text) => `       ${text}`)];
        }),
        '',
      ];
    });
  return `${[...lines, summarize(results)[lang]].join('\n')}\n`;
}

/** Version 1: `{version, queries, failed, skipped, results: [{query, lang, expect, within, line, state, rank, first: [{url, title}]}]}`. */
export function formatGoldenJson(results: readonly GoldenResult[]): string {
  const report = {
    version: 1,
    queries: results.length,
    failed: count(results, 'failed', 'missing'),
    skipped: count(results, 'skipped'),
    results,
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}
