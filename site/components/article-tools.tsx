// What a reader can do with an article: mark it, print it. Only scripts can, so without them the row is not shown.
import type { JSX } from 'preact';
import { readingWordsFor } from '../locales/reading-words.ts';
import type { ArticleView } from '../view.ts';
import { Icon } from './icon.tsx';

export function ArticleTools({ view }: { readonly view: ArticleView }): JSX.Element {
  const words = readingWordsFor(view.lang);
  return (
    <div class="article-tools" data-idle>
      <button type="button" class="tool" id="favouriteButton" aria-pressed="false">
        <Icon name="star" />
        {words.favourites.star}
      </button>
      <button type="button" class="tool" id="printButton">
        <Icon name="print" />
        {words.print}
      </button>
    </div>
  );
}
