// What readers look for and read, as a table for a terminal, JSON for programs, CSV for a spreadsheet.
import { createColors } from 'picocolors';
import type { UsedGuide } from '../field/build-guide-usage.ts';
import type { CountedSearch, Usage } from '../field/build-usage.ts';
import type { CountedArticle, UsedArticle } from '../field/counted-article.ts';
import { columnsOf, wrapText } from '../lint/formats/wrap-text.ts';
import { printable } from '../model/printable.ts';
import type { UiLanguage, Wording } from '../model/wording.ts';
import { formatInertCsv } from '../report/formats/inert-csv.ts';

export interface UsageFormatOptions {
  readonly lang: UiLanguage;
  readonly color: boolean;
  readonly width: number;
}

export type UsageFormat = (usage: Usage, options: UsageFormatOptions) => string;

/** Widest table, in columns. */
const widest = 100;

/** Lines of one list in the table; JSON and CSV have all. */
const mostLines = 15;

/** One line of a list: how often, what, and a remark on a line of its own. */
interface Line {
  readonly count: string;
  readonly text: string;
  readonly remark?: string | undefined;
}

function shareOf(part: number, whole: number, lang: UiLanguage): string {
  const percent = whole === 0 ? 0 : Math.round((100 * part) / whole);
  return lang === 'fr' ? `${percent}\u202f%` : `${percent}%`;
}

const named = ({ title, id, lang }: UsedArticle) => `${title} (${lang}/${id})`;

const countedLine = ({ count, ...article }: CountedArticle): Line => ({
  count: String(count),
  text: named(article),
});

function searchLine({ query, count, meant }: CountedSearch, lang: UiLanguage): Line {
  const quoted = lang === 'fr' ? `« ${query} »` : `“${query}”`;
  const remark =
    meant === null
      ? { fr: 'un article manque ?', en: 'is an article missing?' }
      : { fr: `mot-clé pour « ${meant.id} » ?`, en: `a keyword for \`${meant.id}\`?` };
  return { count: String(count), text: quoted, remark: remark[lang] };
}

function guideLines(guide: UsedGuide, lang: UiLanguage): Line[] {
  const questions = guide.questions.slice(0, mostLines).map(({ node, text, answers, left }): Line => {
    const all = answers.reduce((sum, { count }) => sum + count, left);
    const ways = answers.map(({ answer, count }) => `${answer || '→'} ${shareOf(count, all, lang)}`);
    const gone = { fr: 'quitté', en: 'left' }[lang];
    return {
      count: String(all),
      text: `${text ?? node} ${[...ways, ...(left > 0 ? [`${gone} ${shareOf(left, all, lang)}`] : [])].join(', ')}`,
    };
  });
  return [
    { count: String(guide.count), text: named(guide) },
    ...questions.map((line) => ({ ...line, text: `  ${line.text}` })),
  ];
}

interface List {
  readonly title: Wording;
  readonly lines: readonly Line[];
}

function listsOf(usage: Usage, lang: UiLanguage): List[] {
  const { mostRead, notFound, notOpened, guides, copies, votes, neverRead } = usage;
  return [
    { title: { fr: 'Les plus lus', en: 'Most read' }, lines: mostRead.map(countedLine) },
    {
      title: { fr: 'Cherché, rien trouvé', en: 'Searched, nothing found' },
      lines: notFound.map((search) => searchLine(search, lang)),
    },
    {
      title: { fr: 'Cherché, rien ouvert', en: 'Searched, nothing opened' },
      lines: notOpened.map((search) => searchLine(search, lang)),
    },
    {
      title: { fr: 'Guides : réponses données', en: 'Guides: answers given' },
      lines: guides.flatMap((guide) => guideLines(guide, lang)),
    },
    { title: { fr: 'Macros copiées', en: 'Macros copied' }, lines: copies.map(countedLine) },
    {
      title: { fr: 'Utile ? (non / oui)', en: 'Helpful? (no / yes)' },
      lines: votes.map(({ helpful, unhelpful, ...article }) => ({
        count: `${unhelpful}/${helpful}`,
        text: named(article),
      })),
    },
    {
      title: { fr: 'Jamais lus', en: 'Never read' },
      lines: neverRead.map((article) => ({ count: '', text: named(article) })),
    },
  ];
}

function drawList({ title, lines }: List, { lang, color, width }: UsageFormatOptions): string[] {
  if (lines.length === 0) return [];
  const colors = createColors(color);
  const shown = lines.slice(0, mostLines);
  const rest = lines.length - shown.length;
  const wide = Math.max(...shown.map(({ count }) => columnsOf(count)));
  const room = Math.min(width, widest) - wide - 4;
  const drawn = shown.flatMap(({ count, text, remark }) => {
    const indent = ' '.repeat(wide + 4);
    const [first = '', ...more] = wrapText(printable(text), room);
    const lead = /^ */.exec(text)?.[0] ?? '';
    return [
      `  ${' '.repeat(wide - columnsOf(count))}${colors.cyan(count)}  ${lead}${first.trimStart()}`,
      ...more.map((line) => `${indent}${lead}${line}`),
      ...(remark === undefined
        ? []
        : wrapText(printable(remark), room).map((line) => `${indent}${colors.dim(line)}`)),
    ];
  });
  const left = { fr: `… et ${rest} de plus (--format json)`, en: `… and ${rest} more (--format json)` }[lang];
  return ['', colors.bold(title[lang]), ...drawn, ...(rest > 0 ? [colors.dim(`  ${left}`)] : [])];
}

export const formatUsageTable: UsageFormat = (usage, options) => {
  const { lang } = options;
  const { today, since, from, views, adoption, unknown } = usage;
  const colors = createColors(options.color);
  const period = { fr: `Du ${since} au ${today}`, en: `From ${since} to ${today}` }[lang];
  const counted = {
    fr: from === null ? 'rien n’a été compté' : `${views} lectures`,
    en: from === null ? 'nothing was counted' : `${views} readings`,
  }[lang];
  const lines = [colors.bold(`${period} : ${counted}`)];
  if (from !== null && from > since)
    lines.push({ fr: `Premier jour compté : ${from}`, en: `First day counted: ${from}` }[lang]);
  for (const { days, active, people } of adoption ?? []) {
    const share = shareOf(active, people, lang);
    lines.push(
      {
        fr: `Actifs sur ${days} jours : ${active} sur ${people} (${share})`,
        en: `Active in ${days} days: ${active} of ${people} (${share})`,
      }[lang],
    );
  }
  lines.push(...listsOf(usage, lang).flatMap((list) => drawList(list, options)));
  if (unknown > 0)
    lines.push(
      '',
      {
        fr: `Comptes d’articles absents de la base : ${unknown}`,
        en: `Counts of articles that the base does not have: ${unknown}`,
      }[lang],
    );
  return `${lines.join('\n')}\n`;
};

const usageVersion = 1;

export const formatUsageJson: UsageFormat = (usage) =>
  `${JSON.stringify({ version: usageVersion, ...usage }, null, 2)}\n`;

const columns = ['figure', 'lang', 'id', 'title', 'what', 'count'] as const;

/** One line per figure, so that a spreadsheet can filter and add up. */
export const formatUsageCsv: UsageFormat = (usage) => {
  const of = (figure: string, article: Partial<UsedArticle> | null, what: string, count: number) => ({
    figure,
    lang: article?.lang ?? '',
    id: article?.id ?? '',
    title: article?.title ?? '',
    what,
    count,
  });
  const rows = [
    ...(usage.adoption ?? []).map(({ days, active }) => of('active', null, `${days}d`, active)),
    ...usage.mostRead.map((article) => of('view', article, '', article.count)),
    ...usage.notFound.map(({ query, count, meant }) => of('search-empty', meant, query, count)),
    ...usage.notOpened.map(({ query, count, meant }) => of('search-left', meant, query, count)),
    ...usage.guides.flatMap((guide) =>
      guide.questions.flatMap(({ node, answers, left }) => [
        ...answers.map(({ answer, count }) => of('answer', guide, `${node} → ${answer}`, count)),
        ...(left > 0 ? [of('guide-left', guide, node, left)] : []),
      ]),
    ),
    ...usage.copies.map((article) => of('copy', article, '', article.count)),
    ...usage.votes.flatMap((article) => [
      of('helpful', article, '', article.helpful),
      of('unhelpful', article, '', article.unhelpful),
    ]),
    ...usage.neverRead.map((article) => of('never', article, '', 0)),
  ];
  return formatInertCsv(columns, rows);
};
