// What changed in an article since it was validated: when, by whom, and the lines themselves, for whoever has to decide in the meantime.
import type { JSX } from 'preact';
import { formatDate } from '../locales/format.ts';
import type { Messages } from '../locales/messages.ts';
import type { ChangedLine, ChangeView } from '../view.ts';

export function ChangeDetails({
  change,
  t,
}: {
  readonly change: ChangeView;
  readonly t: Messages;
}): JSX.Element {
  const { since, by, lines } = change;
  const { changes } = t.article;
  return (
    <>
      {since !== undefined && by !== undefined && <p>{changes.since(formatDate(since, t.lang), by)}</p>}
      {lines.length > 0 && (
        <details class="changes">
          <summary>{changes.show}</summary>
          <div class="changes-lines">
            {lines.map((line) => (
              <Line line={line} t={t} />
            ))}
          </div>
        </details>
      )}
    </>
  );
}

/** A line by its own element, so that a reader who sees no colour, and one who hears the page, know what became of it. */
function Line({ line, t }: { readonly line: ChangedLine; readonly t: Messages }): JSX.Element {
  const { changes } = t.article;
  switch (line.kind) {
    case 'added':
      return (
        <ins class="changes-line">
          <span class="visually-hidden">
            {changes.added}
            {t.colon}{' '}
          </span>
          {line.text}
        </ins>
      );
    case 'removed':
      return (
        <del class="changes-line">
          <span class="visually-hidden">
            {changes.removed}
            {t.colon}{' '}
          </span>
          {line.text}
        </del>
      );
    case 'gap':
      return (
        <p class="changes-gap">
          <span class="visually-hidden">{changes.gap}</span>
          <span aria-hidden="true">…</span>
        </p>
      );
    default:
      return <p class="changes-line">{line.text === '' ? '\u00a0' : line.text}</p>;
  }
}
