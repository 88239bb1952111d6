// A set of links with the number of articles behind each: contact reasons, categories, owners.
import type { JSX } from 'preact';
import { formatNumber } from '../locales/format.ts';
import { messagesFor } from '../locales/messages-for.ts';
import type { CountedLink, PageView } from '../view.ts';
import { hrefFrom } from './href.ts';

interface CountedLinksProps {
  readonly view: PageView;
  readonly links: readonly CountedLink[];
  /** `grid` for the ways in that matter most, `list` for the others. */
  readonly look: 'grid' | 'list';
}

export function CountedLinks({ view, links, look }: CountedLinksProps): JSX.Element {
  const t = messagesFor(view.lang);
  return (
    <ul class={`counted-links counted-links-${look}`}>
      {links.map((link) => (
        <li key={link.url}>
          <a href={hrefFrom(view, link.url)}>
            <span class="counted-links-label">{link.label}</span>{' '}
            <span class="count">
              <span aria-hidden="true">{formatNumber(link.count, t.lang)}</span>
              <span class="visually-hidden">
                ({t.articleCount(link.count, formatNumber(link.count, t.lang))})
              </span>
            </span>
            {link.hint !== undefined && <span class="counted-links-hint">{link.hint}</span>}
          </a>
        </li>
      ))}
    </ul>
  );
}
