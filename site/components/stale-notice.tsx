// The first line of every page once the base has grown old on the reader's clock: it waits in the page, and a script shows it.
import type { JSX } from 'preact';
import { formatDate } from '../locales/format.ts';
import { offlineWordsFor } from '../locales/offline-words.ts';
import type { PageView } from '../view.ts';

export function StaleNotice({
  view,
  lang,
}: {
  readonly view: PageView;
  readonly lang: string | undefined;
}): JSX.Element {
  const words = offlineWordsFor(view.lang);
  const [before, after] = words.stale(formatDate(view.site.builtOn, words.lang));
  return (
    <aside class="stale-notice" aria-labelledby="staleNote" lang={lang}>
      <p id="staleNote">
        {before}
        <span data-age />
        {after}
      </p>
    </aside>
  );
}
