// `--format stylish`: findings for a person at a terminal, file by file, each with the line that it is about.
import { createColors } from 'picocolors';
import type { Finding, Severity } from '../../model/finding.ts';
import { printable } from '../../model/printable.ts';
import { countWords, type UiLanguage, type Wording } from '../../model/wording.ts';
import { countSeverities, type FormatOptions, type LintFormat, type LintResult } from './lint-result.ts';
import { sourceLines } from './source-lines.ts';
import { columnsOf, wrapText } from './wrap-text.ts';

type Colors = ReturnType<typeof createColors>;

const severityWords: Readonly<Record<Severity, Wording>> = {
  error: { fr: 'erreur', en: 'error' },
  warning: { fr: 'alerte', en: 'warning' },
  info: { fr: 'info', en: 'info' },
};

function paint(colors: Colors, severity: Severity): (text: string) => string {
  if (severity === 'error') return colors.red;
  return severity === 'warning' ? colors.yellow : colors.blue;
}

/** The line of the file with a caret below the place, cut so that the place stays in view. */
function codeFrame(finding: Finding, source: string | undefined, colors: Colors, width: number): string[] {
  if (source === undefined || source.trim() === '') return [];
  const gutter = `    ${finding.line} │ `;
  const room = Math.max(20, width - gutter.length);
  const column = finding.column - 1;
  const start = column < room - 10 ? 0 : column - Math.floor(room / 2);
  const shown = printable(source.slice(start, start + room));
  const sameLine = (finding.endLine ?? finding.line) === finding.line;
  const end = sameLine ? (finding.endColumn ?? finding.column + 1) - 1 : source.length;
  const before = columnsOf(printable(source.slice(start, column)));
  const carets = Math.max(1, Math.min(columnsOf(printable(source.slice(column, end))), room - before));
  return [
    `${colors.dim(gutter)}${shown}`,
    `${colors.dim(`${' '.repeat(gutter.length - 2)}│ `)}${' '.repeat(before)}${paint(colors, finding.severity)('^'.repeat(carets))}`,
  ];
}

function formatFinding(
  finding: Finding,
  source: string | undefined,
  colors: Colors,
  options: FormatOptions,
): string[] {
  const place = `${finding.line}:${finding.column}`.padEnd(7);
  const word = severityWords[finding.severity][options.lang].padEnd(7);
  const indent = 2 + place.length + 1 + word.length + 1;
  const [first = '', ...rest] = wrapText(
    printable(finding.message[options.lang]),
    Math.max(30, options.width - indent),
  );
  return [
    `  ${colors.dim(place)} ${paint(colors, finding.severity)(word)} ${first}`,
    ...rest.map((line) => `${' '.repeat(indent)}${line}`),
    `${' '.repeat(indent)}${colors.dim(finding.rule)}`,
    ...codeFrame(finding, source, colors, options.width),
  ];
}

/** A duration in seconds as people say it: "0.4 s", "12 s". */
function formatSeconds(seconds: number, lang: UiLanguage): string {
  const digits = seconds < 10 ? 1 : 0;
  const format = new Intl.NumberFormat(lang, {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  return `${format.format(seconds)} s`;
}

/** One line that sums up a result, such as "2 errors, 1 warning in 48 articles (0.4 s)". */
function summarizeLint({ findings, articles, seconds }: LintResult, lang: UiLanguage): string {
  const { errors, warnings, infos } = countSeverities(findings);
  const words =
    lang === 'fr' ? ['erreur', 'alerte', 'information', 'dans'] : ['error', 'warning', 'note', 'in'];
  const [error = '', warning = '', info = '', within = ''] = words;
  const parts = [countWords(errors, error, lang), countWords(warnings, warning, lang)];
  if (infos > 0) parts.push(countWords(infos, info, lang));
  const time = seconds === undefined ? '' : ` (${formatSeconds(seconds, lang)})`;
  return `${parts.join(', ')} ${within} ${countWords(articles, 'article', lang)}${time}`;
}

/** What `--fix` could do, in one line, where it could do anything. */
function offerFix({ fixable = 0 }: LintResult, lang: UiLanguage): string[] {
  if (fixable === 0) return [];
  const wording: Wording = {
    fr: `« kb lint --fix » peut en corriger ${fixable}`,
    en: `\`kb lint --fix\` can mend ${fixable} of them`,
  };
  return [wording[lang]];
}

export const formatStylish: LintFormat = (result, options) => {
  const colors = createColors(options.color);
  const readLine = sourceLines(result.texts);
  const lines: string[] = [];
  let path = '';
  for (const finding of result.findings) {
    if (finding.path !== path) {
      path = finding.path;
      lines.push('', colors.underline(printable(path)));
    }
    lines.push(...formatFinding(finding, readLine(path, finding.line), colors, options));
  }
  const { errors, warnings } = countSeverities(result.findings);
  const [sum = '', ...more] = wrapText(summarizeLint(result, options.lang), Math.max(30, options.width - 2));
  const mark = errors > 0 ? colors.red('✖') : warnings > 0 ? colors.yellow('▲') : colors.green('✔');
  lines.push('', ...offerFix(result, options.lang).map((line) => `  ${line}`));
  lines.push(`${mark} ${sum}`, ...more.map((line) => `  ${line}`), '');
  return lines.join('\n');
};
