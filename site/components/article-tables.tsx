// The health page's lists of articles: what to update first, what waits for a validation, and what is obsolete and still linked.
import type { ComponentChildren, JSX } from 'preact';
import type { Capped } from '../../src/model/capped.ts';
import type { ArticleMention, ObsoleteFigures, WaitingFigures } from '../health-figures.ts';
import { formatDate, formatNumber } from '../locales/format.ts';
import type { Messages } from '../locales/messages.ts';
import type { HealthView } from '../view.ts';
import { TrustBadge, ValidityBadge } from './badge.tsx';
import { LevelBar } from './chart-marks.tsx';
import { DataFigure } from './data-figure.tsx';
import { Icon } from './icon.tsx';
import { Mention } from './mention.tsx';
import { RestNote } from './rest-note.tsx';
import { Section } from './section.tsx';

interface ListProps<Item> {
  readonly view: HealthView;
  readonly t: Messages;
  readonly items: Capped<Item>;
}

interface ArticleTableProps<Item> extends ListProps<Item> {
  readonly name: 'toUpdate' | 'waiting' | 'obsolete';
  readonly articleOf: (item: Item) => ArticleMention;
  /** Heads of the columns between the article and its owner. */
  readonly columns: readonly string[];
  readonly cells: (item: Item) => ComponentChildren;
}

function ArticleTable<Item>(props: ArticleTableProps<Item>): JSX.Element {
  const { name, view, t, items, articleOf, columns, cells } = props;
  const { titles, notes, empty, columns: heads } = t.health;
  if (items.shown.length === 0) {
    return (
      <Section name={name} title={titles[name]}>
        <p class="empty">{empty[name]}</p>
      </Section>
    );
  }
  return (
    <DataFigure name={name} title={titles[name]} note={notes[name]} below={<RestNote of={items} t={t} />}>
      <thead>
        <tr>
          <th scope="col">{heads.article}</th>
          {columns.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
          <th scope="col">{heads.owner}</th>
        </tr>
      </thead>
      <tbody>
        {items.shown.map((item) => {
          const article = articleOf(item);
          return (
            <tr key={article.url ?? article.label}>
              <th scope="row">
                <Mention view={view} of={article} lang={article.lang} />
              </th>
              {cells(item)}
              <td class="owner">{article.owner}</td>
            </tr>
          );
        })}
      </tbody>
    </DataFigure>
  );
}

export function ToUpdateTable({ view, t, items }: ListProps<ArticleMention>): JSX.Element {
  const { columns } = t.health;
  return (
    <ArticleTable
      name="toUpdate"
      view={view}
      t={t}
      items={items}
      articleOf={(article) => article}
      columns={[columns.state, columns.expires, columns.why]}
      cells={(article) => (
        <>
          <td class="badges">
            <WorkBadges article={article} t={t} />
          </td>
          <td class="date">{article.expires === undefined ? '–' : formatDate(article.expires, t.lang)}</td>
          <td class="why">{article.why}</td>
        </>
      )}
    />
  );
}

/** The states of an article that ask for work. */
function WorkBadges({
  article: { validity, trust },
  t,
}: {
  readonly article: ArticleMention;
  readonly t: Messages;
}): JSX.Element {
  if (validity.state === 'invalid' || trust === 'invalid') {
    return (
      <span class="badge badge-expired">
        <Icon name="invalid" />
        {t.health.unreadable}
      </span>
    );
  }
  return (
    <>
      {validity.state !== 'current' && validity.state !== 'scheduled' && (
        <ValidityBadge of={validity.state} t={t} />
      )}
      {trust !== 'validated' && <TrustBadge of={trust} t={t} />}
    </>
  );
}

export function WaitingTable({ view, t, items }: ListProps<WaitingFigures>): JSX.Element {
  const { columns } = t.health;
  const longest = Math.max(0, ...items.shown.map(({ since }) => since?.days ?? 0));
  return (
    <ArticleTable
      name="waiting"
      view={view}
      t={t}
      items={items}
      articleOf={({ article }) => article}
      columns={[columns.state, columns.since]}
      cells={({ article, since }) => (
        <>
          <td class="badges">
            <WorkBadges article={article} t={t} />
          </td>
          <td class="wait">
            {since === undefined ? (
              t.health.undatedWait
            ) : (
              <>
                <LevelBar value={since.days} most={longest} />
                {t.health.days(since.days, formatNumber(since.days, t.lang))}{' '}
                <span class="muted">
                  ({t.health.waitingSince[since.basis](formatDate(since.date, t.lang))})
                </span>
              </>
            )}
          </td>
        </>
      )}
    />
  );
}

export function ObsoleteTable({ view, t, items }: ListProps<ObsoleteFigures>): JSX.Element {
  const { columns } = t.health;
  const most = items.shown[0]?.article.incomingLinks ?? 0;
  return (
    <ArticleTable
      name="obsolete"
      view={view}
      t={t}
      items={items}
      articleOf={({ article }) => article}
      columns={[columns.state, columns.links]}
      cells={({ article, state }) => (
        <>
          <td class="badges">
            {state === 'expired' && <ValidityBadge of={state} t={t} />}
            {state === 'archived' && <TrustBadge of={state} t={t} />}
            {state === 'replaced' && (
              <span class="badge">
                <Icon name="next" />
                {t.health.replaced}
              </span>
            )}
          </td>
          <td>
            <div class="measure">
              {formatNumber(article.incomingLinks, t.lang)}
              <LevelBar value={article.incomingLinks} most={most} />
            </div>
          </td>
        </>
      )}
    />
  );
}
