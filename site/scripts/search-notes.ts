// What is said around search results: how many, what was put right or left out, and what to do where there are none.
import { parseIsoDate } from '../../src/model/iso-date.ts';
import { typeWords, validityWords, wordsIn } from '../../src/model/state-words.ts';
import type { SearchWords } from '../locales/search-words.ts';
import type { Found } from './ask-engine.ts';
import { build } from './build-element.ts';
import { copyText } from './clipboard.ts';
import { formatWanted, noFilters, type Wanted } from './search-address.ts';
import { maxHits } from './search-engine/rank.ts';
import { linkReport, reportSearch } from './search-report.ts';

/** What a reader may do about a search, and the words for it. */
export interface NoteTerms {
  readonly words: SearchWords;
  readonly refine: (next: Partial<Wanted>) => void;
  /** Address of the search page. */
  readonly searchUrl: string;
  /** The name of a contact reason by its key. */
  readonly reasonName: (key: string) => string;
}

/** One line: how many results, and for which words where they are not the typed ones. */
export function describeFound(found: Found, words: SearchWords): string {
  const { answer, choice } = found;
  const { length } = choice.shown;
  const some = answer.hits.length < maxHits || length === 0 ? words.count : words.best;
  if (length === 0 || answer.corrected.length === 0) return some(length, found.wanted.query);
  const typed = answer.corrected.map((word) => words.quote(word.typed)).join(', ');
  return `${some(length, correctedQuery(found))} ${words.insteadOf(typed)}`;
}

/** What was looked for in the place of the query. */
function correctedQuery({ wanted, answer }: Found): string {
  const replaced = answer.corrected.reduce(
    (text, { typed, used }) => text.replace(typed, used),
    wanted.query,
  );
  return answer.suggestion ?? replaced;
}

/** Whether nothing is worth saying yet: one letter that is no article's name is the beginning of a word. */
export function isTooShort({ wanted, answer }: Found): boolean {
  return answer.hits.length === 0 && wanted.query.length < 2;
}

/** What was left out of the question, and a better one, unless it is the one that was answered. */
export function noteQuestion(found: Found, terms: NoteTerms): HTMLElement[] {
  const { unknown, corrected } = found.answer;
  const { words } = terms;
  const dropped = unknown.length > 0 && words.unknown(unknown.length, unknown.map(words.quote).join(', '));
  return [
    ...(dropped ? [build('p', 'search-note', dropped)] : []),
    ...(corrected.length > 0 ? [] : suggest(found, terms)).map((link) => build('p', 'search-note', link)),
  ];
}

/** The ways to the contact reasons that the query names. */
export function noteReasons({ answer }: Found, { words }: NoteTerms, root: string): HTMLElement[] {
  const links = (answer.reasons ?? []).map(({ url, label }) => {
    const link = build('a', '', label);
    link.href = root + url;
    return link;
  });
  if (links.length === 0) return [];
  const parts = links.flatMap((link, index) => (index === 0 ? [link] : [' · ', link]));
  return [build('p', 'search-note', `${words.allAbout} `, ...parts)];
}

/** How many obsolete results are left out, and the way to them and back. */
export function noteHidden({ choice, wanted }: Found, { words, refine }: NoteTerms): HTMLElement[] {
  if (choice.hidden > 0) {
    const show = button(words.showHidden, () => refine({ obsolete: true }));
    return [build('p', 'search-note', `${words.hidden(choice.hidden)} · `, show)];
  }
  if (!wanted.obsolete) return [];
  return [
    build(
      'p',
      'search-note',
      button(words.hideAgain, () => refine({ obsolete: false })),
    ),
  ];
}

/** The filters in force, in the reader's words. */
function nameLimits(wanted: Wanted, { words, reasonName }: NoteTerms): readonly string[] {
  const [types, states]: Readonly<Record<string, string>>[] = [
    wordsIn(typeWords, words.lang),
    wordsIn(validityWords, words.lang),
  ];
  return [
    ...[...wanted.types].map((type) => types?.[type] ?? type),
    ...[...wanted.validities].map((state) => states?.[state] ?? state),
    ...[...wanted.reasons].map(reasonName),
  ];
}

/** Where nothing was found: what was tried, what else may be tried, and whom to tell. */
export function buildEmpty(found: Found, terms: NoteTerms): HTMLElement {
  const { wanted, answer } = found;
  const { words, refine } = terms;
  const limits = nameLimits(wanted, terms);
  const { unknown } = answer;
  const tried = [
    words.empty.allLooked,
    ...(unknown.length > 0 ? [words.unknown(unknown.length, unknown.map(words.quote).join(', '))] : []),
    ...answer.corrected.map(({ used, typed }) => words.corrected(words.quote(used), words.quote(typed))),
    ...(limits.length > 0 ? [words.empty.limited(limits.join(', '))] : []),
  ];
  return build(
    'div',
    'empty',
    build('h2', '', words.empty.title(wanted.query)),
    ...suggest(found, terms).map((link) => build('p', 'search-suggestion', link)),
    build('p', '', words.empty.tried),
    build('ul', '', ...tried.map((line) => build('li', '', line))),
    build('p', '', words.empty.advice),
    ...(limits.length > 0
      ? [
          build(
            'p',
            '',
            button(words.clearFilters, () => refine(noFilters)),
          ),
        ]
      : []),
    buildTell(found, limits, words),
  );
}

/** Where the search itself failed. */
export function buildFailure(words: SearchWords, retry: () => void): HTMLElement {
  return build('div', 'empty', build('h2', '', words.failed), build('p', '', button(words.retry, retry)));
}

function suggest({ wanted, answer }: Found, { words, refine, searchUrl }: NoteTerms): Node[] {
  const query = answer.suggestion;
  if (query === undefined) return [];
  const link = build('a', '', query);
  link.href = searchUrl + formatWanted({ ...wanted, query });
  link.addEventListener('click', (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    refine({ query });
  });
  return [build('span', '', `${words.suggestion} `, link)];
}

function buildTell(found: Found, limits: readonly string[], words: SearchWords): HTMLElement {
  const { builtOn, writers } = document.documentElement.dataset;
  const report = reportSearch(found, limits, parseIsoDate(builtOn ?? ''), words);
  const status = build('span', 'search-told', '');
  status.setAttribute('role', 'status');
  const copy = button(words.tell.copy, () => {
    void copyText(report.lines.join('\n')).then((done) => {
      status.textContent = done ? words.tell.copied : words.tell.failed;
    });
  });
  const address = linkReport(writers ?? '', report);
  const mail = build('a', 'button button-quiet', words.tell.mail);
  if (address !== undefined) mail.href = address;
  return build(
    'section',
    'search-tell',
    build('h3', '', words.tell.title),
    build('p', '', words.tell.advice),
    build(
      'p',
      'search-tell-ways',
      ...keepButton(found, words),
      copy,
      ...(address === undefined ? [] : [mail]),
      status,
    ),
  );
}

function button(label: string, run: () => void): HTMLButtonElement {
  const element = build('button', 'button button-quiet', label);
  element.type = 'button';
  element.addEventListener('click', run);
  return element;
}

/** Puts the search into the outbox, where the site has one: the page's own script listens for it. */
function keepButton({ wanted }: Found, words: SearchWords): HTMLElement[] {
  if (document.documentElement.dataset.fieldOn === undefined) return [];
  const keep = button(words.tell.keep, () => undefined);
  keep.dataset.fieldAsk = 'not-found';
  keep.dataset.query = wanted.query;
  return [keep];
}
