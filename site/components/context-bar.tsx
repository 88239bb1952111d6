// What is known of this contact, above what it changes: shown where the base declares variables, filled in by a script in the reader's tab.
import type { JSX } from 'preact';
import { contextDataUrl } from '../context-data.ts';
import { contextWordsFor } from '../locales/context-words.ts';
import type { PageView } from '../view.ts';
import { hrefFrom } from './href.ts';
import { ownWordsLang } from './page-shell.tsx';

/** The style and the scripts of the bar, for the head of a page that has it. */
export function ContextHead({ view }: { readonly view: PageView }): JSX.Element | null {
  if (view.site.context === undefined) return null;
  const { assets } = view.site;
  return (
    <>
      <link rel="stylesheet" href={hrefFrom(view, assets.contextStyle)} />
      <script src={hrefFrom(view, contextDataUrl(view.lang))} defer />
      <script src={hrefFrom(view, assets.context)} defer />
    </>
  );
}

export function ContextBar({ view }: { readonly view: PageView }): JSX.Element | null {
  if (view.site.context === undefined) return null;
  const words = contextWordsFor(view.lang);
  return (
    <section
      class="context-bar"
      aria-label={words.title}
      lang={ownWordsLang(view)}
      data-pagefind-ignore="all"
    >
      <p class="context-known">
        <span class="context-title">{words.title}</span>{' '}
        <span id="contextValues" class="context-values">
          {words.empty}
        </span>
      </p>
      <button type="button" class="tool" id="contextOpen">
        {words.open}
      </button>
      <button type="button" class="tool" id="contextClear" hidden>
        {words.clear}
      </button>
      <p class="context-status" id="contextStatus" role="status" />
    </section>
  );
}
