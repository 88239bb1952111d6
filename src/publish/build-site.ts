// The whole of `kb build`: read, plan, draw, write into staging, index, check, swap.
import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { flowchartsOf } from '../content/document.ts';
import type { KnowledgeBase } from '../content/knowledge-base.ts';
import type { DiagramResult } from '../flow/parse-flow.ts';
import type { Finding } from '../model/finding.ts';
import type { IsoDate } from '../model/iso-date.ts';
import { Problem } from '../model/problem.ts';
import { checkSite } from './check-site.ts';
import { type DrawnFlowchart, drawFlowcharts } from './draw-flowcharts.ts';
import { checkPackageAssets, siteAssets } from './package-assets.ts';
import { createArticleRenderer } from './page-renderer.ts';
import { planSite } from './plan-site.ts';
import { chooseAudience } from './select-articles.ts';
import type { SitePlan } from './site-plan.ts';
import { checkReplaceable, makeStaging, markerFile, recoverSite, siblingOf, swapSite } from './swap-site.ts';
import { type SiteStep, writeSearchableSite } from './write-searchable-site.ts';

/** The steps that a build reports while it runs. */
export type BuildStep = 'flowcharts' | SiteStep | 'swap';

export interface BuildOptions {
  /** Absolute path of the folder that the site replaces. */
  readonly out: string;
  readonly today: IsoDate;
  readonly audience?: string | undefined;
  readonly baseUrl?: string | undefined;
  readonly diagrams: ReadonlyMap<string, DiagramResult>;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((step: BuildStep, done: number, total: number) => void) | undefined;
}

export interface BuildSummary {
  readonly articles: number;
  readonly pages: number;
  readonly pictures: number;
  readonly media: number;
  readonly languages: readonly string[];
  /** What the site had to do without: flowcharts that parse and could still not be drawn. */
  readonly findings: readonly Finding[];
}

function checkOutside(out: string, base: KnowledgeBase): void {
  const content = path.join(base.root, base.config.content);
  const holds = (outer: string, inner: string) => !path.relative(outer, inner).startsWith('..');
  if (!holds(out, content) && !holds(content, out)) return;
  throw new Problem(
    {
      fr: 'Dossier de sortie inattendu : il contient le contenu, ou se trouve dedans ; choisissez-en un autre avec --out',
      en: 'Unexpected output folder: it holds the content, or lies inside it; choose another with --out',
    },
    out,
  );
}

/** An error of the disk, told as a problem; anything else stays as it is. */
function asProblem(error: unknown, out: string): unknown {
  if (!(error instanceof Error) || error instanceof Problem || !('code' in error) || !('syscall' in error))
    return error;
  const full = error.code === 'ENOSPC' || error.code === 'EDQUOT';
  const wording = full
    ? {
        fr: 'Disque plein ; le dernier bon site reste en place',
        en: 'No space left on the disk; the last good site stays in place',
      }
    : {
        fr: `Écriture impossible (${String(error.code)}) ; le dernier bon site reste en place`,
        en: `Cannot write (${String(error.code)}); the last good site stays in place`,
      };
  return new Problem(wording, out, error);
}

/**
 * Builds the site of `base` into `options.out`.
 *
 * Whatever fails, the last good site stays as it was. Raises a `Problem` on anything that a person can mend, the
 * signal's reason when aborted.
 */
export async function buildSite(base: KnowledgeBase, options: BuildOptions): Promise<BuildSummary> {
  const { out, signal, onProgress } = options;
  const audience = chooseAudience(base, options.audience);
  checkOutside(out, base);
  await checkPackageAssets();
  await checkReplaceable(out);
  const plan = planSite(base, {
    today: options.today,
    audience,
    drafts: false,
    assets: siteAssets,
    baseUrl: options.baseUrl,
  });
  const flowcharts = await drawFlowcharts(plan.articles, {
    root: base.root,
    diagrams: options.diagrams,
    signal,
    onProgress: (done, total) => onProgress?.('flowcharts', done, total),
  });
  try {
    await recoverSite(out);
    const staging = await makeStaging(out);
    const index = await writeSearchableSite(plan, {
      folder: staging,
      root: base.root,
      renderArticle: createArticleRenderer({ base, plan, flowcharts }),
      signal,
      onProgress,
    });
    signal?.throwIfAborted();
    await writeMarker(staging, plan, options.today, audience);
    await checkSite(plan, staging, index.pages);
    signal?.throwIfAborted();
    onProgress?.('swap', 0, 1);
    await swapSite(staging, out);
  } catch (error) {
    await rm(siblingOf(out, 'staging', process.pid), { recursive: true, force: true }).catch(() => undefined);
    throw asProblem(error, out);
  }
  return summarize(plan, flowcharts);
}

/** The marker says what was built, and nothing that would differ between two builds of the same input. */
async function writeMarker(folder: string, plan: SitePlan, today: IsoDate, audience: string): Promise<void> {
  const marker = {
    version: 1,
    today,
    audience,
    languages: plan.languages,
    articles: plan.articles.length,
    pages: plan.pages.length,
  };
  await writeFile(path.join(folder, markerFile), `${JSON.stringify(marker, null, 2)}\n`);
}

function summarize(plan: SitePlan, flowcharts: ReadonlyMap<string, DrawnFlowchart>): BuildSummary {
  const findings = plan.articles.flatMap((document) =>
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
    findings,
  };
}
