// The search of the site that is being served: opened at the first question, and anew once the site was built again.
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { openSiteSearch, type SearchAnswer } from '../../publish/query-index.ts';
import { markerFile } from '../../publish/swap-site.ts';

/** Searches the site at `site` in `lang`; raises what `openSiteSearch` raises. */
export function createSiteSearch(site: string, lang: string): (query: string) => Promise<SearchAnswer> {
  let opened: { readonly build: string; readonly engine: ReturnType<typeof openSiteSearch> } | undefined;
  return async (query) => {
    const { ino, mtimeMs } = await stat(path.join(site, markerFile));
    const build = `${ino} ${mtimeMs}`;
    if (opened?.build !== build) opened = { build, engine: openSiteSearch(site, lang) };
    try {
      return await (await opened.engine).search(query);
    } catch (error) {
      opened = undefined;
      throw error;
    }
  };
}
