// What readers reported and what the teams answered, by owning team: for colleagues only.
import type { JSX } from 'preact';
import { hrefFrom } from '../components/href.ts';
import { PageShell } from '../components/page-shell.tsx';
import { RemarkList } from '../components/remark-list.tsx';
import type { FeedbackPageView } from '../field-view.ts';
import { fieldWordsFor } from '../locales/field-words.ts';
import { formatNumber } from '../locales/format.ts';

export function FeedbackPage({ view }: { readonly view: FeedbackPageView }): JSX.Element {
  const { lang, feedback } = fieldWordsFor(view.lang);
  const { shown, rest } = view.remarks;
  return (
    <PageShell
      view={view}
      layout="feedback"
      head={<link rel="stylesheet" href={hrefFrom(view, view.site.assets.fieldStyle)} />}
    >
      <header class="page-header">
        <h1>{view.title}</h1>
        {view.owner === undefined && <p class="lead">{feedback.about}</p>}
      </header>
      {view.owner === undefined && view.teams.length > 0 && (
        <ul class="counted-links" data-field-look>
          {view.teams.map((team) => (
            <li key={team.url}>
              <a href={hrefFrom(view, team.url)}>{team.label}</a>{' '}
              <span>{feedback.count(formatNumber(team.open, lang), formatNumber(team.count, lang))}</span>
            </li>
          ))}
        </ul>
      )}
      {view.owner === undefined && view.teams.length === 0 && <p class="empty">{feedback.none}</p>}
      {view.owner !== undefined && (
        <div data-field-look>
          <RemarkList view={view} remarks={shown} named />
        </div>
      )}
      {rest > 0 && <p class="page-note">{feedback.rest(rest, formatNumber(rest, lang))}</p>}
    </PageShell>
  );
}
