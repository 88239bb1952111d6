// A list of articles: title, summary, type, owner, and how far each can be relied on.
import type { JSX } from 'preact';
import type { Validity } from '../../src/model/validity.ts';
import type { Messages } from '../locales/messages.ts';
import { messagesFor } from '../locales/messages-for.ts';
import type { ArticleCard, PageView } from '../view.ts';
import { TypeLabel, ValidityBadge } from './badge.tsx';
import { CardState } from './card-state.tsx';
import { hrefFrom } from './href.ts';
import { judgedAttributes, LaterContent, laterStates } from './judged.tsx';

interface ArticleListProps {
  readonly view: PageView;
  readonly articles: readonly ArticleCard[];
}

/** @param props.articles shown in the order given; an empty list gives an empty element, so the caller says what emptiness means */
export function ArticleList({ view, articles }: ArticleListProps): JSX.Element {
  const t = messagesFor(view.lang);
  const states = new Set<Validity>(articles.flatMap((card) => laterStates(card.validity)));
  return (
    <>
      <ul class="article-list">
        {articles.map((card) => (
          <ArticleRow key={card.url} view={view} card={card} t={t} />
        ))}
      </ul>
      <LaterContent place="badge" states={[...states]} show={(state) => <ValidityBadge of={state} t={t} />} />
    </>
  );
}

function ArticleRow({
  view,
  card,
  t,
}: {
  readonly view: PageView;
  readonly card: ArticleCard;
  readonly t: Messages;
}): JSX.Element {
  const lang = card.lang === view.lang ? undefined : card.lang;
  return (
    <li class="article-row" {...judgedAttributes(card.validity)}>
      <a class="article-row-title" href={hrefFrom(view, card.url)} lang={lang} hreflang={lang}>
        {card.label}
      </a>
      {card.summary !== undefined && (
        <p class="article-row-summary" lang={lang}>
          {card.summary}
        </p>
      )}
      <p class="article-row-facts">
        <TypeLabel of={card.type} t={t} />
        {card.owner !== undefined && <span class="article-row-owner">{card.owner}</span>}
      </p>
      <div class="article-row-state">
        <CardState card={card} t={t} />
      </div>
    </li>
  );
}
