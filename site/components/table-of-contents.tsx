// The headings of an article: beside it on wide screens, a row above it on phones.
import type { JSX } from 'preact';
import { messagesFor } from '../locales/messages-for.ts';
import type { ArticleView } from '../view.ts';

/** The two upper levels of headings; null for an article too short to need them. */
export function TableOfContents({
  view,
  lang,
}: {
  readonly view: ArticleView;
  readonly lang: string | undefined;
}): JSX.Element | null {
  const top = Math.min(...view.toc.map((entry) => entry.depth));
  const entries = view.toc.filter((entry) => entry.depth <= top + 1);
  if (entries.length < 2) return null;
  return (
    <nav class="toc" aria-labelledby="tocTitle">
      <p class="toc-title" id="tocTitle" lang={lang}>
        {messagesFor(view.lang).article.contents}
      </p>
      <ol>
        {entries.map((entry) => (
          <li key={entry.slug} class={entry.depth === top ? undefined : 'toc-sub'}>
            <a href={`#${encodeURIComponent(entry.slug)}`}>{entry.text}</a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
