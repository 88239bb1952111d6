// A titled part of a page.
import type { ComponentChildren, JSX } from 'preact';

interface SectionProps {
  /** Unique on the page. */
  readonly name: string;
  readonly title: string;
  readonly children: ComponentChildren;
}

/** Its id, like every id of the page's own, holds a capital: the slugs of an article's headings never do, so the two can't meet. */
export function Section({ name, title, children }: SectionProps): JSX.Element {
  const id = `${name}Section`;
  return (
    <section class={`section section-${name}`} aria-labelledby={id}>
      <h2 class="section-title" id={id}>
        {title}
      </h2>
      {children}
    </section>
  );
}
