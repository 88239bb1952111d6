// Who has read what, as a table for a terminal, JSON for programs, CSV for a spreadsheet.
import { createColors } from 'picocolors';
import type { ArticleReadership, Readership, Reading, TeamReading } from '../field/build-readership.ts';
import { columnsOf, wrapText } from '../lint/formats/wrap-text.ts';
import { levelWords } from '../model/announcement-words.ts';
import { printable } from '../model/printable.ts';
import type { UiLanguage } from '../model/wording.ts';
import { formatInertCsv } from '../report/formats/inert-csv.ts';

export interface ReadershipFormatOptions {
  readonly lang: UiLanguage;
  readonly color: boolean;
  readonly width: number;
}

export type ReadershipFormat = (readership: Readership, options: ReadershipFormatOptions) => string;

/** Widest table, in columns. */
const widest = 100;

function nameMissing({ name, earlierOn }: Reading, lang: UiLanguage): string {
  if (earlierOn === null) return name;
  return {
    fr: `${name} (version antérieure le ${earlierOn})`,
    en: `${name} (earlier version on ${earlierOn})`,
  }[lang];
}

function teamLines(
  { team, name, read, expected }: TeamReading,
  readers: readonly Reading[],
  lang: UiLanguage,
  width: number,
): string[] {
  const own = readers.filter((reading) => reading.team === team);
  const missing = own.filter(({ readOn }) => readOn === null).map((reading) => nameMissing(reading, lang));
  const last = own
    .flatMap(({ readOn }) => readOn ?? [])
    .sort()
    .at(-1);
  const done = last === undefined ? '' : { fr: ` ; dernier le ${last}`, en: `; last on ${last}` }[lang];
  const rest =
    missing.length === 0
      ? ''
      : { fr: ` ; reste : ${missing.join(', ')}`, en: `; missing: ${missing.join(', ')}` }[lang];
  const [first = '', ...more] = wrapText(printable(`${name} ${read}/${expected}${done}${rest}`), width - 4);
  return [`  ${first}`, ...more.map((line) => `    ${line}`)];
}

function articleLines(
  article: ArticleReadership,
  { lang, color, width: wide }: ReadershipFormatOptions,
): string[] {
  const colors = createColors(color);
  const width = Math.min(wide, widest);
  const count = `${article.read}/${article.expected}`;
  const paint = article.read === article.expected ? colors.green : colors.yellow;
  const level = article.level === null ? '' : `${levelWords[article.level][lang]} · `;
  const since =
    article.effective === null
      ? ''
      : { fr: ` · depuis le ${article.effective}`, en: ` · since ${article.effective}` }[lang];
  const head = wrapText(printable(article.title), width - columnsOf(count) - 2);
  const [first = '', ...more] = head;
  return [
    '',
    `${colors.bold(first)}${' '.repeat(Math.max(2, width - columnsOf(first) - columnsOf(count)))}${paint(count)}`,
    ...more.map(colors.bold),
    ...wrapText(printable(`  ${level}${article.id} (${article.languages.join(', ')})${since}`), width),
    ...article.teams.flatMap((team) => teamLines(team, article.readers, lang, width)),
  ];
}

export const formatReadershipTable: ReadershipFormat = (readership, options) => {
  const { lang } = options;
  const { articles, unknownReaders, absentReceipts, unnamedReceipts, today } = readership;
  const colors = createColors(options.color);
  const heading =
    articles.length === 0
      ? { fr: `Aucun article à confirmer au ${today}`, en: `No article to acknowledge on ${today}` }[lang]
      : {
          fr: `À confirmer au ${today} : ${articles.length}`,
          en: `To acknowledge on ${today}: ${articles.length}`,
        }[lang];
  const unknown = unknownReaders.map(({ reader, receipts }) => `${reader} (${receipts})`).join(', ');
  const notes = [
    ...(unknown === ''
      ? []
      : [
          {
            fr: `Lecteurs absents de roster.yaml : ${unknown}`,
            en: `Readers that roster.yaml does not have: ${unknown}`,
          }[lang],
        ]),
    ...(absentReceipts === 0
      ? []
      : [
          {
            fr: `Accusés de personnes hors effectif : ${absentReceipts}`,
            en: `Receipts of people who are not in a team: ${absentReceipts}`,
          }[lang],
        ]),
    ...(unnamedReceipts === 0
      ? []
      : [
          { fr: `Accusés sans nom : ${unnamedReceipts}`, en: `Receipts without a name: ${unnamedReceipts}` }[
            lang
          ],
        ]),
  ];
  const lines = [colors.bold(heading), ...articles.flatMap((article) => articleLines(article, options))];
  if (notes.length > 0)
    lines.push('', ...notes.flatMap((note) => wrapText(printable(note), Math.min(options.width, widest))));
  return `${lines.join('\n')}\n`;
};

const readershipVersion = 1;

export const formatReadershipJson: ReadershipFormat = (readership) =>
  `${JSON.stringify({ version: readershipVersion, ...readership }, null, 2)}\n`;

const columns = [
  'article',
  'title',
  'level',
  'effective',
  'team',
  'reader',
  'name',
  'readOn',
  'earlierOn',
] as const;

export const formatReadershipCsv: ReadershipFormat = ({ articles }) =>
  formatInertCsv(
    columns,
    articles.flatMap(({ id, title, level, effective, readers }) =>
      readers.map((reading) => ({ ...reading, article: id, title, level, effective })),
    ),
  );
