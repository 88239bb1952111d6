// The search index of `kb dev`: built when a page first searches, and again when it searches after a change.
import { mkdir, rm } from 'node:fs/promises';
import type { DrawnFlowchart } from '../publish/draw-flowcharts.ts';
import { createSearchRenderer } from '../publish/render-for-search.ts';
import { buildSearchIndex } from '../publish/search-index.ts';
import { undrawnFlowcharts } from './page-desk.ts';
import type { Snapshot } from './read-snapshot.ts';

export interface DevSearch {
  /** Makes the index below the folder that of `snapshot`. Raises what the building raises. */
  readonly refresh: (snapshot: Snapshot) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** The index below `folder`, an absolute path that nobody else writes to; `close` removes it. */
export function createDevSearch(folder: string): DevSearch {
  let indexed: Snapshot | undefined;
  let last: Promise<void> = Promise.resolve();

  const refreshNow = async (snapshot: Snapshot): Promise<void> => {
    if (indexed === snapshot) return;
    indexed = undefined;
    await writeIndex(snapshot, folder);
    indexed = snapshot;
  };
  return {
    // One after the other; a failure is for those who asked, and the next one tries again.
    refresh: (snapshot) => {
      const refreshed = last.then(() => refreshNow(snapshot));
      last = refreshed.catch(() => undefined);
      return refreshed;
    },
    close: async () => {
      await last;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Only articles are searched, and no picture of theirs, so no browser has to be started. */
async function writeIndex(snapshot: Snapshot, folder: string): Promise<void> {
  const { base, audience, plan, diagrams, today } = snapshot;
  const flowcharts = new Map<string, DrawnFlowchart>(
    plan.articles.flatMap((document) => [...undrawnFlowcharts(document, diagrams)]),
  );
  const renderForSearch = createSearchRenderer(base.config, { today, audience });
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const documents = plan.articles.map((document) => renderForSearch(document, flowcharts));
  await buildSearchIndex(folder, documents, base.config.synonyms);
}
