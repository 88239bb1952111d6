// The knowledge base as `kb dev` shows it at one moment: read, linted and planned, with nothing rendered yet.

import path from 'node:path';
import { readConfig } from '../config/read-config.ts';
import { documentId } from '../content/document.ts';
import type { KnowledgeBase } from '../content/knowledge-base.ts';
import type { ParserName } from '../content/markdown-parser.ts';
import { readKnowledgeBase } from '../content/read-knowledge-base.ts';
import type { DiagramResult } from '../flow/parse-flow.ts';
import { lintKnowledgeBase } from '../lint/lint.ts';
import { readDiagrams } from '../lint/read-diagrams.ts';
import { readMedia } from '../lint/read-surroundings.ts';
import { articleUrl } from '../model/article.ts';
import type { Config } from '../model/config.ts';
import type { Finding } from '../model/finding.ts';
import type { IsoDate } from '../model/iso-date.ts';
import { siteAssets } from '../publish/package-assets.ts';
import { planSite } from '../publish/plan-site.ts';
import { readLogo } from '../publish/read-branding.ts';
import { readFieldOfBase } from '../publish/read-field.ts';
import { chooseAudience } from '../publish/select-articles.ts';
import type { PagePlan, SitePlan } from '../publish/site-plan.ts';

export interface SnapshotOptions {
  /** Absolute path of the knowledge base. */
  readonly root: string;
  readonly audience?: string | undefined;
  readonly parser?: ParserName | undefined;
  /** The day to judge by; asked at every reading, for a preview may stay open overnight. */
  readonly todayOf: (config: Config) => IsoDate;
}

export interface Snapshot {
  readonly base: KnowledgeBase;
  readonly audience: string;
  readonly today: IsoDate;
  readonly diagrams: ReadonlyMap<string, DiagramResult>;
  readonly findings: readonly Finding[];
  readonly plan: SitePlan;
  readonly pages: ReadonlyMap<string, PagePlan>;
  /** Address of the page that each Markdown file makes, or would make if it were sound; by path. */
  readonly urls: ReadonlyMap<string, string>;
}

/** Address of the script that reloads a page and shows findings over it. */
export const devScript = 'assets/dev.js';

/**
 * Reads, lints and plans the base. What `previous` knows of unchanged flowcharts is taken over.
 * Raises a `Problem` where configuration or content folder can't be read.
 */
export async function readSnapshot(options: SnapshotOptions, previous?: Snapshot): Promise<Snapshot> {
  const { root, parser } = options;
  const config = await readConfig(root);
  const audience = chooseAudience(config, options.audience);
  const base = await readKnowledgeBase(root, { parser, knownConfig: config, audience });
  const today = options.todayOf(base.config);
  const diagrams = await readDiagrams(base, undefined, previous?.diagrams);
  const media = await readMedia(base, undefined);
  const field = await readFieldOfBase(base, diagrams, today);
  const plan = planSite(base, {
    today,
    audience,
    drafts: true,
    assets: siteAssets,
    devScript,
    baseUrl: '/',
    logo: await readLogo(root, base.config, audience),
    feedback: field.feedback,
    use: field.use,
    past: field.past,
  });
  return {
    base,
    audience,
    today,
    diagrams,
    findings: lintKnowledgeBase(base, { today, diagrams, media }),
    plan,
    pages: new Map(plan.pages.map((page) => [page.url, page])),
    urls: planUrls(base, previous?.urls ?? new Map()),
  };
}

/** A file that can't be read as an article keeps the address that it had, or gets the one that its id or name suggests. */
function planUrls(base: KnowledgeBase, previous: Snapshot['urls']): Map<string, string> {
  return new Map(
    base.documents.map((document) => {
      if (document.article) return [document.path, articleUrl(document.article)];
      const named = document.data?.lang;
      const lang = typeof named === 'string' ? named : base.config.lang;
      const id = documentId(document);
      const guess = articleUrl({ lang, id: id ?? path.posix.parse(document.path).name });
      return [document.path, id === undefined ? (previous.get(document.path) ?? guess) : guess];
    }),
  );
}
