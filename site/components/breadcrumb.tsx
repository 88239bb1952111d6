// The way from the home page to this one.
import type { JSX } from 'preact';
import { messagesFor } from '../locales/messages-for.ts';
import type { PageView } from '../view.ts';
import { hrefFrom } from './href.ts';

export function Breadcrumb({
  view,
  lang,
}: {
  readonly view: PageView;
  readonly lang: string | undefined;
}): JSX.Element | null {
  if (view.trail.length === 0) return null;
  return (
    <nav class="breadcrumb" aria-label={messagesFor(view.lang).breadcrumb} lang={lang}>
      <ol>
        {view.trail.map((link) => (
          <li key={link.url}>
            <a href={hrefFrom(view, link.url)}>{link.label}</a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
