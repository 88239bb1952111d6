// The search field: in the header of every page, and large on the home and search pages.
import type { JSX } from 'preact';
import { messagesFor } from '../locales/messages-for.ts';
import type { PageView } from '../view.ts';
import { hrefFrom } from './href.ts';
import { Icon } from './icon.tsx';

/**
 * A form that leads to the search page of the page's language without script. With scripts it opens the palette, whose script it
 * names, unless results show `inPlace`, below it.
 */
export function SearchForm({
  view,
  large,
  inPlace,
}: {
  readonly view: PageView;
  readonly large?: boolean;
  readonly inPlace?: boolean;
}): JSX.Element {
  const t = messagesFor(view.lang).search;
  return (
    <search class={large ? 'search-form search-form-large' : 'search-form'}>
      <form
        method="get"
        action={hrefFrom(view, `${view.lang}/search.html`)}
        data-root={view.root}
        data-palette={inPlace ? undefined : hrefFrom(view, view.site.assets.search)}
        data-palette-style={inPlace ? undefined : hrefFrom(view, view.site.assets.searchStyle)}
      >
        <label class="visually-hidden" for="searchField">
          {t.label}
        </label>
        <Icon name="search" />
        <input
          id="searchField"
          type="search"
          name="q"
          placeholder={large ? t.label : t.placeholder}
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
          maxLength={500}
          enterkeyhint="search"
        />
        <span class="key" aria-hidden="true">
          /
        </span>
        <button type="submit" class={large ? 'button' : 'visually-hidden'}>
          {t.submit}
        </button>
      </form>
    </search>
  );
}
