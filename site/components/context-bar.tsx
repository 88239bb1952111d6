// What is known of this contact, above what it changes: a button where the base declares variables; a script shows the values in the reader's tab.
import type { JSX } from 'preact';
import { contextWordsFor } from '../locales/context-words.ts';
import type { PageView } from '../view.ts';
import { hrefFrom } from './href.ts';
import { ownWordsLang } from './page-shell.tsx';

export function ContextBar({ view }: { readonly view: PageView }): JSX.Element | null {
  if (view.site.context === undefined) return null;
  const words = contextWordsFor(view.lang);
  return (
    <div
      class="context-bar"
      lang={ownWordsLang(view)}
      data-script={hrefFrom(view, view.site.assets.context)}
      data-listens={view.site.context.listens ? '' : undefined}
    >
      <button type="button" class="tool" id="contextOpen">
        {words.title}
      </button>
    </div>
  );
}
