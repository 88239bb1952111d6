// The top of every page: name, search, languages, theme.
import type { JSX } from 'preact';
import { languageName } from '../locales/format.ts';
import { messagesFor } from '../locales/messages-for.ts';
import { readingWordsFor } from '../locales/reading-words.ts';
import type { PageView } from '../view.ts';
import { homeUrl, hrefFrom } from './href.ts';
import { Icon } from './icon.tsx';
import { InboxLink } from './inbox-link.tsx';
import { SearchForm } from './search-form.tsx';

/** @param props.search whether the header holds the page's search field; a page with a large one of its own needs no second */
export function SiteHeader({
  view,
  search,
  lang,
}: {
  readonly view: PageView;
  readonly search: boolean;
  readonly lang: string | undefined;
}): JSX.Element {
  const t = messagesFor(view.lang);
  return (
    <header class={search ? 'site-header' : 'site-header site-header-plain'} lang={lang}>
      <div class="site-header-inner">
        <a class="brand" href={hrefFrom(view, homeUrl(view))}>
          <BrandMark view={view} />
          <span class="brand-name">{view.site.name}</span>
        </a>
        {search && <SearchForm view={view} />}
        <div class="site-tools">
          {view.translations.length > 0 && <LanguageLinks view={view} label={t.languages} />}
          <InboxLink view={view} />
          <ThemeChoice view={view} />
        </div>
      </div>
    </header>
  );
}

/** A native list behind an icon: it needs scripts, and is shown from the first paint on where there are any. */
function ThemeChoice({ view }: { readonly view: PageView }): JSX.Element {
  const { theme } = readingWordsFor(view.lang);
  return (
    <span class="theme-choice icon-button">
      <Icon name="contrast" />
      <select id="themeChoice" aria-label={theme.label} title={theme.label} autocomplete="off">
        <option value="system">{theme.system}</option>
        <option value="light">{theme.light}</option>
        <option value="dark">{theme.dark}</option>
        <option value="contrast">{theme.contrast}</option>
      </select>
    </span>
  );
}

/** The team's logo, else the site's own mark. The name beside it says what it is. */
function BrandMark({ view }: { readonly view: PageView }): JSX.Element {
  const { logo } = view.site;
  if (logo === undefined)
    return (
      <span class="brand-mark">
        <Icon name="mark" />
      </span>
    );
  return (
    <img class="brand-logo" src={hrefFrom(view, logo.url)} alt="" width={logo.width} height={logo.height} />
  );
}

function LanguageLinks({ view, label }: { readonly view: PageView; readonly label: string }): JSX.Element {
  return (
    <nav class="languages" aria-label={label}>
      {view.translations.map((translation) => (
        <a
          key={translation.lang}
          href={hrefFrom(view, translation.url)}
          lang={translation.lang}
          hreflang={translation.lang}
        >
          {languageName(translation.lang)}
        </a>
      ))}
    </nav>
  );
}
