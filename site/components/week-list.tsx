// What expires in each week that has anything; the forecast's columns lead here.
import type { JSX } from 'preact';
import type { WeekFigures } from '../health-figures.ts';
import { formatDate, formatNumber } from '../locales/format.ts';
import type { Messages } from '../locales/messages.ts';
import type { HealthView } from '../view.ts';
import { Mention } from './mention.tsx';
import { RestNote } from './rest-note.tsx';

/** The id of a week's entry in the list. */
export function idOfWeek({ key }: WeekFigures): string {
  return `Week-${key}`;
}

export function WeekList({
  view,
  t,
  weeks,
}: {
  readonly view: HealthView;
  readonly t: Messages;
  readonly weeks: readonly WeekFigures[];
}): JSX.Element {
  const words = t.health.forecast;
  const filled = weeks.filter(({ total }) => total > 0);
  if (filled.length === 0) return <p class="empty">{t.health.empty.byWeek}</p>;
  return (
    <dl class="week-list">
      {filled.map((week) => (
        <div key={week.key} id={idOfWeek(week)}>
          <dt>
            {words.weekOf(formatDate(week.monday, t.lang))}
            <span class="muted"> · {words.weekNumber(formatNumber(week.week, t.lang))}</span>
          </dt>
          <dd>
            <ul>
              {week.articles.shown.map((article) => (
                <li key={article.url ?? article.label}>
                  <Mention view={view} of={article} lang={article.lang} />{' '}
                  <span class="muted">
                    {article.expires !== undefined && formatDate(article.expires, t.lang)} · {article.owner}
                  </span>
                </li>
              ))}
            </ul>
            <RestNote of={week.articles} t={t} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
