// The search page: field, filters, and the places that the script fills with results.
import type { JSX } from 'preact';
import { trusts } from '../../src/model/trust.ts';
import { validities } from '../../src/model/validity.ts';
import { TrustBadge, TypeLabel, ValidityBadge } from '../components/badge.tsx';
import { hrefFrom } from '../components/href.ts';
import { PageShell } from '../components/page-shell.tsx';
import { SearchForm } from '../components/search-form.tsx';
import type { Messages } from '../locales/messages.ts';
import { messagesFor } from '../locales/messages-for.ts';
import type { SearchView } from '../view.ts';

export function SearchPage({ view }: { readonly view: SearchView }): JSX.Element {
  const t = messagesFor(view.lang);
  return (
    <PageShell
      view={view}
      layout="search"
      search="page"
      head={<script src={hrefFrom(view, view.site.assets.search)} defer />}
    >
      <h1 class="visually-hidden">{t.search.title}</h1>
      <SearchForm view={view} large />
      <noscript>
        <p class="empty">{t.search.needsScript}</p>
      </noscript>
      <SearchFilters view={view} t={t} />
      <p id="search-count" class="search-count" role="status" />
      <section aria-label={t.search.results} id="search-results" data-root={view.root}>
        <p class="empty" id="search-hint">
          {t.search.hint}
        </p>
      </section>
      <SearchTemplates view={view} t={t} />
    </PageShell>
  );
}

function SearchFilters({ view, t }: { readonly view: SearchView; readonly t: Messages }): JSX.Element {
  return (
    <fieldset class="search-filters" id="search-filters">
      <legend class="visually-hidden">{t.search.filters}</legend>
      {view.types.map((type) => (
        <button key={type} type="button" class="chip" aria-pressed="false" data-type={type}>
          <TypeLabel of={type} t={t} />
        </button>
      ))}
      {view.reasons.length > 0 && (
        <select id="search-reason" class="chip" aria-label={t.search.reason}>
          <option value="">{t.search.anyReason}</option>
          {view.reasons.map((reason) => (
            <option key={reason.key} value={reason.label}>
              {reason.label}
            </option>
          ))}
        </select>
      )}
      <button type="button" class="chip" aria-pressed="false" id="search-obsolete">
        {t.search.showObsolete}
      </button>
    </fieldset>
  );
}

/** The markup of one result, with named slots, and of every mark that a result may carry. */
function SearchTemplates({ view, t }: { readonly view: SearchView; readonly t: Messages }): JSX.Element {
  return (
    <>
      <template id="search-hit">
        <li class="article-row search-hit">
          <a class="article-row-title" data-slot="title" href="#search-results">
            {t.search.results}
          </a>
          <p class="article-row-summary" data-slot="summary" />
          <p class="search-excerpt" data-slot="excerpt" />
          <p class="article-row-facts">
            <span data-slot="type" />
            <span class="article-row-owner" data-slot="category" />
          </p>
          <div class="article-row-state" data-slot="state" />
        </li>
      </template>
      {view.types.map((type) => (
        <template key={type} id={`type-${type}`}>
          <TypeLabel of={type} t={t} />
        </template>
      ))}
      {validities.map((state) => (
        <template key={state} id={`validity-${state}`}>
          <ValidityBadge of={state} t={t} />
        </template>
      ))}
      {trusts.map((state) => (
        <template key={state} id={`trust-${state}`}>
          <TrustBadge of={state} t={t} />
        </template>
      ))}
    </>
  );
}
