// What happened to articles, one line each: day, what, which article, by whom, and how far it can be relied on.
import type { JSX } from 'preact';
import type { Validity } from '../../src/model/validity.ts';
import { messagesFor } from '../locales/messages-for.ts';
import { type PageWords, pageWordsFor } from '../locales/page-words.ts';
import type { NewsView } from '../news-view.ts';
import type { PageView } from '../view.ts';
import { ValidityBadge } from './badge.tsx';
import { CardState } from './card-state.tsx';
import { hrefFrom } from './href.ts';
import { judgedAttributes, LaterContent, laterStates } from './judged.tsx';

interface NewsListProps {
  readonly view: PageView;
  readonly news: readonly NewsView[];
}

export function NewsList({ view, news }: NewsListProps): JSX.Element {
  return (
    <ul class="news-list">
      {news.map((item) => (
        <NewsRow key={item.card.url} view={view} item={item} words={pageWordsFor(view.lang)} />
      ))}
    </ul>
  );
}

/** The badges that the articles of `news` may come to need: once on a page, after its lists. */
export function LaterNews({ view, news }: NewsListProps): JSX.Element {
  const t = messagesFor(view.lang);
  const states = new Set<Validity>(news.flatMap(({ card }) => laterStates(card.validity)));
  return (
    <LaterContent place="badge" states={[...states]} show={(state) => <ValidityBadge of={state} t={t} />} />
  );
}

function NewsRow({
  view,
  item: { card, kind, by },
  words,
}: {
  readonly view: PageView;
  readonly item: NewsView;
  readonly words: PageWords;
}): JSX.Element {
  const t = messagesFor(view.lang);
  return (
    <li class="news-row" {...judgedAttributes(card.validity)}>
      <span class={`news-kind news-kind-${kind}`}>{words.news.kinds[kind]}</span>
      <span class="news-what">
        <a href={hrefFrom(view, card.url)}>{card.label}</a>
        {by !== undefined && <span class="news-by"> {words.news.by(by)}</span>}
      </span>
      <div class="news-state">
        <CardState card={card} t={t} />
      </div>
    </li>
  );
}
