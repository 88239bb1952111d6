// The announcements in force and to come. A script marks which of them the reader has not read; without it the list says all the same what holds.
import type { JSX } from 'preact';
import type { Validity } from '../../src/model/validity.ts';
import { ValidityBadge } from '../components/badge.tsx';
import { hrefFrom } from '../components/href.ts';
import { Judged, judgedAttributes, LaterContent, laterStates } from '../components/judged.tsx';
import { PageShell } from '../components/page-shell.tsx';
import type { AnnouncementRow, InboxView } from '../field-view.ts';
import { fieldWordsFor } from '../locales/field-words.ts';
import { formatDate, formatNumber } from '../locales/format.ts';
import { messagesFor } from '../locales/messages-for.ts';

export function InboxPage({ view }: { readonly view: InboxView }): JSX.Element {
  const { lang, inbox } = fieldWordsFor(view.lang);
  const { shown, rest } = view.announcements;
  const t = messagesFor(view.lang);
  const later = new Set<Validity>(shown.flatMap(({ card }) => laterStates(card.validity)));
  return (
    <PageShell
      view={view}
      layout="inbox"
      head={<link rel="stylesheet" href={hrefFrom(view, view.site.assets.fieldStyle)} />}
    >
      <header class="page-header">
        <h1>{inbox.title}</h1>
        <p class="lead">{inbox.about(formatDate(view.site.builtOn, lang))}</p>
      </header>
      <section class="section" id="inboxAnswers" aria-label={inbox.answers} data-field-look="always" hidden>
        <h2 class="section-title">{inbox.answers}</h2>
        <ul class="inbox-answers">
          {view.answers.map(({ key, article }) => (
            <li key={key} data-answer={key} hidden>
              <a href={hrefFrom(view, `${article.url}#remarksSection`)}>{inbox.answered(article.label)}</a>
            </li>
          ))}
        </ul>
      </section>
      {shown.length === 0 && <p class="empty">{inbox.none}</p>}
      {shown.length > 0 && (
        <ul class="inbox-list">
          {shown.map((row) => (
            <Row key={row.card.id} view={view} row={row} />
          ))}
        </ul>
      )}
      <LaterContent place="badge" states={[...later]} show={(state) => <ValidityBadge of={state} t={t} />} />
      {rest > 0 && <p class="page-note">{inbox.rest(rest, formatNumber(rest, lang))}</p>}
    </PageShell>
  );
}

function Row({
  view,
  row: { card, level, effective, acknowledge, versions },
}: {
  readonly view: InboxView;
  readonly row: AnnouncementRow;
}): JSX.Element {
  const { lang, inbox } = fieldWordsFor(view.lang);
  const t = messagesFor(view.lang);
  return (
    <li
      class={`inbox-row inbox-${level}`}
      data-inbox-id={card.id}
      data-versions={versions.join(' ')}
      data-acknowledge={acknowledge ? '' : undefined}
      {...judgedAttributes(card.validity)}
    >
      <div class="inbox-head">
        <span class={`inbox-level inbox-level-${level}`}>{inbox.levels[level]}</span>
        {effective !== undefined && <time dateTime={effective}>{formatDate(effective, lang)}</time>}
        <Judged place="badge">
          <ValidityBadge of={card.validity.state} t={t} />
        </Judged>
        {acknowledge && <span>{inbox.toAcknowledge}</span>}
      </div>
      <h2 class="inbox-title">
        <a href={hrefFrom(view, card.url)}>{card.label}</a>
      </h2>
      {card.summary !== undefined && <p>{card.summary}</p>}
      <p class="inbox-mark" />
    </li>
  );
}
