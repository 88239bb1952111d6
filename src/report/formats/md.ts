// `--format md`: the report as a comment of a merge request or as an issue.
import { quote } from '../../model/quote.ts';
import type { UiLanguage } from '../../model/wording.ts';
import { comparedLists } from '../compare-reports.ts';
import { groupArticles, nameOwner } from '../group-articles.ts';
import type { Report, ReportedArticle } from '../report.ts';
import { codeBlock, codeSpan, escapeMarkdown } from './markdown-text.ts';
import type { ReportFormat, ReportFormatOptions } from './report-format.ts';
import {
  articlesToUpdate,
  comparisonWords,
  countArticles,
  editMarks,
  moodOf,
  nameArticle,
  stateWords,
  stepOf,
  reportWords as words,
  writeCommand,
} from './report-words.ts';

/** GitHub takes 65,536 characters in a comment or an issue; some are left for what a workflow adds. */
const mostCharacters = 65_000;

/** Articles that a list of news names. */
const mostNews = 10;

const marks = { bad: '🔴', soon: '🟠', good: '🟢', plain: '⚪' };

/** By this comment a workflow finds the issue or comment that it wrote before. */
function marker(owner: string | null): string {
  return `<!-- kb-report owner=${owner ?? 'all'} -->`;
}

function axisTable(counts: Report['validity'] | Report['trust'], title: string, lang: UiLanguage): string {
  const states = Object.entries(counts) as [keyof typeof stateWords, number][];
  const rows = states
    .filter(([, count]) => count > 0)
    .map(([state, count]) => `| ${marks[moodOf(state)]} ${stateWords[state][lang]} | ${count} |`);
  return [`| ${title} | ${words.articles[lang]} |`, '|:--|--:|', ...rows].join('\n');
}

function newsSection({ since }: Report, lang: UiLanguage): string[] {
  if (since === null) return [];
  const lines = comparedLists.flatMap((list) => {
    const articles = since[list];
    if (articles.length === 0) return [];
    const named = articles.slice(0, mostNews).map((article) => codeSpan(quote(nameArticle(article), 120)));
    const more = articles.length - named.length;
    const rest = more > 0 ? [tellMore(more, lang)] : [];
    return [`- ${comparisonWords[list][lang]} **${articles.length}** ${[...named, ...rest].join(', ')}`];
  });
  return [
    `### ${words.since[lang]} ${since.day}`,
    lines.length === 0 ? words.noNews[lang] : lines.join('\n'),
  ];
}

function tellMore(count: number, lang: UiLanguage): string {
  return { fr: `… et ${count} de plus`, en: `… and ${count} more` }[lang];
}

function articleRow(article: ReportedArticle, { lang, labels }: ReportFormatOptions): string {
  const title = article.title === null ? '' : `${escapeMarkdown(quote(article.title, 120))}<br>`;
  const owner =
    article.owner === null ? '' : escapeMarkdown(quote(nameOwner(article.owner, labels, lang), 60));
  const name = codeSpan(quote(nameArticle(article), 120));
  return `| ${article.priority} | ${title}${name} | ${owner} | ${escapeMarkdown(article.why[lang])} |`;
}

function diffBlock(article: ReportedArticle, lang: UiLanguage): string[] {
  const lines = article.change?.lines ?? [];
  if (lines.length === 0) return [];
  const diff = lines.map(({ kind, text }) => (kind === 'gap' ? '@@ … @@' : editMarks[kind] + text));
  // Inside of HTML no Markdown is read, and an id is letters, digits and hyphens.
  const summary = `${words.edited[lang]} <code>${article.id}</code> (${article.lang})`;
  return [`<details><summary>${summary}</summary>\n\n${codeBlock(diff.join('\n'), 'diff')}\n\n</details>`];
}

/** The blocks that fit one after the other into `room` characters, and how many do not. */
function fill(blocks: readonly string[], room: number): { readonly shown: string[]; readonly left: number } {
  const shown: string[] = [];
  let used = 0;
  for (const block of blocks) {
    used += block.length + 2;
    if (used > room) break;
    shown.push(block);
  }
  return { shown, left: blocks.length - shown.length };
}

/** Tables of what is to be updated, one per group, in at most `room` characters. */
function workTables(
  work: readonly ReportedArticle[],
  options: ReportFormatOptions,
  room: number,
): readonly string[] {
  const { lang, groupBy, labels } = options;
  const head = `| # | ${words.article[lang]} | ${words.owner[lang]} | ${words.why[lang]} |\n|--:|:--|:--|:--|`;
  const groups =
    groupBy === undefined
      ? [{ name: undefined, articles: work }]
      : groupArticles(work, groupBy, labels, lang);
  const blocks: string[] = [];
  let left = room;
  for (const { name, articles } of groups) {
    const title =
      name === undefined ? '' : `#### ${escapeMarkdown(quote(name, 80))} (${articles.length})\n\n`;
    const rows = articles.map((article) => articleRow(article, options));
    const fitting = fill(rows, left - title.length - head.length - 40);
    if (title === '' && fitting.shown.length === 0) return [tellMore(articles.length, lang)];
    // A heading with no room for a row below it still says how many there are.
    const table = fitting.shown.length === 0 ? [] : [head, ...fitting.shown];
    const more = fitting.left > 0 ? `${table.length > 0 ? '\n\n' : ''}${tellMore(fitting.left, lang)}` : '';
    const block = `${title}${table.join('\n')}${more}`;
    if (block.length > left) break;
    blocks.push(block);
    left -= block.length + 2;
  }
  return blocks;
}

function steps(work: readonly ReportedArticle[], lang: UiLanguage): string[] {
  const asked = [...new Set(work.flatMap((article) => stepOf(article) ?? []))];
  const commands = asked.map((step) => codeSpan(writeCommand(step, 'ID', lang)));
  return commands.length === 0 ? [] : [`${words.next[lang]} ${commands.join(' · ')}`];
}

function heading(report: Report, count: number, { lang, labels }: ReportFormatOptions): string {
  const base = escapeMarkdown(quote(labels.name, 80));
  const owner = report.owner === null ? '' : ` · ${escapeMarkdown(nameOwner(report.owner, labels, lang))}`;
  const of = countArticles(report.total, lang);
  return {
    fr: `## ${base}${owner}\u00a0: ${count} à mettre à jour sur ${of} au ${report.today}`,
    en: `## ${base}${owner}: ${count} to update of ${of} on ${report.today}`,
  }[lang];
}

export const formatMd: ReportFormat = (report, options) => {
  const { lang } = options;
  const work = articlesToUpdate(report.articles);
  const head = [
    marker(report.owner),
    heading(report, work.length, options),
    axisTable(report.validity, words.validity[lang], lang),
    axisTable(report.trust, words.trust[lang], lang),
    ...newsSection(report, lang),
    work.length === 0 ? words.nothing[lang] : `### ${words.toUpdate[lang]}`,
  ];
  const tail = steps(work, lang);
  const lengthOf = (blocks: readonly string[]) => blocks.reduce((sum, block) => sum + block.length + 2, 0);
  let room = mostCharacters - lengthOf(head) - lengthOf(tail);
  const tables = work.length === 0 ? [] : workTables(work, options, room);
  room -= lengthOf(tables) + 80;
  const diffs = fill(
    work.flatMap((article) => diffBlock(article, lang)),
    room,
  );
  const more = diffs.left > 0 ? [`${words.diffsLeftOut[lang]} ${diffs.left}`] : [];
  return `${[...head, ...tables, ...tail, ...diffs.shown, ...more].join('\n\n')}\n`;
};
