// What an agent must know before reading an article: that it is expired, not yet valid, a draft and so on.
import type { JSX } from 'preact';
import { addPeriod } from '../../src/model/iso-date.ts';
import type { Trust } from '../../src/model/trust.ts';
import type { Validity } from '../../src/model/validity.ts';
import { formatDate } from '../locales/format.ts';
import type { Messages, NoticeText } from '../locales/messages.ts';
import { messagesFor } from '../locales/messages-for.ts';
import { publicWordsFor } from '../locales/public-words.ts';
import type { ArticleView, SiteLink } from '../view.ts';
import { ChangeDetails } from './change-details.tsx';
import { hrefFrom, mailtoOf } from './href.ts';
import { Icon } from './icon.tsx';

/** The notice that `state` calls for, or null where there is nothing to say. */
export function ValidityNotice({
  view,
  state,
}: {
  readonly view: ArticleView;
  readonly state: Validity;
}): JSX.Element | null {
  const t = messagesFor(view.lang);
  const text = validityText(view, state, t);
  return text === undefined ? null : <Notice view={view} state={state} text={text} t={t} />;
}

/** The notice that the article's trust calls for, or null for a validated one. */
export function TrustNotice({ view }: { readonly view: ArticleView }): JSX.Element | null {
  const t = messagesFor(view.lang);
  const text = trustText(view, t);
  return text === undefined ? null : <Notice view={view} state={view.trust} text={text} t={t} />;
}

function validityText(view: ArticleView, state: Validity, t: Messages): NoticeText | undefined {
  const { expires, effective } = view.validity;
  const { notices } = t.article;
  if (state === 'undated') return notices.undated;
  if (state === 'scheduled' && effective !== undefined)
    return notices.scheduled(formatDate(effective, t.lang));
  if (expires === undefined) return undefined;
  if (state === 'due') return notices.due(formatDate(expires, t.lang));
  if (state === 'expired')
    return notices.expired(formatDate(addPeriod(expires, { amount: 1, unit: 'd' }), t.lang));
  return undefined;
}

function trustText(view: ArticleView, t: Messages): NoticeText | undefined {
  const { notices } = t.article;
  switch (view.trust) {
    case 'validated':
      return undefined;
    case 'changed':
      return view.validation === undefined
        ? notices.unvalidated
        : notices.changed(formatDate(view.validation.on, t.lang));
    default:
      return notices[view.trust];
  }
}

interface NoticeProps {
  readonly view: ArticleView;
  readonly state: Validity | Trust;
  readonly text: NoticeText;
  readonly t: Messages;
}

function Notice({ view, state, text, t }: NoticeProps): JSX.Element {
  const obsolete = state === 'expired' || state === 'archived';
  return (
    <div class={`notice notice-${state}`} role="note">
      <Icon name={state} />
      <div class="notice-text">
        <p class="notice-title">{text.title}</p>
        <p>{publicWordsFor(view)?.advice ?? text.advice}</p>
        {state === 'changed' && view.change !== undefined && <ChangeDetails change={view.change} t={t} />}
        {obsolete && view.replacedBy !== undefined && (
          <p>
            {t.article.successor}
            {t.colon} <a href={hrefFrom(view, view.replacedBy.url)}>{view.replacedBy.label}</a>
          </p>
        )}
        {view.owner !== undefined && (
          <p>
            {t.article.contactOwner}
            {t.colon} <OwnerContact view={view} owner={view.owner} />
          </p>
        )}
      </div>
    </div>
  );
}

function OwnerContact({
  view,
  owner,
}: {
  readonly view: ArticleView;
  readonly owner: SiteLink;
}): JSX.Element {
  const contact = view.ownerContact;
  if (contact === undefined) return <a href={hrefFrom(view, owner.url)}>{owner.label}</a>;
  const mailto = mailtoOf(contact);
  return (
    <>
      {owner.label}, {mailto === undefined ? contact : <a href={mailto}>{contact}</a>}
    </>
  );
}
