// Articles on paper: a cover, contents with page numbers, then one article after the other. A document that is whole in itself, for the browser to print.
import type { JSX } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { IsoDate } from '../src/model/iso-date.ts';
import { TrustBadge, TypeLabel, ValidityBadge } from './components/badge.tsx';
import { formatDate } from './locales/format.ts';
import { messagesFor } from './locales/messages-for.ts';
import { type PrintWords, printWordsFor } from './locales/print-words.ts';
import { sayValidity } from './locales/validity-words.ts';
import type { ArticleCard, ValidationView } from './view.ts';

/** An article of the document, in its order. */
export interface PrintedArticle {
  readonly card: ArticleCard;
  /** Place among the articles, from 1. */
  readonly number: number;
  readonly validation?: ValidationView | undefined;
  /** Enough of the digest to name the version. */
  readonly version: string;
  /** Sanitised. */
  readonly bodyHtml: string;
}

/** A line of the contents: an article, or a guide to follow in one that is in the document. */
export interface PrintedStep {
  readonly article: number;
  readonly label: string;
  readonly guide: boolean;
}

export interface PrintedDocument {
  readonly lang: string;
  readonly base: string;
  readonly title: string;
  /** Who answers for the path; undefined for a choice of articles. */
  readonly owner?: string | undefined;
  readonly today: IsoDate;
  readonly challenge?: { readonly from: IsoDate; readonly until: IsoDate } | undefined;
  readonly steps: readonly PrintedStep[];
  /** Whether the contents are a list to tick. */
  readonly ticks: boolean;
  readonly articles: readonly PrintedArticle[];
  /** Style sheets of the site, as text. */
  readonly styles: readonly string[];
}

/** Which part is printed: all of it, what comes before the articles, or one article by its place. */
export type PrintedPart = 'all' | 'front' | number;

/**
 * The HTML of `part` of `document`; `pages` has the number of each article's first page, where they are known. Every text is
 * escaped but bodies and styles.
 */
export function renderPrintedDocument(
  document: PrintedDocument,
  part: PrintedPart,
  pages: readonly (number | undefined)[],
): string {
  return `<!doctype html>\n${renderToString(<Printed document={document} part={part} pages={pages} />)}\n`;
}

interface PrintedProps {
  readonly document: PrintedDocument;
  readonly part: PrintedPart;
  readonly pages: readonly (number | undefined)[];
}

function Printed({ document, part, pages }: PrintedProps): JSX.Element {
  const { lang, title, articles, styles } = document;
  const words = printWordsFor(lang);
  const shown = part === 'all' ? articles : articles.filter(({ number }) => number === part);
  return (
    <html lang={lang} data-theme="light">
      <head>
        <meta charset="utf-8" />
        <title>{title}</title>
        {styles.map((css) => (
          <style dangerouslySetInnerHTML={{ __html: css.replaceAll('</', '<\\/') }} />
        ))}
      </head>
      <body class="printed">
        {(part === 'all' || part === 'front') && <Front document={document} words={words} pages={pages} />}
        {shown.map((article) => (
          <Article key={article.number} article={article} words={words} />
        ))}
      </body>
    </html>
  );
}

function Front({
  document,
  words,
  pages,
}: {
  readonly document: PrintedDocument;
  readonly words: PrintWords;
  readonly pages: readonly (number | undefined)[];
}): JSX.Element {
  const { base, title, owner, today, challenge, steps, ticks } = document;
  return (
    <section class="printed-front">
      <p class="eyebrow">{base}</p>
      <h1>{title}</h1>
      {owner !== undefined && <p>{words.owner(owner)}</p>}
      <p>{words.asOf(formatDate(today, words.lang))}</p>
      {challenge !== undefined && (
        <p>
          {words.challenge(formatDate(challenge.from, words.lang), formatDate(challenge.until, words.lang))}
        </p>
      )}
      <h2>{words.contents}</h2>
      {ticks && <p>{words.tick}</p>}
      <ol class={ticks ? 'printed-contents printed-ticks' : 'printed-contents'}>
        {steps.map(({ article, label, guide }, index) => (
          <li key={`${index} ${label}`}>
            {ticks && <span class="printed-tick" aria-hidden="true" />}
            <a href={`#${anchorOf(article)}`}>
              <span>
                {label}
                {guide && <small> ({words.followGuide})</small>}
              </span>
              <span class="printed-page">
                <span class="visually-hidden">{words.page} </span>
                {pages[article - 1] ?? ''}
              </span>
            </a>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** The anchor of the article at place `number`, from 1. */
export function anchorOf(number: number): string {
  return `article-${number}`;
}

function Article({
  article: { card, number, validation, version, bodyHtml },
  words,
}: {
  readonly article: PrintedArticle;
  readonly words: PrintWords;
}): JSX.Element {
  const t = messagesFor(card.lang);
  return (
    <article class={`article printed-article article-${card.type}`} id={anchorOf(number)} lang={card.lang}>
      <header class="article-header">
        <p class="eyebrow">
          <TypeLabel of={card.type} t={t} />
        </p>
        <h1>{card.label}</h1>
        {card.summary !== undefined && <p class="lead">{card.summary}</p>}
        <ul class="printed-facts">
          {card.trust !== 'draft' && card.trust !== 'archived' && (
            <li>
              <ValidityBadge of={card.validity.state} t={t} />{' '}
              {sayValidity(card.validity, card.validity.state, t)}
            </li>
          )}
          <li>
            <TrustBadge of={card.trust} t={t} />{' '}
            {card.trust === 'validated' &&
              validation?.by !== undefined &&
              t.article.validatedBy(validation.by, formatDate(validation.on, t.lang))}
          </li>
          <li>
            {card.owner !== undefined && `${words.owner(card.owner)} · `}
            {card.id} · {words.version(version)}
          </li>
        </ul>
      </header>
      {/* The body was sanitised before it came here. */}
      <div class="prose" dangerouslySetInnerHTML={{ __html: bodyHtml }} />
      {card.type === 'quiz' && <p class="printed-note">{words.noSolutions}</p>}
    </article>
  );
}
