// In plain words: until when an article holds, who validated it, who answers for it.
import type { JSX } from 'preact';
import type { Validity } from '../../src/model/validity.ts';
import { formatDate } from '../locales/format.ts';
import type { Messages } from '../locales/messages.ts';
import { messagesFor } from '../locales/messages-for.ts';
import { sayValidity } from '../locales/validity-words.ts';
import type { ArticleView } from '../view.ts';
import { hrefFrom } from './href.ts';
import { Icon } from './icon.tsx';
import { Judged, showsValidity } from './judged.tsx';

export function StatusBar({ view }: { readonly view: ArticleView }): JSX.Element {
  const t = messagesFor(view.lang);
  return (
    <ul class="status-bar" aria-label={t.article.status}>
      {showsValidity(view.trust) && (
        <li>
          <Judged place="status">
            <ValidityStatus view={view} state={view.validity.state} />
          </Judged>
        </li>
      )}
      <li class={`status status-${view.trust}`}>
        <Icon name={view.trust} />
        {trustStatus(view, t)}
      </li>
      {view.owner !== undefined && (
        <li class="status">
          <Icon name="team" />
          {t.article.owner}
          {t.colon} <a href={hrefFrom(view, view.owner.url)}>{view.owner.label}</a>
        </li>
      )}
    </ul>
  );
}

export function ValidityStatus({
  view,
  state,
}: {
  readonly view: ArticleView;
  readonly state: Validity;
}): JSX.Element {
  return (
    <span class={`status status-${state}`}>
      <Icon name={state} />
      {sayValidity(view.validity, state, messagesFor(view.lang))}
    </span>
  );
}

function trustStatus(view: ArticleView, t: Messages): string {
  const { trust, validation } = view;
  if (validation === undefined) return t.trusts[trust];
  const on = formatDate(validation.on, t.lang);
  if (trust === 'validated')
    return validation.by === undefined ? t.trusts[trust] : t.article.validatedBy(validation.by, on);
  return trust === 'changed' ? t.article.changedSince(on) : t.trusts[trust];
}
