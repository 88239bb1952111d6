// `--format table`: the report for a person at a terminal: both axes, then what to update, most urgent first.
import { createColors } from 'picocolors';
import stringWidth from 'string-width';
import { printable } from '../../model/printable.ts';
import { trustWords, validityWords } from '../../model/state-words.ts';
import type { Wording } from '../../model/wording.ts';
import type { Report, ReportedArticle } from '../report.ts';
import type { ReportFormat, ReportFormatOptions } from './report-format.ts';

type Colors = ReturnType<typeof createColors>;

const words = {
  validity: { fr: 'Validité', en: 'Validity' },
  trust: { fr: 'Approbation', en: 'Trust' },
  total: { fr: 'articles au', en: 'articles on' },
  nothing: { fr: 'Rien à mettre à jour.', en: 'Nothing to update.' },
  heading: { fr: 'À mettre à jour, le plus urgent d’abord', en: 'To update, most urgent first' },
  owner: { fr: 'Responsable', en: 'Owner' },
  state: { fr: 'État', en: 'State' },
  days: { fr: 'Jours', en: 'Days' },
  article: { fr: 'Article', en: 'Article' },
};

const stateWords: Readonly<Record<keyof Report['validity'] | keyof Report['trust'], Wording>> = {
  ...validityWords,
  ...trustWords,
  invalid: { fr: 'Illisible', en: 'Unreadable' },
};

const alarming: readonly string[] = ['expired', 'invalid', 'undated'];
const pending: readonly string[] = ['due', 'changed', 'unvalidated'];

function paint(colors: Colors, state: string): (text: string) => string {
  if (alarming.includes(state)) return colors.red;
  if (pending.includes(state)) return colors.yellow;
  return state === 'current' || state === 'validated' ? colors.green : colors.dim;
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

function axisLines(
  title: string,
  counts: Report['validity'] | Report['trust'],
  total: number,
  colors: Colors,
  options: ReportFormatOptions,
): string[] {
  const barWidth = Math.max(10, Math.min(40, options.width - 38));
  const rows = Object.entries(counts).filter(([, count]) => count > 0);
  return [
    colors.bold(title),
    ...rows.map(([state, count]) => {
      const bar = '█'.repeat(Math.max(1, Math.round((count / Math.max(1, total)) * barWidth)));
      const word = stateWords[state as keyof typeof stateWords][options.lang];
      return `  ${padTo(word, 16)} ${String(count).padStart(5)}  ${paint(colors, state)(bar)}`;
    }),
  ];
}

function needsWork({ validity, trust }: ReportedArticle): boolean {
  if (trust === 'archived' || trust === 'draft') return false;
  return alarming.includes(validity) || pending.includes(validity) || pending.includes(trust);
}

/** The states of an article that ask for work, both axes together. */
function stateText({ validity, trust }: ReportedArticle, lang: ReportFormatOptions['lang']): string {
  const states = [validity, trust].filter((state) => alarming.includes(state) || pending.includes(state));
  return [...new Set(states)].map((state) => stateWords[state][lang]).join(', ');
}

export const formatTable: ReportFormat = (report, options) => {
  const { lang, width } = options;
  const colors = createColors(options.color);
  const lines = [
    `${colors.bold(String(report.total))} ${words.total[lang]} ${report.today}`,
    '',
    ...axisLines(words.validity[lang], report.validity, report.total, colors, options),
    '',
    ...axisLines(words.trust[lang], report.trust, report.total, colors, options),
    '',
  ];
  const work = report.articles.filter(needsWork);
  if (work.length === 0) return `${[...lines, words.nothing[lang]].join('\n')}\n`;

  const widest = (texts: readonly string[]) => Math.max(...texts.map((text) => stringWidth(printable(text))));
  const columns = {
    state: widest([words.state[lang], ...work.map((article) => stateText(article, lang))]),
    days: widest([words.days[lang], '-9999']),
    owner: Math.min(16, widest([words.owner[lang], ...work.map(({ owner }) => owner ?? '–')])),
  };
  const articleWidth = Math.max(20, width - columns.state - columns.days - columns.owner - 6);
  const row = (state: string, days: string, owner: string, article: string) =>
    `${padTo(state, columns.state)}  ${days.padStart(columns.days)}  ${padTo(owner, columns.owner)}  ${article}`;
  lines.push(
    colors.bold(words.heading[lang]),
    colors.dim(row(words.state[lang], words.days[lang], words.owner[lang], words.article[lang])),
    ...work.map((article) => {
      const days = article.daysLeft === null ? '–' : String(article.daysLeft);
      const name = padTo(
        article.id === null ? article.path : `${article.id} (${article.lang ?? '?'})`,
        articleWidth,
      ).trimEnd();
      const state = article.validity === 'current' ? article.trust : article.validity;
      return paint(colors, state)(row(stateText(article, lang), days, article.owner ?? '–', name));
    }),
  );
  return `${lines.join('\n')}\n`;
};
