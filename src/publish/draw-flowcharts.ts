// Flowchart sources of a site → what its pages show of them: pictures from the cache or the browser, outlines from the graph.
import path from 'node:path';
import { flowchartsOf } from '../content/document.ts';
import type { ArticleDocument } from '../content/knowledge-base.ts';
import type { DiagramResult } from '../flow/parse-flow.ts';
import { type PictureResult, renderPictures } from '../flow/render-pictures.ts';
import type { Flow } from '../model/flow.ts';
import type { Wording } from '../model/wording.ts';

/** A flowchart as a page can show it: without a picture where it could not be drawn, and then says why. */
export interface DrawnFlowchart {
  readonly svg: string | undefined;
  readonly flow: Flow | undefined;
  /** Why a flowchart that parses could not be drawn. */
  readonly problem: Wording | undefined;
}

export interface DrawOptions {
  /** Folder below which pictures are kept. */
  readonly root: string;
  readonly diagrams: ReadonlyMap<string, DiagramResult>;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
}

/** Folder of the pictures that were drawn before, below the knowledge base's root. */
export const pictureCache = path.join('.kb', 'cache', 'pictures');

/** Draws every distinct flowchart of `articles`, by source. Raises a `Problem` where a browser is needed and there is none. */
export async function drawFlowcharts(
  articles: readonly ArticleDocument[],
  { root, diagrams, signal, onProgress }: DrawOptions,
): Promise<Map<string, DrawnFlowchart>> {
  const codes = new Set(articles.flatMap((document) => flowchartsOf(document).map(({ code }) => code)));
  const drawable = [...codes].filter((code) => diagrams.get(code)?.ok === true);
  const pictures = await renderPictures(drawable, {
    cacheDir: path.join(root, pictureCache),
    diagrams,
    signal,
    onProgress,
  });
  const byCode = new Map<string, PictureResult>(
    drawable.map((code, index) => [code, pictures[index] as PictureResult]),
  );
  return new Map(
    [...codes].map((code): [string, DrawnFlowchart] => {
      const parsed = diagrams.get(code);
      const picture = byCode.get(code);
      return [
        code,
        {
          svg: picture?.ok ? picture.svg : undefined,
          flow: parsed?.ok ? parsed.flow : undefined,
          problem: picture?.ok === false ? picture.message : undefined,
        },
      ];
    }),
  );
}
