// A chart that is a table: a titled part of a page whose rows are read, drawn and printed alike.
import type { ComponentChildren, JSX } from 'preact';
import { Section } from './section.tsx';

interface DataFigureProps {
  /** Unique on the page; also names the table's look. */
  readonly name: string;
  readonly title: string;
  /** What to know to read it. */
  readonly note?: string | undefined;
  /** Head, body and foot of the table. */
  readonly children: ComponentChildren;
  /** What comes below the table. */
  readonly below?: ComponentChildren;
}

/** A wide table scrolls in its own frame, so that no page scrolls sideways. */
export function DataFigure({ name, title, note, children, below }: DataFigureProps): JSX.Element {
  return (
    <Section name={name} title={title}>
      {note !== undefined && <p class="chart-note">{note}</p>}
      <figure
        class="chart"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table scrolls, and the keyboard has to reach it (WCAG 2.1.1)
        tabIndex={0}
        aria-labelledby={`${name}Section`}
      >
        <table class={`chart-table chart-table-${name}`}>
          <caption class="visually-hidden">{title}</caption>
          {children}
        </table>
      </figure>
      {below}
    </Section>
  );
}
