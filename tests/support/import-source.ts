// Runs an import in memory: an export's pages planned into the examples' base, without a disk.
import { parseConfig } from '../../src/config/parse-config.ts';
import { loadMarkdownParser } from '../../src/content/markdown-parser.ts';
import { nothingShared, parseDocument } from '../../src/content/parse-document.ts';
import { parseHtmlPage } from '../../src/import/html-page.ts';
import { type ArticlesPlan, planArticles } from '../../src/import/plan-articles.ts';
import { resolveAddress } from '../../src/import/resolve-address.ts';
import { addChanges, elementKinds, type Source, type SourcePage } from '../../src/import/source-page.ts';
import { takeAssets } from '../../src/import/take-assets.ts';
import type { IsoDate } from '../../src/model/iso-date.ts';
import { exampleConfig } from './memory-base.ts';

const { parse } = await loadMarkdownParser();
const config = parseConfig(exampleConfig);

/** A picture of one pixel. */
export const onePixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

export async function planSource(
  source: Source,
  ids: ReadonlyMap<string, string> = new Map(),
): Promise<ArticlesPlan> {
  const keys = new Set(source.pages.flatMap(({ key, aliases = [] }) => [key, ...aliases]));
  return planArticles(source, {
    config,
    today: '2026-11-16' as IsoDate,
    taken: { ids, paths: new Map() },
    assets: await takeAssets(source, keys),
    parse,
    owner: 'retours',
    folder: 'import',
  });
}

/** An export of HTML pages (path → text) with the files beside them. */
export function htmlSource(
  pages: Readonly<Record<string, string>>,
  files: Readonly<Record<string, Uint8Array>> = {},
): Source {
  return {
    pages: Object.entries(pages).map(([key, html]): SourcePage => {
      const page = parseHtmlPage(html);
      if (!page) throw new Error('nested too deep');
      return { ...page, key, place: key, folder: key.split('/').slice(0, -1) };
    }),
    keyOf: (address, page) => resolveAddress(address, page.key),
    readAsset: async (key) => files[key],
    remarks: [],
  };
}

/** The text of an article that `plan` writes. */
export function textOfFile(plan: ArticlesPlan, path: string): string {
  return String(plan.files.find((file) => file.path === path)?.text);
}

/** Whatever is wrong with the front matter of the articles, and what no remark accounts for. */
export function faultsOf(plan: ArticlesPlan): string[] {
  const bodies = new Map(plan.files.map(({ path, text }) => [`content/import/${path}`, String(text)]));
  return plan.pages.flatMap(({ path, source, result, remarks }) => {
    const { problems, issues } = parseDocument(path, bodies.get(path) ?? '', config, parse, nothingShared);
    const explained = addChanges(
      source,
      remarks.filter(({ code }) => code !== 'unexplained'),
    );
    return [
      ...[...problems, ...issues].map(({ wording }) => `${path}: ${wording.en}`),
      ...elementKinds.flatMap((kind) =>
        explained[kind] === result[kind] ? [] : [`${path}: ${kind} ${explained[kind]} ≠ ${result[kind]}`],
      ),
    ];
  });
}
