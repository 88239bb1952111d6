// Owners × states of one axis: a bar of shares and the counts behind it.
import type { JSX } from 'preact';
import type { HealthFigures, StateFigures } from '../health-figures.ts';
import type { Messages } from '../locales/messages.ts';
import type { HealthView } from '../view.ts';
import { type ChartState, StackedBar, Swatch } from './chart-marks.tsx';
import { CountCell } from './count-cell.tsx';
import { DataFigure } from './data-figure.tsx';
import { Mention } from './mention.tsx';

interface StateTableProps {
  readonly view: HealthView;
  readonly figures: HealthFigures;
  readonly t: Messages;
  readonly axis: 'validity' | 'trust';
  /** In the order of the columns. */
  readonly states: readonly ChartState[];
}

export function StateTable({ view, figures, t, axis, states }: StateTableProps): JSX.Element {
  const words: Readonly<Record<string, string>> = {
    ...t.validities,
    ...t.trusts,
    invalid: t.health.unreadable,
  };
  const countOf = (counts: StateFigures, state: ChartState) =>
    (counts[axis] as Readonly<Record<string, number>>)[state] ?? 0;
  // Most bases have no file that can't be read: then there is no column for them.
  const columns = states.filter((state) => state !== 'invalid' || countOf(figures, state) > 0);
  const cells = (counts: StateFigures) => (
    <>
      <td class="chart-share">
        <StackedBar parts={columns.map((state) => ({ state, count: countOf(counts, state) }))} />
      </td>
      {columns.map((state) => (
        <CountCell key={state} of={countOf(counts, state)} t={t} />
      ))}
      <CountCell of={counts.total} t={t} />
    </>
  );
  return (
    <DataFigure name={axis} title={t.health.titles[axis]} note={t.health.notes[axis]}>
      <thead>
        <tr>
          <th scope="col">{t.health.columns.owner}</th>
          <th scope="col" class="chart-share">
            {t.health.columns.share}
          </th>
          {columns.map((state) => (
            <th key={state} scope="col" class="number">
              <Swatch of={state} /> {words[state]}
            </th>
          ))}
          <th scope="col" class="number">
            {t.health.columns.total}
          </th>
        </tr>
      </thead>
      <tbody>
        {figures.owners.map((owner) => (
          <tr key={owner.owner.label}>
            <th scope="row">
              <Mention view={view} of={owner.owner} />
            </th>
            {cells(owner)}
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr class="total">
          <th scope="row">{t.health.allOwners}</th>
          {cells(figures)}
        </tr>
      </tfoot>
    </DataFigure>
  );
}
