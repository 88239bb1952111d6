// Owners × weeks: what expires when, as columns over the numbers, with the weeks that exceed what an owner ever handled.
import type { JSX } from 'preact';
import type { ForecastFigures, HealthFigures, OwnerForecastFigures, WeekFigures } from '../health-figures.ts';
import { formatDate, formatMonth, formatNumber } from '../locales/format.ts';
import type { Messages } from '../locales/messages.ts';
import type { HealthView } from '../view.ts';
import { Column } from './chart-marks.tsx';
import { CountCell } from './count-cell.tsx';
import { DataFigure } from './data-figure.tsx';
import { Icon } from './icon.tsx';
import { Mention } from './mention.tsx';
import { RestNote } from './rest-note.tsx';
import { idOfWeek } from './week-list.tsx';

interface ForecastProps {
  readonly view: HealthView;
  readonly figures: HealthFigures;
  readonly t: Messages;
}

/** Heights of the columns in pixels: of all owners together, and of each. */
const heights = { all: 44, one: 22 };

export function ForecastTable({ view, figures, t }: ForecastProps): JSX.Element {
  const { weeks, owners, warnings } = figures.forecast;
  const words = t.health.forecast;
  const mostInWeek = Math.max(...weeks.map(({ total }) => total));
  const mostOfOwner = Math.max(0, ...owners.flatMap((owner) => owner.weeks.map(({ articles }) => articles)));
  const sum = (pick: (owner: OwnerForecastFigures) => number) =>
    owners.reduce((total, owner) => total + pick(owner), 0);
  return (
    <DataFigure
      name="forecast"
      title={t.health.titles.forecast}
      note={t.health.notes.forecast}
      below={
        <>
          {owners.some(({ handled }) => handled === undefined) && (
            <p class="chart-note">{words.pastUnknown}</p>
          )}
          <Warnings warnings={warnings} t={t} />
        </>
      }
    >
      <colgroup>
        <col class="col-owner" />
        <col class="col-count" />
        <col span={weeks.length} />
        <col class="col-count" />
        <col class="col-count" />
      </colgroup>
      <ForecastHead weeks={weeks} t={t} />
      <tbody>
        <tr class="total">
          <th scope="row">{t.health.allOwners}</th>
          <CountCell of={sum(({ overdue }) => overdue)} t={t} />
          {weeks.map((week) => (
            <td key={week.key} class="week">
              {week.total > 0 && (
                <a href={`#${idOfWeek(week)}`}>
                  <Column value={week.total} most={mostInWeek} height={heights.all} />
                  {formatNumber(week.total, t.lang)}
                </a>
              )}
            </td>
          ))}
          <CountCell of={sum(({ later }) => later)} t={t} />
          <td class="number" />
        </tr>
        {owners.map((owner) => (
          <tr key={owner.owner.label}>
            <th scope="row">
              <Mention view={view} of={owner.owner} />
            </th>
            <CountCell of={owner.overdue} t={t} />
            {owner.weeks.map(({ articles, exceeds }, index) => (
              <td key={weeks[index]?.key} class={exceeds ? 'week week-exceeds' : 'week'}>
                {articles > 0 && (
                  <Column value={articles} most={mostOfOwner} height={heights.one} exceeds={exceeds} />
                )}
                {articles > 0 && formatNumber(articles, t.lang)}
                {exceeds && <span class="visually-hidden"> ({words.exceeds})</span>}
              </td>
            ))}
            <CountCell of={owner.later} t={t} />
            <td class="number">
              {owner.handled === undefined ? words.unknown : formatNumber(owner.handled, t.lang)}
            </td>
          </tr>
        ))}
      </tbody>
    </DataFigure>
  );
}

/** Two lines of heads: the months, and the Monday of each week. */
function ForecastHead({
  weeks,
  t,
}: {
  readonly weeks: readonly WeekFigures[];
  readonly t: Messages;
}): JSX.Element {
  const words = t.health.forecast;
  const months = [...new Set(weeks.map(({ monday }) => monday.slice(0, 7)))].map((month) =>
    weeks.filter(({ monday }) => monday.startsWith(month)),
  );
  return (
    <thead>
      <tr>
        <th scope="col" rowSpan={2}>
          {t.health.columns.owner}
        </th>
        <th scope="col" rowSpan={2} class="number">
          {words.overdue}
        </th>
        {months.map(
          ([first, ...others]) =>
            first && (
              <th key={first.key} scope="colgroup" class="month" colSpan={others.length + 1}>
                {formatMonth(first.monday, t.lang)}
              </th>
            ),
        )}
        <th scope="col" rowSpan={2} class="number">
          {words.later}
        </th>
        <th scope="col" rowSpan={2} class="number">
          {words.best}
        </th>
      </tr>
      <tr>
        {weeks.map((week) => (
          <th key={week.key} scope="col" class="week">
            <span aria-hidden="true">{Number(week.monday.slice(8))}</span>
            <span class="visually-hidden">{words.weekOf(formatDate(week.monday, t.lang))}</span>
          </th>
        ))}
      </tr>
    </thead>
  );
}

function Warnings({
  warnings,
  t,
}: {
  readonly warnings: ForecastFigures['warnings'];
  readonly t: Messages;
}): JSX.Element | null {
  if (warnings.shown.length === 0) return null;
  const words = t.health.forecast;
  return (
    <div class="chart-warnings">
      <h3>
        <Icon name="due" /> {words.warnings}
      </h3>
      <ul>
        {warnings.shown.map(({ owner, monday, articles, handled }) => (
          <li key={`${monday} ${owner}`}>
            {words.warning(
              owner,
              t.articleCount(articles, formatNumber(articles, t.lang)),
              formatDate(monday, t.lang),
              formatNumber(handled, t.lang),
            )}
          </li>
        ))}
      </ul>
      <RestNote of={warnings} t={t} />
    </div>
  );
}
