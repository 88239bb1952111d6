// The bell of every page: the way to the announcements, and how many of them this reader has not read.
import type { JSX } from 'preact';
import { inboxUrl } from '../inbox-data.ts';
import { fieldWordsFor } from '../locales/field-words.ts';
import type { PageView } from '../view.ts';
import { hrefFrom } from './href.ts';
import { Icon } from './icon.tsx';

export function InboxLink({ view }: { readonly view: PageView }): JSX.Element | null {
  if (!view.site.inbox) return null;
  const { inbox } = fieldWordsFor(view.lang);
  return (
    <a class="icon-button inbox-link" href={hrefFrom(view, inboxUrl(view.lang))} title={inbox.title}>
      <Icon name="bell" />
      <span class="visually-hidden">{inbox.title} </span>
      <span class="inbox-count" id="inboxCount" hidden>
        <span />
        <span class="visually-hidden"> {inbox.unreadCount}</span>
      </span>
    </a>
  );
}
