// What is shown of one search result, the same on the search page and in the palette.
import { trustWords, typeWords, validityWords, wordsIn } from '../../src/model/state-words.ts';
import { findValueChanges } from '../../src/model/value-change.ts';
import { formatDate } from '../locales/format.ts';
import type { SearchWords } from '../locales/search-words.ts';
import type { Found } from './ask-engine.ts';
import { buildMark, isState } from './badge-view.ts';
import { build } from './build-element.ts';
import type { ChosenHit } from './choose-hits.ts';
import { markWords } from './mark-words.ts';
import type { SearchHit } from './search-engine/types.ts';

/** How a result is to be shown. */
export interface HitTerms {
  readonly words: SearchWords;
  readonly found: Found;
  /** Way from the page to the site's root. */
  readonly root: string;
  /** Whether the summary gives way to the excerpt, to save room. */
  readonly brief: boolean;
}

export function hrefOf({ url }: Pick<SearchHit, 'url'>, root: string): string {
  // The dot keeps an address of the index from naming a scheme or a host.
  return `${root === '' ? './' : root}${url}`;
}

/** The title, its met words marked, for the element `title`. */
export function fillTitle(title: HTMLElement, { hit }: ChosenHit, { words, found }: HitTerms): void {
  inLanguage(title, found.lang, words);
  const query = [found.wanted.query, ...found.answer.corrected.map(({ used }) => used)].join(' ');
  title.append(
    ...markWords(hit.title, query, found.lang).map(({ text, marked }) =>
      marked ? build('mark', '', text) : text,
    ),
  );
}

/** All that stands below and beside the title. */
export function buildDetails({ hit, validity }: ChosenHit, { words, found, brief }: HitTerms): HTMLElement[] {
  const { meta, matched } = hit;
  const excerpt = excerptOf(hit);
  const changes = found.today
    ? findValueChanges(meta.valueSteps, excerpt.textContent ?? '', found.today)
    : [];
  const summary = brief && excerpt.textContent !== '' ? undefined : meta.summary;
  const place = meta.category ?? meta.owner;
  const said = (className: string, ...children: (Node | string)[]) =>
    inLanguage(build('span', className, ...children), found.lang, words);
  return [
    ...(summary === undefined ? [] : [said('article-row-summary', summary)]),
    ...(excerpt.textContent === '' ? [] : [said('search-excerpt', excerpt)]),
    ...changes.map(({ from, before, after }) =>
      build('span', 'search-changed', words.valueChanged(formatDate(from, words.lang), before, after)),
    ),
    ...(matched === undefined
      ? []
      : [
          build(
            'span',
            'search-matched',
            build('b', '', words.matched[matched.kind]),
            said('', matched.text),
          ),
        ]),
    build(
      'span',
      'article-row-facts',
      ...(isState(meta.type) ? [buildMark('type-label', meta.type, wordsIn(typeWords, words.lang))] : []),
      ...(place === undefined ? [] : [said('article-row-owner', place)]),
    ),
    build('span', 'article-row-state', ...buildStates(meta, validity, words)),
  ];
}

/** Marks `element` as being in `lang` where the words around it are in another language. */
export function inLanguage(element: HTMLElement, lang: string, { lang: around }: SearchWords): HTMLElement {
  if (lang.split('-')[0] !== around) element.lang = lang;
  return element;
}

function buildStates(
  meta: SearchHit['meta'],
  validity: ChosenHit['validity'],
  words: SearchWords,
): HTMLElement[] {
  const { trust } = meta;
  // A draft is not yet to be applied and an archived article no longer, whatever their dates.
  const timeless = trust === 'archived' || trust === 'draft';
  return [
    ...(timeless ? [] : [buildMark(`badge badge-${validity}`, validity, wordsIn(validityWords, words.lang))]),
    ...(isState(trust) ? [buildMark(`badge badge-${trust}`, trust, wordsIn(trustWords, words.lang))] : []),
  ];
}

/** The excerpt's words and marks alone, whatever else the index may hold; nothing where it would only say the summary again. */
function excerptOf({ excerptHtml, meta }: SearchHit): DocumentFragment {
  const out = document.createDocumentFragment();
  // A parsed document runs nothing and loads nothing.
  for (const node of new DOMParser().parseFromString(excerptHtml, 'text/html').body.childNodes) {
    const marked = node instanceof HTMLElement && node.localName === 'mark';
    out.append(marked ? build('mark', '', node.textContent ?? '') : (node.textContent ?? ''));
  }
  return repeats(out.textContent ?? '', meta.summary ?? '') ? document.createDocumentFragment() : out;
}

/** Whether an excerpt begins in the summary (which opens an article's text). */
function repeats(excerptText: string, summary: string): boolean {
  const plain = (text: string) => text.replace(/\s+/g, ' ').trim();
  const [shown, start] = [plain(summary), plain(excerptText.replace(/^… /, '')).slice(0, 30)];
  return shown.includes(start) || (shown !== '' && plain(excerptText).includes(shown.slice(0, 30)));
}
