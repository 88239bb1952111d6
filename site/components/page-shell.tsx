// The document around every page: head, header, breadcrumb, main, footer.
import type { ComponentChildren, JSX } from 'preact';
import { inboxDataUrl } from '../inbox-data.ts';
import { messagesFor } from '../locales/messages-for.ts';
import { pageWordsFor } from '../locales/page-words.ts';
import type { PageView } from '../view.ts';
import { AsOfNotice } from './as-of-notice.tsx';
import { Breadcrumb } from './breadcrumb.tsx';
import { policyFor } from './content-security-policy.ts';
import { feedUrl, hrefFrom } from './href.ts';
import { SiteFooter } from './site-footer.tsx';
import { SiteHeader } from './site-header.tsx';
import { StaleNotice } from './stale-notice.tsx';

interface PageShellProps {
  readonly view: PageView;
  /** Names the page's layout in the styles. */
  readonly layout: string;
  /** Where the page's search field is: in the header unless the page has a large one of its own. */
  readonly search?: 'header' | 'page';
  /** A further address that this page alone may send to. */
  readonly sendsTo?: string | undefined;
  /** Further elements of the head. */
  readonly head?: ComponentChildren;
  readonly children: ComponentChildren;
}

/** The language of the site's own words where it differs from the page's, as a `lang` attribute. */
export function ownWordsLang(view: Pick<PageView, 'lang'>): string | undefined {
  const spoken = messagesFor(view.lang).lang;
  return view.lang.toLowerCase().split('-')[0] === spoken ? undefined : spoken;
}

/** What the scripts of votes, remarks and announcements need to know on every page. */
function fieldAttributes(view: PageView): Record<`data-${string}`, string | undefined> {
  const { field, inbox, assets } = view.site;
  if (!inbox) return {};
  return {
    'data-field': hrefFrom(view, assets.field),
    'data-field-style': hrefFrom(view, assets.fieldStyle),
    'data-inbox': hrefFrom(view, inboxDataUrl(view.lang)),
    'data-urgent': hrefFrom(view, assets.urgent),
    'data-urgent-style': hrefFrom(view, assets.urgentStyle),
    'data-field-on': field && '',
    'data-field-endpoint': field?.endpoint,
    'data-field-mail': field?.mail,
    'data-field-issues': field?.issues,
    'data-usage-adoption': field?.adoption ? '' : undefined,
    'data-field-domains': field && field.domains.length > 0 ? field.domains.join(' ') : undefined,
  };
}

export function PageShell({
  view,
  layout,
  search = 'header',
  sendsTo,
  head,
  children,
}: PageShellProps): JSX.Element {
  const lang = ownWordsLang(view);
  return (
    <html
      lang={view.lang}
      data-root={view.root}
      data-timezone={view.site.timezone}
      data-due-within={view.site.dueWithin}
      data-stale-after={view.site.staleAfter}
      data-built-on={view.site.builtOn}
      data-writers={view.site.contact}
      data-as-of={view.site.asOf ? '' : undefined}
      {...fieldAttributes(view)}
      data-offline={view.site.offline ? hrefFrom(view, view.site.assets.offline) : undefined}
    >
      <Head view={view} sendsTo={sendsTo}>
        {head}
      </Head>
      <body class={`layout-${layout}`}>
        <a class="skip-link" href="#mainContent" lang={lang}>
          {messagesFor(view.lang).skipToContent}
        </a>
        {view.site.asOf ? <AsOfNotice view={view} lang={lang} /> : <StaleNotice view={view} lang={lang} />}
        <SiteHeader view={view} search={search === 'header'} lang={lang} />
        <Breadcrumb view={view} lang={lang} />
        <main id="mainContent" tabIndex={-1}>
          {children}
        </main>
        <SiteFooter view={view} lang={lang} />
      </body>
    </html>
  );
}

function Head({
  view,
  sendsTo,
  children,
}: {
  readonly view: PageView;
  readonly sendsTo: string | undefined;
  readonly children: ComponentChildren;
}): JSX.Element {
  const { site } = view;
  return (
    <head>
      <meta charset="utf-8" />
      <meta
        http-equiv="Content-Security-Policy"
        content={policyFor(site.field?.endpoint, site.context?.source, sendsTo)}
      />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="referrer" content="no-referrer" />
      <meta name="application-name" content={site.base} />
      <title>{view.title === site.name ? site.name : `${view.title} · ${site.name}`}</title>
      <meta
        name="description"
        content={view.description ?? pageWordsFor(view.lang).description(view.title, site.name)}
      />
      <link rel="icon" href={hrefFrom(view, site.assets.icon)} type="image/svg+xml" />
      <link rel="stylesheet" href={hrefFrom(view, site.assets.style)} />
      {site.brandStyle !== undefined && <link rel="stylesheet" href={hrefFrom(view, site.brandStyle)} />}
      <link
        rel="alternate"
        type="application/atom+xml"
        title={`${pageWordsFor(view.lang).news.title} · ${site.name}`}
        href={hrefFrom(view, feedUrl(view.lang))}
      />
      {site.baseUrl !== undefined && <Translations view={view} baseUrl={site.baseUrl} />}
      <script src={hrefFrom(view, site.assets.theme)} />
      <script src={hrefFrom(view, site.assets.script)} defer />
      {site.field?.usage && <script src={hrefFrom(view, site.assets.usage)} defer />}
      {children}
      {site.devScript !== undefined && <script src={hrefFrom(view, site.devScript)} defer />}
    </head>
  );
}

/** The page in every language, itself included, for search engines: they want whole addresses, so a site without one says nothing. */
function Translations({ view, baseUrl }: { readonly view: PageView; readonly baseUrl: string }): JSX.Element {
  const own = view.url.split('/').map(encodeURIComponent).join('/');
  const all = [{ lang: view.lang, url: own }, ...view.translations];
  return (
    <>
      {all.length > 1 &&
        all.map(({ lang, url }) => (
          <link key={lang} rel="alternate" hreflang={lang} href={`${baseUrl}${url}`} />
        ))}
    </>
  );
}
