// The health of the base, for managers: what to update first, who answers for what, what is coming, what is missing.
import type { JSX } from 'preact';
import { trusts } from '../../src/model/trust.ts';
import { validities } from '../../src/model/validity.ts';
import { ObsoleteTable, ToUpdateTable, WaitingTable } from '../components/article-tables.tsx';
import { ChartPatterns } from '../components/chart-marks.tsx';
import { CoverageTable } from '../components/coverage-table.tsx';
import { ForecastTable } from '../components/forecast-table.tsx';
import { hrefFrom } from '../components/href.ts';
import { Icon, type IconName } from '../components/icon.tsx';
import { ownWordsLang, PageShell } from '../components/page-shell.tsx';
import { Section } from '../components/section.tsx';
import { StateTable } from '../components/state-table.tsx';
import { WeekList } from '../components/week-list.tsx';
import type { HealthFigures } from '../health-figures.ts';
import { formatDate, formatNumber } from '../locales/format.ts';
import type { Messages } from '../locales/messages.ts';
import { messagesFor } from '../locales/messages-for.ts';
import type { HealthView } from '../view.ts';

export function HealthPage({ view }: { readonly view: HealthView }): JSX.Element {
  const t = messagesFor(view.lang);
  // Asked for once: the plan makes the figures when they are read.
  const { health } = view;
  const articles = t.articleCount(health.total, formatNumber(health.total, t.lang));
  return (
    <PageShell
      view={view}
      layout="health"
      head={<link rel="stylesheet" href={hrefFrom(view, view.site.assets.healthStyle)} />}
    >
      <div lang={ownWordsLang(view)}>
        <ChartPatterns />
        <header class="page-header">
          <h1>{view.title}</h1>
          <p class="lead">{t.health.asOf(formatDate(health.today, t.lang))}</p>
          <p class="page-count">
            {t.health.counted(articles)}. {t.health.notLater}
          </p>
          <KeyFigures health={health} t={t} />
        </header>
        <ToUpdateTable view={view} t={t} items={health.toUpdate} />
        <StateTable view={view} figures={health} t={t} axis="validity" states={[...validities, 'invalid']} />
        <StateTable view={view} figures={health} t={t} axis="trust" states={[...trusts, 'invalid']} />
        <ForecastTable view={view} figures={health} t={t} />
        <Section name="byWeek" title={t.health.titles.byWeek}>
          <WeekList view={view} t={t} weeks={health.forecast.weeks} />
        </Section>
        <WaitingTable view={view} t={t} items={health.waiting} />
        <ObsoleteTable view={view} t={t} items={health.obsolete} />
        {health.coverage.reasons.length > 0 ? (
          <CoverageTable view={view} coverage={health.coverage} t={t} />
        ) : (
          <Section name="coverage" title={t.health.titles.coverage}>
            <p class="empty">{t.health.empty.coverage}</p>
          </Section>
        )}
      </div>
    </PageShell>
  );
}

function KeyFigures({ health, t }: { readonly health: HealthFigures; readonly t: Messages }): JSX.Element {
  const { validity, trust, coverage } = health;
  const holes = coverage.reasons.filter(({ hole }) => hole !== undefined).length;
  const figures: readonly { name: keyof Messages['health']['figures']; icon: IconName; count: number }[] = [
    { name: 'expired', icon: 'expired', count: validity.expired },
    { name: 'due', icon: 'due', count: validity.due },
    { name: 'undated', icon: 'undated', count: validity.undated },
    { name: 'unvalidated', icon: 'unvalidated', count: trust.unvalidated },
    { name: 'changed', icon: 'changed', count: trust.changed },
    { name: 'holes', icon: 'hole', count: holes },
  ];
  return (
    <dl class="key-figures" aria-label={t.health.keyFigures}>
      {figures.map(({ name, icon, count }) => (
        <div key={name} class={count === 0 ? 'key-figure' : `key-figure key-figure-${name}`}>
          <dt>
            <Icon name={icon} />
            {t.health.figures[name]}
          </dt>
          <dd>{formatNumber(count, t.lang)}</dd>
        </div>
      ))}
    </dl>
  );
}
