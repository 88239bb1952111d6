// The home page's places for this reader's favourites and last read articles: scripts fill and show them.
import type { JSX } from 'preact';
import { readingWordsFor } from '../locales/reading-words.ts';
import type { PageView } from '../view.ts';

export function ReadingLists({ view }: { readonly view: PageView }): JSX.Element {
  const words = readingWordsFor(view.lang);
  return (
    <>
      <section class="section reading-list" id="favourites" aria-labelledby="favouritesTitle" hidden>
        <h2 class="section-title" id="favouritesTitle">
          {words.favourites.title}
        </h2>
        <ul />
      </section>
      <section class="section reading-list" id="recent" aria-labelledby="recentTitle" hidden>
        <h2 class="section-title" id="recentTitle">
          {words.recent.title}
        </h2>
        <ul />
      </section>
    </>
  );
}
