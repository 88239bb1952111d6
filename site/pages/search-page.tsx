// The search page: field, filters, and the places that the script fills with results.
import type { ComponentChildren, JSX } from 'preact';
import { validities } from '../../src/model/validity.ts';
import { TypeLabel, ValidityBadge } from '../components/badge.tsx';
import { ContextBar } from '../components/context-bar.tsx';
import { hrefFrom } from '../components/href.ts';
import { PageShell } from '../components/page-shell.tsx';
import { SearchForm } from '../components/search-form.tsx';
import { languageName } from '../locales/format.ts';
import type { Messages } from '../locales/messages.ts';
import { messagesFor } from '../locales/messages-for.ts';
import { publicWordsFor } from '../locales/public-words.ts';
import type { SearchView } from '../view.ts';

export function SearchPage({ view }: { readonly view: SearchView }): JSX.Element {
  const t = messagesFor(view.lang);
  return (
    <PageShell
      view={view}
      layout="search"
      search="page"
      head={
        <>
          <link rel="stylesheet" href={hrefFrom(view, view.site.assets.searchStyle)} />
          <script src={hrefFrom(view, view.site.assets.search)} defer />
        </>
      }
    >
      <h1 class="visually-hidden">{t.search.title}</h1>
      <SearchForm view={view} large inPlace />
      <ContextBar view={view} />
      <noscript>
        <p class="empty">{t.search.needsScript}</p>
      </noscript>
      <SearchFilters view={view} t={t} />
      <p id="search-count" class="search-count" />
      <p id="search-status" class="visually-hidden" role="status" />
      <section aria-label={t.search.results} id="search-results" data-root={view.root}>
        <p class="empty" id="search-hint">
          {t.search.hint}
        </p>
      </section>
    </PageShell>
  );
}

interface PartProps {
  readonly view: SearchView;
  readonly t: Messages;
}

function SearchFilters({ view, t }: PartProps): JSX.Element {
  const { groups } = t.search;
  return (
    <section class="search-filters" id="search-filters" aria-label={t.search.filters}>
      <button
        type="button"
        class="button button-quiet"
        id="search-filters-toggle"
        aria-expanded="false"
        aria-controls="search-filter-groups"
      >
        {t.search.showFilters(0)}
      </button>
      <div id="search-filter-groups">
        <Group name="type" title={groups.type}>
          {view.types.map((type) => (
            <Chip key={type} facet="types" value={type} counted>
              <TypeLabel of={type} t={t} />
            </Chip>
          ))}
        </Group>
        <Group name="validity" title={groups.validity}>
          {[...validities].reverse().map((state) => (
            <Chip key={state} facet="validities" value={state} counted>
              <ValidityBadge of={state} t={t} />
            </Chip>
          ))}
          <Chip facet="obsolete">{t.search.obsoleteToo}</Chip>
        </Group>
        {view.site.languages.length > 1 && (
          <Group name="language" title={groups.language}>
            {view.site.languages.map((lang) => (
              <Chip key={lang} facet="lang" value={lang}>
                <span lang={lang}>{languageName(lang)}</span>
              </Chip>
            ))}
          </Group>
        )}
        {view.reasons.length > 0 && <Reasons view={view} t={t} />}
        <button type="button" class="button button-quiet" id="search-clear" hidden>
          {t.search.clearFilters}
        </button>
      </div>
    </section>
  );
}

/** A base may have dozens of contact reasons, so they are folded. */
function Reasons({ view, t }: PartProps): JSX.Element {
  return (
    <details class="chip-fold">
      <summary>
        {publicWordsFor(view)?.reason ?? t.search.groups.reason}
        <span id="search-reasons" />
      </summary>
      <div class="chip-group-chips">
        {view.reasons.map(({ key, label, depth }) => (
          <Chip key={key} facet="reasons" value={key} counted below={depth > 0}>
            {label}
          </Chip>
        ))}
      </div>
    </details>
  );
}

function Group(props: {
  readonly name: string;
  readonly title: string;
  readonly children: ComponentChildren;
}): JSX.Element {
  const id = `search-group-${props.name}`;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a legend can't stand in one row with the chips that it names.
    <div class={`chip-group chip-group-${props.name}`} role="group" aria-labelledby={id}>
      <span class="chip-group-title" id={id}>
        {props.title}
      </span>
      <div class="chip-group-chips">{props.children}</div>
    </div>
  );
}

function Chip(props: {
  readonly facet: string;
  readonly value?: string;
  /** Whether the script shows how many results the chip stands for. */
  readonly counted?: boolean;
  /** Whether it is part of the chip before it that is not. */
  readonly below?: boolean;
  readonly children: ComponentChildren;
}): JSX.Element {
  return (
    <button type="button" class="chip" aria-pressed="false" data-facet={props.facet} data-value={props.value}>
      {props.below && <span aria-hidden="true">›</span>}
      <span class="chip-name">{props.children}</span>
      {props.counted && <span class="chip-count" />}
    </button>
  );
}
