// The way through a list that is cut into pages.
import type { JSX } from 'preact';
import type { ListView } from '../list-view.ts';
import { formatNumber } from '../locales/format.ts';
import { messagesFor } from '../locales/messages-for.ts';
import { hrefFrom } from './href.ts';
import { Icon } from './icon.tsx';

export function Pagination({ view }: { readonly view: ListView }): JSX.Element | null {
  if (view.pages <= 1) return null;
  const t = messagesFor(view.lang);
  return (
    <nav class="pagination" aria-label={t.list.pages}>
      {view.previousUrl !== undefined && (
        <a class="button button-quiet" rel="prev" href={hrefFrom(view, view.previousUrl)}>
          <Icon name="previous" />
          {t.list.previous}
        </a>
      )}
      <span>{t.list.page(formatNumber(view.page, t.lang), formatNumber(view.pages, t.lang))}</span>
      {view.nextUrl !== undefined && (
        <a class="button button-quiet" rel="next" href={hrefFrom(view, view.nextUrl)}>
          {t.list.next}
          <Icon name="next" />
        </a>
      )}
    </nav>
  );
}
