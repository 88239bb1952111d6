// The parts of the report's page. Preact escapes what stands in them; what nobody can read is made visible first.
import type { VNode } from 'preact';
import type { DiffLine } from '../../content/diff-lines.ts';
import { legible } from '../../model/legible.ts';
import { quote } from '../../model/quote.ts';
import { typeWords } from '../../model/state-words.ts';
import type { UiLanguage } from '../../model/wording.ts';
import { comparedLists, type ReportComparison } from '../compare-reports.ts';
import { nameOwner } from '../group-articles.ts';
import type { Report, ReportedArticle } from '../report.ts';
import type { ReportFormatOptions } from './report-format.ts';
import {
  articleMood,
  comparisonWords,
  editMarks,
  moodOf,
  nameArticle,
  nextCommand,
  stateWords,
  reportWords as words,
} from './report-words.ts';

/** Text from content on one line, at most as long as a title that anybody would read. */
export function show(text: string): string {
  return legible(quote(text, 300));
}

/** The states of one axis: a bar to look at, and the same as a list. */
export function Axis({
  title,
  counts,
  total,
  lang,
}: {
  title: string;
  counts: Report['validity'] | Report['trust'];
  total: number;
  lang: UiLanguage;
}): VNode {
  const states = (Object.entries(counts) as [keyof typeof stateWords, number][]).filter(([, n]) => n > 0);
  let from = 0;
  const bars = states.map(([state, count]) => {
    const x = from;
    from += count;
    return <rect key={state} class={moodOf(state)} x={x} y="0" width={count} height="1" />;
  });
  return (
    <section class="axis">
      <h3>{title}</h3>
      <svg class="bar" viewBox={`0 0 ${Math.max(1, total)} 1`} preserveAspectRatio="none" aria-hidden="true">
        {bars}
      </svg>
      <ul class="states">
        {states.map(([state, count]) => (
          <li key={state} data-state={state}>
            <span class={`dot ${moodOf(state)}`} />
            {stateWords[state][lang]} <strong>{count}</strong>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What is new since an earlier day. */
export function News({ since, lang }: { since: ReportComparison; lang: UiLanguage }): VNode {
  const lists = comparedLists.filter((list) => since[list].length > 0);
  return (
    <>
      <h2>{`${words.since[lang]} ${since.day}`}</h2>
      {lists.length === 0 && <p>{words.noNews[lang]}</p>}
      {lists.length > 0 && (
        <dl class="news">
          {lists.map((list) => (
            <div key={list}>
              <dt>{`${comparisonWords[list][lang]} (${since[list].length})`}</dt>
              {since[list].map((article) => (
                <dd key={article.path}>
                  {article.title === null ? '' : `${show(article.title)} · `}
                  <code>{show(nameArticle(article))}</code>
                </dd>
              ))}
            </div>
          ))}
        </dl>
      )}
    </>
  );
}

function Edits({ lines, lang }: { lines: readonly DiffLine[]; lang: UiLanguage }): VNode {
  return (
    <details>
      <summary>{words.showEdits[lang]}</summary>
      <pre class="sheet">
        {lines.map(({ kind, text }) => {
          if (kind === 'gap') return <span>…</span>;
          const Tag = ({ added: 'ins', removed: 'del', same: 'span' } as const)[kind];
          return <Tag>{editMarks[kind] + legible(text)}</Tag>;
        })}
      </pre>
    </details>
  );
}

function QueuedArticle({
  article,
  options,
}: {
  article: ReportedArticle;
  options: ReportFormatOptions;
}): VNode {
  const { lang, labels } = options;
  const command = nextCommand(article, lang);
  const edits = article.change?.lines ?? [];
  const facts = [
    article.owner === null ? undefined : nameOwner(article.owner, labels, lang),
    article.type === null ? undefined : typeWords[article.type][lang],
    article.path,
  ];
  return (
    <li class={`article ${articleMood(article)}`}>
      <span class="rank">{article.priority}</span>
      <div>
        <p class="title" lang={article.lang ?? undefined}>
          {show(article.title ?? article.path)}
        </p>
        <p class="why">{show(article.why[lang])}</p>
        <p class="facts">
          {facts
            .filter((fact) => fact !== undefined)
            .map(show)
            .join(' · ')}
        </p>
        {command !== undefined && (
          <p class="step">
            <code>{show(command)}</code>
          </p>
        )}
        {edits.length > 0 && <Edits lines={edits} lang={lang} />}
      </div>
    </li>
  );
}

/** Articles that ask for something, each with why and what to do. */
export function Queue({
  articles,
  options,
}: {
  articles: readonly ReportedArticle[];
  options: ReportFormatOptions;
}): VNode {
  return (
    <ol class="queue">
      {articles.map((article) => (
        <QueuedArticle key={article.path} article={article} options={options} />
      ))}
    </ol>
  );
}

/** Every article with both states, folded away. */
export function AllArticles({
  articles,
  options,
}: {
  articles: readonly ReportedArticle[];
  options: ReportFormatOptions;
}): VNode {
  const { lang, labels } = options;
  const heads = [words.article, words.owner, words.validity, words.trust, words.expires, words.validatedBy];
  return (
    <details>
      <summary>{`${words.showAll[lang]} (${articles.length})`}</summary>
      <table class="sheet">
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head.en} scope="col">
                {head[lang]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {articles.map((article) => (
            <tr key={article.path}>
              <th scope="row">
                {show(article.title ?? article.path)}
                <br />
                <code>{show(nameArticle(article))}</code>
              </th>
              <td data-label={words.owner[lang]}>
                {article.owner === null ? '–' : show(nameOwner(article.owner, labels, lang))}
              </td>
              <td data-label={words.validity[lang]}>{stateWords[article.validity][lang]}</td>
              <td data-label={words.trust[lang]}>{stateWords[article.trust][lang]}</td>
              <td class="day" data-label={words.expires[lang]}>
                {article.expires ?? '–'}
              </td>
              <td data-label={words.validatedBy[lang]}>
                {article.validatedBy === null ? '–' : show(article.validatedBy)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
