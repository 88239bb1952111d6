// The name of something, as a link where the site has a page for it.
import type { JSX } from 'preact';
import type { Mention as MentionFigures } from '../health-figures.ts';
import type { PageView } from '../view.ts';
import { hrefFrom } from './href.ts';

interface MentionProps {
  readonly view: PageView;
  readonly of: MentionFigures;
  /** Language of the name, where it is not the page's. */
  readonly lang?: string | undefined;
}

export function Mention({ view, of, lang }: MentionProps): JSX.Element {
  const other = lang === view.lang ? undefined : lang;
  if (of.url === undefined) return <span lang={other}>{of.label}</span>;
  return (
    <a href={hrefFrom(view, of.url)} lang={other} hreflang={other}>
      {of.label}
    </a>
  );
}
