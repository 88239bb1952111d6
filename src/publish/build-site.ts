// The whole of `kb build`: read, plan, draw, and what replaces the last site.
import path from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { flowchartsOf } from '../content/document.ts';
import { articleDocuments, type KnowledgeBase } from '../content/knowledge-base.ts';
import { loadMarkdownParser, type ParserName } from '../content/markdown-parser.ts';
import { readKnowledgeBase } from '../content/read-knowledge-base.ts';
import { readFileHistories } from '../history/file-history.ts';
import { readChanges } from '../history/read-changes.ts';
import { lintKnowledgeBase } from '../lint/lint.ts';
import { readDiagrams } from '../lint/read-diagrams.ts';
import type { Config } from '../model/config.ts';
import type { Finding } from '../model/finding.ts';
import type { IsoDate } from '../model/iso-date.ts';
import { Problem } from '../model/problem.ts';
import { type DrawnFlowchart, drawFlowcharts } from './draw-flowcharts.ts';
import { type GoldenQuery, readGoldenQueries } from './golden-queries.ts';
import { type GoldenResult, hasFailed } from './judge-golden.ts';
import { findKnownPast, readKnownVersions } from './known-past.ts';
import { checkPackageAssets, embedScript, nameAssets } from './package-assets.ts';
import { createPageRenderer } from './page-renderer.ts';
import { planSite } from './plan-site.ts';
import { readLogo } from './read-branding.ts';
import { readFieldOfBase } from './read-field.ts';
import { type BuildStep, replaceSite } from './replace-site.ts';
import { createSearchFeed } from './search-feed.ts';
import { type SearchIndexer, startSearchIndex } from './search-index.ts';
import { chooseAudience, tellsEverything } from './select-articles.ts';
import type { SitePlan } from './site-plan.ts';
import { checkReplaceable, followLink } from './swap-site.ts';
import { checkZipReplaceable, zipFileOf } from './zip-site.ts';

/** Rules whose findings mean that the site lacks something: a whole article, or a picture in one. */
const siteRules: readonly string[] = [
  'article-is-readable',
  'front-matter-matches-schema',
  'dates-are-real',
  'ids-are-unique',
  'flowcharts-parse',
  'includes-resolve',
  'variables-resolve',
  'variables-are-sound',
];

/** How many articles are read before the process looks up, at signals and at the pipe to Pagefind, which takes about three at a time. */
const articlesPerTurn = 2;

export interface BuildOptions {
  /** Absolute path of the folder that the site replaces. */
  readonly out: string;
  readonly today: IsoDate;
  /** Set where the base is a copy of a past state: the site says so, and stays as it was judged on `today`. */
  readonly asOf?:
    | {
        /** Root of the base itself: its content is spared, its drawn pictures are used. */ readonly home: string;
      }
    | undefined;
  readonly audience?: string | undefined;
  readonly baseUrl?: string | undefined;
  /** Whether the golden queries are run before the swap: where one fails, the last site stays. */
  readonly check?: boolean | undefined;
  readonly parser?: ParserName | undefined;
  /** Whether the site is written a second time as one file beside `out`. */
  readonly zip?: boolean | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((step: BuildStep, done: number, total: number) => void) | undefined;
}

export interface BuildSummary {
  readonly articles: number;
  readonly pages: number;
  readonly pictures: number;
  readonly media: number;
  readonly languages: readonly string[];
  /** The archive, where one was asked for. */
  readonly zip?: string | undefined;
  /** What the site had to do without: articles that can't be read, flowcharts that don't parse or could not be drawn. */
  readonly findings: readonly Finding[];
  /** What became of the golden queries, where they were asked for. */
  readonly golden?: readonly GoldenResult[] | undefined;
  /** Whether the new site took the place of the last one. */
  readonly swapped: boolean;
  /** The base as it was read. */
  readonly base: KnowledgeBase;
}

function checkOutside(out: string, content: string): void {
  const holds = (outer: string, inner: string) => path.relative(outer, inner).split(path.sep)[0] !== '..';
  if (!holds(out, content) && !holds(content, out)) return;
  throw new Problem(
    {
      fr: 'Dossier de sortie inattendu : il contient le contenu, ou se trouve dedans ; choisissez-en un autre avec --out',
      en: 'Unexpected output folder: it holds the content, or lies inside it; choose another with --out',
    },
    out,
  );
}

/**
 * Builds the site of the knowledge base at `root` into `options.out`.
 *
 * Whatever fails, the last good site stays as it was. Raises a `Problem` on anything that a person can mend, the
 * signal's reason when aborted.
 */
export async function buildSite(root: string, config: Config, options: BuildOptions): Promise<BuildSummary> {
  const { signal } = options;
  const out = await followLink(options.out);
  const audience = chooseAudience(config, options.audience);
  checkOutside(out, path.join(options.asOf?.home ?? root, config.content));
  await checkPackageAssets();
  await checkReplaceable(out);
  if (options.zip) await checkZipReplaceable(zipFileOf(out));
  const queries = options.check === true ? await readGoldenQueries(root, config) : undefined;
  const index = startSearchIndex(config.synonyms);
  const stop = () => void index.close();
  signal?.addEventListener('abort', stop, { once: true });
  try {
    return await buildWithIndex(root, config, index, { ...options, out, audience, queries });
  } finally {
    signal?.removeEventListener('abort', stop);
    await index.close();
  }
}

interface ReadyOptions extends BuildOptions {
  readonly audience: string;
  readonly queries: readonly GoldenQuery[] | undefined;
}

async function buildWithIndex(
  root: string,
  config: Config,
  index: SearchIndexer,
  options: ReadyOptions,
): Promise<BuildSummary> {
  const { today, audience, signal, onProgress } = options;
  const feed = createSearchFeed(index, config, { today, audience });
  // A past day's folder has no git of its own; the base's knows of what came later.
  const asked = options.asOf === undefined ? readFileHistories(root, '.') : undefined;
  // Only those who may read everything are told of the past, in which there may be what others must not read.
  const histories = tellsEverything(config, audience) ? asked : undefined;
  const logo = await readLogo(options.asOf?.home ?? root, config, audience);
  const base = await readKnowledgeBase(root, {
    parser: options.parser,
    audience,
    onDocument: async (document, done, total) => {
      feed.offer(document);
      if (done % articlesPerTurn !== 0) return;
      onProgress?.('articles', done, total);
      await nextTurn();
      signal?.throwIfAborted();
    },
  });
  const diagrams = await readDiagrams(base);
  // Before anything is written: it refuses a configuration with a rule that does not exist.
  const findings = lintKnowledgeBase(base, { today, diagrams, rules: siteRules });
  const { parse } = await loadMarkdownParser(options.parser);
  const changes =
    histories &&
    (await readChanges(base, articleDocuments(base), await histories, parse, { withLines: true }));
  const git = asked && (await readKnownVersions(base, await asked, parse, today));
  const assets = await nameAssets();
  const offline = config.offline.enabled && options.asOf === undefined;
  const field = await readFieldOfBase(base, diagrams, today);
  const plan = planSite(base, {
    today,
    audience,
    changes,
    past: {
      ...(histories && findKnownPast(base, await histories, today)),
      changes,
      ...field.past,
    },
    drafts: false,
    asOf: options.asOf !== undefined,
    assets: assets.addresses,
    offline,
    baseUrl: options.baseUrl,
    git,
    feedback: field.feedback,
    use: field.use,
    logo,
  });
  const flowcharts = await drawFlowcharts(plan.articles, {
    root: options.asOf?.home ?? root,
    diagrams,
    signal,
    onProgress: (done, total) => onProgress?.('flowcharts', done, total),
  });
  feed.finish(flowcharts);
  const render = createPageRenderer({ base, plan, flowcharts });
  const golden = await replaceSite(plan, index, render, {
    ...options,
    root,
    config,
    assets: [...assets.files, ...(plan.embeds ? [{ from: embedScript, to: embedScript }] : [])],
    offline,
  });
  const swapped = !hasFailed(golden ?? []);
  const zip = options.zip && swapped ? zipFileOf(options.out) : undefined;
  return { ...summarize(base, plan, flowcharts, findings), golden, swapped, zip };
}

function summarize(
  base: KnowledgeBase,
  plan: SitePlan,
  flowcharts: ReadonlyMap<string, DrawnFlowchart>,
  findings: readonly Finding[],
): Omit<BuildSummary, 'golden' | 'swapped'> {
  const undrawn = plan.articles.flatMap((document) =>
    flowchartsOf(document).flatMap(({ code, line, column }): Finding[] => {
      const problem = flowcharts.get(code)?.problem;
      if (!problem) return [];
      return [
        {
          path: document.path,
          line,
          column,
          rule: 'flowcharts-draw',
          severity: 'error',
          message: problem,
          id: document.article.id,
        },
      ];
    }),
  );
  return {
    articles: plan.articles.length,
    pages: plan.pages.length,
    pictures: [...flowcharts.values()].filter(({ svg }) => svg !== undefined).length,
    media: plan.media.length,
    languages: plan.languages,
    findings: [...findings, ...undrawn],
    base,
  };
}
