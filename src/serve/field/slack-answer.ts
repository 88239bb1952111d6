// What a search found → the message that Slack shows to the asker alone (Block Kit, https://docs.slack.dev/reference/block-kit).
import { formatDate } from '../../../site/locales/format.ts';
import { type IsoDate, type Period, parseIsoDate } from '../../model/iso-date.ts';
import { trustWords, validityWords } from '../../model/state-words.ts';
import { judgeValidity, type Validity } from '../../model/validity.ts';
import type { UiLanguage, Wording } from '../../model/wording.ts';
import { isObsoleteHit } from '../../publish/judge-golden.ts';
import type { SearchAnswer, SearchHit } from '../../publish/query-index.ts';

export interface SlackText {
  readonly type: 'mrkdwn' | 'plain_text';
  readonly text: string;
  /** Names and links in it are not looked for. */
  readonly verbatim?: true;
}

export type SlackBlock =
  | { readonly type: 'section'; readonly text: SlackText }
  | { readonly type: 'context'; readonly elements: readonly SlackText[] };

export interface SlackMessage {
  /** Only the asker sees it. */
  readonly response_type: 'ephemeral';
  /** What notifications and screen readers say. */
  readonly text: string;
  readonly blocks: readonly SlackBlock[];
}

export interface SlackAnswerTerms {
  /** Where the site is, with `/` at the end. */
  readonly baseUrl: string;
  /** Language of the articles that were searched. */
  readonly articleLang: string;
  readonly lang: UiLanguage;
  readonly today: IsoDate;
  readonly dueWithin: Period;
}

/** Articles in one answer. */
const shownArticles = 3;
const longestTitle = 150;
const longestQuery = 100;

/** Text as Slack's markup takes it: nothing of it can be a link, a name or a call to everybody. */
function escapeSlack(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

function cut(text: string, most: number): string {
  const characters = [...text.replace(/\s+/g, ' ').trim()];
  return characters.length <= most ? characters.join('') : `${characters.slice(0, most - 1).join('')}…`;
}

function markup(text: string): SlackText {
  return { type: 'mrkdwn', text, verbatim: true };
}

function message(text: string, blocks: readonly SlackBlock[]): SlackMessage {
  return { response_type: 'ephemeral', text, blocks };
}

/** A message of one sentence. */
export function buildSlackNotice(wording: Wording, lang: UiLanguage): SlackMessage {
  const text = escapeSlack(wording[lang]);
  return message(text, [{ type: 'section', text: markup(text) }]);
}

interface JudgedHit {
  readonly hit: SearchHit;
  readonly state: Validity;
  readonly expires: IsoDate | undefined;
}

/** A site may have been built days ago, so validity is judged anew. */
function judgeHit(hit: SearchHit, { today, dueWithin }: SlackAnswerTerms): JudgedHit {
  const expires = parseIsoDate(hit.meta.expires ?? '');
  const effective = parseIsoDate(hit.meta.effective ?? '');
  const needsExpiry = hit.meta.needsExpiry === 'true';
  return { hit, expires, state: judgeValidity({ effective, expires, needsExpiry }, today, dueWithin) };
}

/** "Valable jusqu’au 31 mars 2027 · Validé". */
function describeState({ hit, state, expires }: JudgedHit, lang: UiLanguage): string {
  const until =
    expires === undefined ? '' : `${lang === 'fr' ? ', jusqu’au ' : ', until '}${formatDate(expires, lang)}`;
  const [trust] = hit.filters.trust ?? [];
  const trustText =
    trust !== undefined && trust in trustWords ? trustWords[trust as keyof typeof trustWords][lang] : '';
  return [`${validityWords[state][lang]}${until}`, trustText].filter((text) => text !== '').join(' · ');
}

function quoteIn(text: string, lang: UiLanguage): string {
  const short = cut(text, longestQuery);
  return lang === 'fr' ? `«\u00a0${short}\u00a0»` : `“${short}”`;
}

/** The three best articles that hold today, with their validity and links. */
export function buildSlackAnswer(query: string, answer: SearchAnswer, terms: SlackAnswerTerms): SlackMessage {
  const { lang, baseUrl, articleLang } = terms;
  const shown = answer.hits
    .filter((hit) => !isObsoleteHit(hit))
    .map((hit) => judgeHit(hit, terms))
    .filter(({ state }) => state !== 'expired')
    .slice(0, shownArticles);
  const quoted = quoteIn(query, lang);
  const all = `${baseUrl}${articleLang}/search.html?q=${encodeURIComponent(query)}`;
  const more = markup(`<${all}|${lang === 'fr' ? 'Toute la recherche' : 'The whole search'}>`);
  if (shown.length === 0) {
    const text = lang === 'fr' ? `Rien pour ${quoted}.` : `Nothing for ${quoted}.`;
    return message(escapeSlack(text), [
      { type: 'section', text: markup(escapeSlack(text)) },
      { type: 'context', elements: [more] },
    ]);
  }
  const instead = answer.corrected.map(
    ({ typed, used }) => `${quoteIn(typed, lang)} → ${quoteIn(used, lang)}`,
  );
  const head = [lang === 'fr' ? `Pour ${quoted}` : `For ${quoted}`, ...instead].join(' · ');
  const sections = shown.map((judged): SlackBlock => {
    const title = escapeSlack(cut(judged.hit.title, longestTitle));
    const state = escapeSlack(describeState(judged, lang));
    return { type: 'section', text: markup(`<${baseUrl}${encodeURI(judged.hit.url)}|${title}>\n${state}`) };
  });
  const titles = shown.map(({ hit }) => cut(hit.title, longestTitle)).join(' · ');
  return message(escapeSlack(`${head}${lang === 'fr' ? '\u00a0: ' : ': '}${titles}`), [
    { type: 'context', elements: [markup(escapeSlack(head))] },
    ...sections,
    { type: 'context', elements: [more] },
  ]);
}
