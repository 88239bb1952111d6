// What readers look for, read and follow: counts for those who write, in the site of the most restricted audience only.
import type { ComponentChildren, JSX } from 'preact';
import type { Capped } from '../../src/model/capped.ts';
import { ChartPatterns, LevelBar } from '../components/chart-marks.tsx';
import { DataFigure } from '../components/data-figure.tsx';
import { hrefFrom } from '../components/href.ts';
import { Mention } from '../components/mention.tsx';
import { ownWordsLang, PageShell } from '../components/page-shell.tsx';
import { Section } from '../components/section.tsx';
import { UsageGuides, UsageRest } from '../components/usage-guides.tsx';
import { formatDate, formatNumber } from '../locales/format.ts';
import { type UsageWords, usageWordsFor } from '../locales/usage-words.ts';
import type { CountedMention, SearchFigures, UsageView, UsedMention } from '../usage-figures.ts';

interface PartProps {
  readonly view: UsageView;
  readonly words: UsageWords;
}

type ListName = keyof UsageWords['titles'];

export function UsagePage({ view }: { readonly view: UsageView }): JSX.Element {
  const words = usageWordsFor(view.lang);
  const { lang } = words;
  // Asked for once: the plan makes the figures when they are read.
  const { usage } = view;
  const part = { view, words };
  const { healthStyle, pictureStyle, picture } = view.site.assets;
  return (
    <PageShell
      view={view}
      layout="usage"
      head={
        <>
          <link rel="stylesheet" href={hrefFrom(view, healthStyle)} />
          {view.pictures.some((html) => html !== undefined) && (
            <>
              <link rel="stylesheet" href={hrefFrom(view, pictureStyle)} />
              <script src={hrefFrom(view, picture)} defer />
            </>
          )}
        </>
      }
    >
      <div lang={ownWordsLang(view)}>
        <ChartPatterns />
        <header class="page-header">
          <h1>{view.title}</h1>
          <p class="lead">{words.period(formatDate(usage.since, lang), formatDate(usage.today, lang))}</p>
          <p class="page-count">
            {words.decent}{' '}
            {usage.from === undefined
              ? words.nothing
              : usage.from > usage.since && words.firstDay(formatDate(usage.from, lang))}
          </p>
          <KeyFigures {...part} />
        </header>
        <CountedTable {...part} name="mostRead" items={usage.mostRead} column={words.columns.views} />
        <SearchTable {...part} name="notFound" items={usage.notFound} />
        <SearchTable {...part} name="notOpened" items={usage.notOpened} />
        <UsageGuides {...part} />
        <CountedTable {...part} name="copies" items={usage.copies} column={words.columns.copies} />
        <VoteTable {...part} />
        <NeverRead {...part} />
      </div>
    </PageShell>
  );
}

function KeyFigures({ view: { usage }, words }: PartProps): JSX.Element {
  const number = (count: number) => formatNumber(count, words.lang);
  return (
    <dl class="key-figures" aria-label={words.keyFigures}>
      <div class="key-figure">
        <dt>{words.views}</dt>
        <dd>{number(usage.views)}</dd>
      </div>
      <div class="key-figure">
        <dt>{words.searchesInVain}</dt>
        <dd>{number(usage.searchesInVain)}</dd>
      </div>
      {usage.adoption.map(({ days, active, people }) => (
        <div key={days} class="key-figure">
          <dt>{words.active(number(days))}</dt>
          <dd>{words.activeOf(number(active), number(people))}</dd>
        </div>
      ))}
    </dl>
  );
}

interface ListProps<Item> extends PartProps {
  readonly name: ListName;
  readonly items: Capped<Item>;
}

/** A list as a table, or what to say of an empty one. */
function List<Item>({
  name,
  items,
  words,
  heads,
  children,
}: ListProps<Item> & {
  readonly heads: readonly string[];
  readonly children: ComponentChildren;
}): JSX.Element {
  if (items.shown.length === 0) {
    return (
      <Section name={name} title={words.titles[name]}>
        <p class="empty">{words.empty[name]}</p>
      </Section>
    );
  }
  return (
    <DataFigure
      name={name}
      title={words.titles[name]}
      note={words.notes[name]}
      below={<UsageRest of={items} words={words} />}
    >
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </DataFigure>
  );
}

/** A number with a bar as long as it is of `most`. */
function Measure({
  value,
  most,
  words,
}: {
  readonly value: number;
  readonly most: number;
  readonly words: UsageWords;
}): JSX.Element {
  return (
    <td>
      <div class="measure">
        {formatNumber(value, words.lang)}
        <LevelBar value={value} most={most} />
      </div>
    </td>
  );
}

function CountedTable({
  column,
  ...list
}: ListProps<CountedMention> & { readonly column: string }): JSX.Element {
  const { view, items, words } = list;
  const most = items.shown[0]?.count ?? 0;
  return (
    <List {...list} heads={[words.columns.article, column]}>
      {items.shown.map((item) => (
        <tr key={`${item.lang} ${item.label}`}>
          <th scope="row">
            <Mention view={view} of={item} lang={item.lang} />
          </th>
          <Measure value={item.count} most={most} words={words} />
        </tr>
      ))}
    </List>
  );
}

function SearchTable(list: ListProps<SearchFigures>): JSX.Element {
  const { view, items, words } = list;
  const { query, times, suggestion } = words.columns;
  const most = items.shown[0]?.count ?? 0;
  return (
    <List {...list} heads={[query, times, suggestion]}>
      {items.shown.map((item) => (
        <tr key={item.query}>
          <th scope="row">{item.query}</th>
          <Measure value={item.count} most={most} words={words} />
          <td class="why">
            {item.meant === undefined ? (
              words.articleMissing
            ) : (
              <>
                {words.keywordFor} <Mention view={view} of={item.meant} lang={item.meant.lang} />
              </>
            )}
          </td>
        </tr>
      ))}
    </List>
  );
}

function VoteTable({ view, words }: PartProps): JSX.Element {
  const { votes } = view.usage;
  const { article, no, yes } = words.columns;
  const most = Math.max(0, ...votes.shown.flatMap(({ helpful, unhelpful }) => [helpful, unhelpful]));
  return (
    <List view={view} words={words} name="votes" items={votes} heads={[article, no, yes]}>
      {votes.shown.map((item) => (
        <tr key={`${item.lang} ${item.label}`}>
          <th scope="row">
            <Mention view={view} of={item} lang={item.lang} />
          </th>
          <Measure value={item.unhelpful} most={most} words={words} />
          <Measure value={item.helpful} most={most} words={words} />
        </tr>
      ))}
    </List>
  );
}

function NeverRead({ view, words }: PartProps): JSX.Element {
  const { neverRead } = view.usage;
  return (
    <Section name="neverRead" title={words.titles.neverRead}>
      <p class="chart-note">{words.notes.neverRead}</p>
      {neverRead.shown.length === 0 && <p class="empty">{words.empty.neverRead}</p>}
      <ul>
        {neverRead.shown.map((item: UsedMention) => (
          <li key={`${item.lang} ${item.label}`}>
            <Mention view={view} of={item} lang={item.lang} />
          </li>
        ))}
      </ul>
      <UsageRest of={neverRead} words={words} />
    </Section>
  );
}
