// `--format table`: the report for a person at a terminal: both axes, what is new, then what to update, most urgent first.
import { createColors } from 'picocolors';
import stringWidth from 'string-width';
import type { DiffLine } from '../../content/diff-lines.ts';
import { printable } from '../../model/printable.ts';
import { wrapWords } from '../../model/wrap-words.ts';
import { comparedLists } from '../compare-reports.ts';
import { groupArticles } from '../group-articles.ts';
import type { Report, ReportedArticle } from '../report.ts';
import type { ReportFormat, ReportFormatOptions } from './report-format.ts';
import {
  articleMood,
  articlesToUpdate,
  comparisonWords,
  countArticles,
  editMarks,
  type Mood,
  moodOf,
  nameArticle,
  stateWords,
  stepOf,
  reportWords as words,
  writeCommand,
} from './report-words.ts';

type Colors = ReturnType<typeof createColors>;

/** Articles that are shown without `--all`: what a team can do in a week, on one screen or two. */
const mostShown = { flat: 20, perGroup: 5, news: 5 };

function paint(colors: Colors, mood: Mood): (text: string) => string {
  return { bad: colors.red, soon: colors.yellow, good: colors.green, plain: colors.dim }[mood];
}

function padTo(text: string, width: number): string {
  const shown = printable(text);
  if (stringWidth(shown) <= width) return shown + ' '.repeat(width - stringWidth(shown));
  let cut = '';
  for (const character of shown) {
    if (stringWidth(cut + character) > width - 1) break;
    cut += character;
  }
  return `${cut}…${' '.repeat(width - 1 - stringWidth(cut))}`;
}

/** `text` in lines that begin with `indent`; a number stays with what it counts, and a word longer than a line is cut. */
function wrapIndented(text: string, indent: string, width: number): string[] {
  const room = Math.max(20, width - indent.length);
  const tied = printable(text).replace(/(?<=\d) (?=\p{L})/gu, '\u00a0');
  const lines = wrapWords(tied, room, stringWidth);
  return lines.map((line) => indent + padTo(line.replaceAll('\u00a0', ' '), room).trimEnd());
}

function axisLines(
  title: string,
  counts: Report['validity'] | Report['trust'],
  total: number,
  colors: Colors,
  options: ReportFormatOptions,
): string[] {
  const barWidth = Math.max(10, Math.min(40, options.width - 38));
  const states = Object.entries(counts) as [keyof typeof stateWords, number][];
  const rows = states.filter(([, count]) => count > 0);
  return [
    colors.bold(title),
    ...rows.map(([state, count]) => {
      const bar = '█'.repeat(Math.max(1, Math.round((count / Math.max(1, total)) * barWidth)));
      return `  ${padTo(stateWords[state][options.lang], 16)} ${String(count).padStart(5)}  ${paint(colors, moodOf(state))(bar)}`;
    }),
    '',
  ];
}

function newsLines({ since }: Report, colors: Colors, options: ReportFormatOptions): string[] {
  if (since === null) return [];
  const { lang, width } = options;
  const most = options.all ? Number.POSITIVE_INFINITY : mostShown.news;
  const lines = comparedLists.flatMap((list) => {
    const articles = since[list];
    if (articles.length === 0) return [];
    const more = articles.length > most ? [tellMore(articles.length - most, lang)] : [];
    const named = [...articles.slice(0, most).map(nameArticle), ...more].join(', ');
    return [
      `  ${padTo(comparisonWords[list][lang], 22)} ${String(articles.length).padStart(5)}`,
      ...wrapIndented(named, '     ', width),
    ];
  });
  const heading = colors.bold(`${words.since[lang]} ${since.day}`);
  return [heading, ...(lines.length === 0 ? [`  ${words.noNews[lang]}`] : lines), ''];
}

function tellMore(count: number, lang: ReportFormatOptions['lang']): string {
  return { fr: `… et ${count} de plus (--all)`, en: `… and ${count} more (--all)` }[lang];
}

/** Rank, name and owner on one line, why below it, and what was edited since the validation where that is asked. */
function articleLines(
  article: ReportedArticle,
  rankWidth: number,
  colors: Colors,
  options: ReportFormatOptions,
): string[] {
  const { lang, width, diffs } = options;
  const indent = ' '.repeat(rankWidth + 4);
  const ownerWidth = Math.min(16, stringWidth(printable(article.owner ?? '')));
  const nameWidth = Math.max(20, width - indent.length - ownerWidth - 2);
  const color = paint(colors, articleMood(article));
  const name = padTo(nameArticle(article), nameWidth);
  const owner = padTo(article.owner ?? '', ownerWidth);
  const edits = diffs ? (article.change?.lines ?? []) : [];
  return [
    `${String(article.priority).padStart(rankWidth + 2)}  ${color(name)}  ${owner}`.trimEnd(),
    ...wrapIndented(article.why[lang], indent, width),
    ...edits.flatMap((line) => editLines(line, indent, width, colors)),
  ];
}

/** A line of a diff, with its mark before each of the lines that it takes on the terminal. */
function editLines({ kind, text }: DiffLine, indent: string, width: number, colors: Colors): string[] {
  if (kind === 'gap') return [colors.dim(`${indent}…`)];
  const color = { added: colors.green, removed: colors.red, same: (line: string) => line }[kind];
  return wrapIndented(text, `${indent}${editMarks[kind]}`, width).map((line) => color(line.trimEnd()));
}

/** The commands that the articles ask for, each once. */
function stepLines(
  work: readonly ReportedArticle[],
  colors: Colors,
  { lang, width }: ReportFormatOptions,
): string[] {
  const steps = new Set(work.flatMap((article) => stepOf(article) ?? []));
  if (steps.size === 0) return [];
  const commands = [...steps].map((step) => padTo(`  ${writeCommand(step, 'ID', lang)}`, width).trimEnd());
  return [words.next[lang], ...commands].map(colors.dim);
}

export const formatTable: ReportFormat = (report, options) => {
  const { lang, groupBy } = options;
  const colors = createColors(options.color);
  const work = articlesToUpdate(report.articles);
  const lines = [
    {
      fr: `${colors.bold(countArticles(report.total, lang))} au ${report.today}`,
      en: `${colors.bold(countArticles(report.total, lang))} on ${report.today}`,
    }[lang],
    '',
    ...axisLines(words.validity[lang], report.validity, report.total, colors, options),
    ...axisLines(words.trust[lang], report.trust, report.total, colors, options),
    ...newsLines(report, colors, options),
  ];
  if (work.length === 0) return `${[...lines, words.nothing[lang]].join('\n')}\n`;

  const rankWidth = String(work.at(-1)?.priority ?? 0).length;
  const most = groupBy === undefined ? mostShown.flat : mostShown.perGroup;
  const shown = (articles: readonly ReportedArticle[]) => (options.all ? articles : articles.slice(0, most));
  const list = (articles: readonly ReportedArticle[]) => [
    ...shown(articles).flatMap((article) => articleLines(article, rankWidth, colors, options)),
    ...(articles.length > shown(articles).length
      ? [' '.repeat(rankWidth + 4) + colors.dim(tellMore(articles.length - most, lang))]
      : []),
    '',
  ];
  lines.push(colors.bold(`${words.toUpdate[lang]} (${work.length})`));
  if (groupBy === undefined) lines.push(...list(work));
  else {
    for (const { name, articles } of groupArticles(work, groupBy, options.labels, lang))
      lines.push(
        '',
        ...wrapIndented(`${name} (${articles.length})`, '', options.width).map(colors.underline),
        ...list(articles).slice(0, -1),
      );
    lines.push('');
  }
  return `${[...lines, ...stepLines(work, colors, options)].join('\n')}\n`;
};
