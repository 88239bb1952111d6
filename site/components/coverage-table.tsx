// Contact reasons × types of article: how much is in force for each, with the holes marked by word, icon and pattern.
import type { JSX } from 'preact';
import { type ArticleType, articleTypes } from '../../src/model/article.ts';
import type { CoverageFigures, ReasonFigures } from '../health-figures.ts';
import { formatNumber, languageName } from '../locales/format.ts';
import type { Messages } from '../locales/messages.ts';
import type { HealthView } from '../view.ts';
import { TypeLabel } from './badge.tsx';
import { HoleBar, LevelBar } from './chart-marks.tsx';
import { CountCell } from './count-cell.tsx';
import { DataFigure } from './data-figure.tsx';
import { Icon } from './icon.tsx';
import { Mention } from './mention.tsx';

interface CoverageProps {
  readonly view: HealthView;
  readonly coverage: CoverageFigures;
  readonly t: Messages;
}

export function CoverageTable({ view, coverage, t }: CoverageProps): JSX.Element {
  const { columns, titles, coverageNote } = t.health;
  const { lang, otherLanguages, audiences, reasons } = coverage;
  const most = Math.max(0, ...reasons.flatMap(({ types }) => Object.values(types)));
  return (
    <DataFigure name="coverage" title={titles.coverage} note={coverageNote(languageName(lang))}>
      <colgroup>
        <col class="col-reason" />
        <col span={articleTypes.length} />
        <col class="col-count" span={1 + otherLanguages.length + audiences.length} />
      </colgroup>
      <thead>
        <tr>
          <th scope="col">{columns.reason}</th>
          {articleTypes.map((type) => (
            <th key={type} scope="col">
              <TypeLabel of={type} t={t} />
            </th>
          ))}
          <th scope="col" class="number">
            {columns.total}
          </th>
          {audiences.map((audience) => (
            <th key={audience} scope="col" class="number">
              {audience}
            </th>
          ))}
          {otherLanguages.map((other) => (
            <th key={other} scope="col" class="number" lang={other}>
              {languageName(other)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {reasons.map((row) => (
          <tr key={row.reason.label}>
            <th scope="row" data-depth={row.depth || undefined}>
              <Mention view={view} of={row.reason} /> {row.hole !== undefined && <Hole of={row.hole} t={t} />}
            </th>
            {articleTypes.map((type) => (
              <td key={type}>
                {row.types[type] > 0 && (
                  <div class="measure">
                    {formatNumber(row.types[type], t.lang)}
                    <LevelBar value={row.types[type]} most={most} />
                  </div>
                )}
                {lacks(row, type) && <HoleBar />}
              </td>
            ))}
            <CountCell of={row.total} t={t} />
            {row.forAudiences.map((count, index) => (
              <CountCell key={audiences[index]} of={count} t={t} />
            ))}
            {row.inOthers.map((count, index) => (
              <CountCell key={otherLanguages[index]} of={count} t={t} />
            ))}
          </tr>
        ))}
      </tbody>
    </DataFigure>
  );
}

/** Whether the cell is part of a reason's hole. */
function lacks({ hole }: ReasonFigures, type: ArticleType): boolean {
  return hole === 'nothing' || (hole === 'no-procedure' && (type === 'procedure' || type === 'decision'));
}

function Hole({
  of,
  t,
}: {
  readonly of: NonNullable<ReasonFigures['hole']>;
  readonly t: Messages;
}): JSX.Element {
  return (
    <span class={`badge ${of === 'nothing' ? 'badge-expired' : 'badge-due'}`}>
      <Icon name="hole" />
      {t.health.holes[of]}
    </span>
  );
}
