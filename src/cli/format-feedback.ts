// The remarks of the field as a table for a terminal, JSON for programs, CSV for a spreadsheet.
import { createColors } from 'picocolors';
import type { ListedFeedback } from '../field/list-feedback.ts';
import { itemMarkWords } from '../field/mark-item.ts';
import { columnsOf, wrapText } from '../lint/formats/wrap-text.ts';
import { feedbackStates, feedbackStateWords } from '../model/feedback-record.ts';
import type { IsoDate } from '../model/iso-date.ts';
import { printable } from '../model/printable.ts';
import { quote } from '../model/quote.ts';
import { verdictWords } from '../model/verdict-words.ts';
import type { UiLanguage } from '../model/wording.ts';
import { countNoun } from '../report/explain-priority.ts';
import { formatInertCsv } from '../report/formats/inert-csv.ts';

/** Yes and no for one article. */
export interface VoteCount {
  readonly id: string;
  readonly lang: string;
  readonly helpful: number;
  readonly unhelpful: number;
}

export interface FeedbackList {
  readonly today: IsoDate;
  readonly items: readonly ListedFeedback[];
  readonly votes: readonly VoteCount[];
}

export interface FeedbackFormatOptions {
  readonly lang: UiLanguage;
  readonly color: boolean;
  readonly width: number;
}

export type FeedbackFormat = (list: FeedbackList, options: FeedbackFormatOptions) => string;

/** Widest table, in columns. */
const widest = 100;

function pad(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - columnsOf(text)));
}

/** How much of each key tells it from all others: eight characters, or more where some begin alike. */
function prefixLength(keys: readonly string[]): number {
  for (let length = 8; length < 100; length++)
    if (new Set(keys.map((key) => key.slice(0, length))).size === keys.length) return length;
  return 100;
}

/** A remark's article, or what was searched for. */
function nameSubject({ about, query }: Pick<ListedFeedback, 'about' | 'query'>, lang: UiLanguage): string {
  if (about) return `${about.id} (${about.lang})`;
  const text = quote(query ?? '', 40);
  return lang === 'fr' ? `recherche « ${text} »` : `search “${text}”`;
}

function tableLines(
  item: ListedFeedback,
  keyLength: number,
  width: number,
  options: FeedbackFormatOptions,
): string[] {
  const { lang, color } = options;
  const colors = createColors(color);
  const paint = { open: colors.yellow, answered: colors.cyan, closed: colors.dim }[item.state];
  const state = paint(pad(feedbackStateWords[item.state][lang], 8));
  const verdict = pad(verdictWords[item.verdict][lang], 12);
  const head = `${pad(item.key.slice(0, keyLength), keyLength)}  ${item.on}  ${state}  ${verdict}  ${item.owner ?? ''}`;
  const text = item.comment ?? item.quote;
  const notes = [
    ...item.marks.map((mark) => itemMarkWords[mark][lang]),
    ...(item.replies.length > 0
      ? [countNoun(item.replies.length, { fr: ['réponse', 'réponses'], en: ['reply', 'replies'] }, lang)]
      : []),
    ...(item.closed?.commit === undefined ? [] : [`commit ${item.closed.commit.slice(0, 12)}`]),
  ];
  const body = [
    nameSubject(item, lang),
    ...(text === null ? [] : [quote(text, 2 * (width - 2))]),
    ...(notes.length > 0 ? [colors.dim(notes.join(' · '))] : []),
  ];
  return [
    head.trimEnd(),
    ...body.flatMap((line) => wrapText(printable(line), width - 2)).map((line) => `  ${line}`),
  ];
}

const nouns = { fr: ['signalement', 'signalements'], en: ['remark', 'remarks'] } as const;

export const formatFeedbackTable: FeedbackFormat = ({ items, votes }, options) => {
  const { lang } = options;
  const width = Math.min(options.width, widest);
  const counts = feedbackStates
    .map((state) => ({ state, count: items.filter((item) => item.state === state).length }))
    .filter(({ count }) => count > 0)
    .map(({ state, count }) => `${feedbackStateWords[state][lang].toLowerCase()} ${count}`);
  const heading = `${countNoun(items.length, nouns, lang)}${counts.length > 0 ? ` (${counts.join(', ')})` : ''}`;
  const keyLength = prefixLength(items.map(({ key }) => key));
  const lines = [createColors(options.color).bold(heading)];
  for (const item of items) lines.push('', ...tableLines(item, keyLength, width, options));
  if (votes.length > 0)
    lines.push('', createColors(options.color).bold(lang === 'fr' ? 'Utile ?' : 'Helpful?'));
  for (const { id, lang: of, helpful, unhelpful } of votes) {
    const said = { fr: `oui ${helpful}, non ${unhelpful}`, en: `yes ${helpful}, no ${unhelpful}` }[lang];
    lines.push(...wrapText(`${id} (${of})  ${said}`, width - 2).map((line) => `  ${line}`));
  }
  return `${lines.join('\n')}\n`;
};

const feedbackListVersion = 1;

export const formatFeedbackJson: FeedbackFormat = ({ today, items, votes }) => {
  const counts = Object.fromEntries(
    feedbackStates.map((state) => [state, items.filter((item) => item.state === state).length]),
  );
  const document = { version: feedbackListVersion, today, total: items.length, states: counts, items, votes };
  return `${JSON.stringify(document, null, 2)}\n`;
};

const columns = [
  'key',
  'state',
  'on',
  'verdict',
  'id',
  'lang',
  'version',
  'title',
  'owner',
  'reader',
  'step',
  'query',
  'comment',
  'quote',
  'marks',
  'replies',
  'closedBy',
  'closedOn',
  'commit',
  'path',
] as const;

export const formatFeedbackCsv: FeedbackFormat = ({ items }) =>
  formatInertCsv(
    columns,
    items.map(({ about, marks, replies, closed, ...item }) => ({
      ...item,
      id: about?.id,
      lang: about?.lang,
      version: about?.version,
      marks: marks.join(' '),
      replies: replies.length,
      closedBy: closed?.by,
      closedOn: closed?.on,
      commit: closed?.commit,
    })),
  );

/** A remark in full, for the person who is about to answer it. */
export function formatFeedbackItem(
  item: ListedFeedback,
  { lang, color, width }: FeedbackFormatOptions,
): string {
  const colors = createColors(color);
  const columnsWide = Math.min(width, widest);
  const words = {
    fr: {
      step: 'Étape',
      query: 'Recherche',
      quote: 'Passage',
      comment: 'Remarque',
      reply: 'Réponse de',
      closed: 'Clos par',
    },
    en: {
      step: 'Step',
      query: 'Search',
      quote: 'Passage',
      comment: 'Remark',
      reply: 'Reply by',
      closed: 'Closed by',
    },
  }[lang];
  const prose = (label: string, text: string | null) =>
    text === null
      ? []
      : [
          '',
          colors.bold(label),
          ...text
            .split('\n')
            .flatMap((line) => wrapText(printable(line), columnsWide - 2).map((part) => `  ${part}`)),
        ];
  const marks = item.marks.map((mark) => itemMarkWords[mark][lang]).join(' · ');
  const lines = [
    colors.bold(printable(item.title ?? nameSubject(item, lang))),
    [
      nameSubject(item, lang),
      ...(item.about ? [item.about.version] : []),
      ...(item.owner === null ? [] : [item.owner]),
    ].join('  '),
    [item.key, item.on, feedbackStateWords[item.state][lang], verdictWords[item.verdict][lang]].join('  '),
    ...(item.reader === null ? [] : [printable(item.reader)]),
    item.path,
    ...(marks === '' ? [] : [marks]),
    ...prose(words.step, item.step),
    ...prose(words.query, item.query),
    ...prose(words.quote, item.quote),
    ...prose(words.comment, item.comment),
    ...item.replies.flatMap(({ by, on, text }) => prose(`${words.reply} ${printable(by)}, ${on}`, text)),
    ...(item.closed === null
      ? []
      : [
          '',
          `${words.closed} ${printable(item.closed.by)}, ${item.closed.on}${item.closed.commit === undefined ? '' : ` (${item.closed.commit})`}`,
        ]),
  ];
  return `${lines.map((line) => line.trimEnd()).join('\n')}\n`;
}
