// Writes a planned site into an empty folder: pages, files for programs, media and assets.
import { writeFileSync } from 'node:fs';
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { sanitizeSvgFile } from '../content/svg-file.ts';
import { Problem } from '../model/problem.ts';
import { type AssetFile, packageAssets } from './package-assets.ts';
import type { RenderPlannedPage } from './page-renderer.ts';
import type { MediaFile, SitePlan } from './site-plan.ts';

/** How many pages are written before the process looks up, at signals and at what still has to go to Pagefind. */
const pagesPerTurn = 1;

export interface WriteOptions {
  readonly folder: string;
  /** The knowledge base's root, from which media are copied. */
  readonly root: string;
  readonly render: RenderPlannedPage;
  readonly assets: readonly AssetFile[];
  readonly signal?: AbortSignal | undefined;
  readonly onPage?: ((done: number, total: number) => void) | undefined;
}

/** Writes every page, file, medium and asset of `plan` below `folder`. Raises the signal's reason when aborted, and what the disk raises. */
export async function writeSite(plan: SitePlan, options: WriteOptions): Promise<void> {
  const { folder, signal } = options;
  const folders = new Set(
    [...plan.pages, ...plan.files]
      .map(({ url }) => url)
      .concat(plan.media.map(({ to }) => to))
      .map((file) => path.dirname(file)),
  );
  for (const inner of folders) await mkdir(path.join(folder, inner), { recursive: true });

  for (const [index, page] of plan.pages.entries()) {
    if (index % pagesPerTurn === 0) {
      options.onPage?.(index, plan.pages.length);
      await nextTurn();
      signal?.throwIfAborted();
    }
    // At once: through the thread pool, so many small files cost three times as much.
    writeFileSync(path.join(folder, page.url), options.render(page));
  }
  for (const file of plan.files) await writeFile(path.join(folder, file.url), file.render());
  for (const file of plan.media) await writeMedium(file, options);
  await copyAssets(folder, options.assets);
}

/** Copies one medium; a drawing in SVG is a document that can hold scripts, so it is written anew without any. */
async function writeMedium({ from, to }: MediaFile, { root, folder }: WriteOptions): Promise<void> {
  const [source, target] = [path.join(root, from), path.join(folder, to)];
  if (path.extname(from).toLowerCase() !== '.svg') await copyFile(source, target);
  else await writeFile(target, safeDrawing(await readFile(source, 'utf8'), from));
}

/** The drawing without what could run or load. Raises a `Problem` where nothing of it can be kept. */
export function safeDrawing(svg: string, path: string): string {
  const safe = sanitizeSvgFile(svg);
  if (safe !== undefined) return safe;
  throw new Problem(
    {
      fr: 'Dessin SVG illisible ou démesuré, attendu : un élément <svg> simple',
      en: 'Unreadable or oversized SVG drawing, expected one plain <svg> element',
    },
    path,
  );
}

async function copyAssets(folder: string, assets: readonly AssetFile[]): Promise<void> {
  const source = packageAssets();
  await mkdir(path.join(folder, 'assets'), { recursive: true });
  await Promise.all(assets.map(({ from, to }) => copyFile(path.join(source, from), path.join(folder, to))));
}
