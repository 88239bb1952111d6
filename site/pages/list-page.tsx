// The articles of a category, a contact reason, an owner or a tag.
import type { JSX } from 'preact';
import { ArticleList } from '../components/article-list.tsx';
import { ContextBar } from '../components/context-bar.tsx';
import { CountedLinks } from '../components/counted-links.tsx';
import { PageShell } from '../components/page-shell.tsx';
import { Pagination } from '../components/pagination.tsx';
import { Section } from '../components/section.tsx';
import type { ListView } from '../list-view.ts';
import { formatNumber } from '../locales/format.ts';
import { messagesFor } from '../locales/messages-for.ts';
import { pageWordsFor } from '../locales/page-words.ts';
import { publicWordsFor } from '../locales/public-words.ts';
import { sayLength } from '../locales/say-period.ts';
import { targetWordsFor } from '../locales/target-words.ts';

export function ListPage({ view }: { readonly view: ListView }): JSX.Element {
  const t = messagesFor(view.lang);
  const words = pageWordsFor(view.lang);
  return (
    <PageShell view={view} layout="list">
      <header class="page-header">
        <p class="eyebrow">{nameOfKind(view)}</p>
        <h1>{view.title}</h1>
        {view.intro !== undefined && <p class="lead">{view.intro}</p>}
        <ReasonFacts view={view} />
        <p class="page-count">{t.articleCount(view.total, formatNumber(view.total, t.lang))}</p>
        {view.of === 'reason' && view.site.tellsTeam && view.articles.length > 1 && (
          <p class="page-note">{words.reasonOrder}</p>
        )}
      </header>
      {view.of === 'reason' && <ContextBar view={view} />}
      {view.children.length > 0 && (
        <Section name="children" title={view.of === 'reason' ? words.reasonsBelow : t.list.children}>
          <CountedLinks view={view} links={view.children} look="grid" />
        </Section>
      )}
      {(view.articles.length > 0 || view.below.length === 0) && (
        <Section name="articles" title={t.list.articles}>
          {view.articles.length === 0 ? (
            <p class="empty">{t.list.empty}</p>
          ) : (
            <ArticleList view={view} articles={view.articles} />
          )}
        </Section>
      )}
      {view.below.length > 0 && (
        <Section name="below" title={words.articlesBelow}>
          <ArticleList view={view} articles={view.below} />
        </Section>
      )}
      <Pagination view={view} />
    </PageShell>
  );
}

function nameOfKind(view: ListView): string {
  if (view.of === 'tag') return pageWordsFor(view.lang).tag;
  const own = view.of === 'reason' ? publicWordsFor(view)?.reason : undefined;
  return own ?? messagesFor(view.lang).list.kinds[view.of];
}

/** What the team calls a contact reason, and what it aims at. */
function ReasonFacts({ view }: { readonly view: ListView }): JSX.Element | null {
  const { targets, keywords = [], lang } = view;
  if (targets === undefined && keywords.length === 0) return null;
  const words = targetWordsFor(lang);
  const { contacts, resolveWithin, escalation } = targets ?? {};
  return (
    <dl class="facts">
      {keywords.length > 0 && (
        <div>
          <dt>{words.keywords}</dt>
          <dd>{keywords.join(', ')}</dd>
        </div>
      )}
      {contacts !== undefined && (
        <div>
          <dt>{words.contacts}</dt>
          <dd>{words.atMost(contacts, formatNumber(contacts, words.lang))}</dd>
        </div>
      )}
      {resolveWithin !== undefined && (
        <div>
          <dt>{words.resolveWithin}</dt>
          <dd>{words.within(sayLength(resolveWithin, words.lang))}</dd>
        </div>
      )}
      {escalation !== undefined && (
        <div>
          <dt>{words.escalation}</dt>
          <dd>{escalation}</dd>
        </div>
      )}
    </dl>
  );
}
