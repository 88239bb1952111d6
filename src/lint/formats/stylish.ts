// `--format stylish`: findings for a person at a terminal, file by file, each with the line that it is about.
import { createColors } from 'picocolors';
import stringWidth from 'string-width';
import type { Finding, Severity } from '../../model/finding.ts';
import { printable } from '../../model/printable.ts';
import { countWords, type UiLanguage, type Wording } from '../../model/wording.ts';
import { countSeverities, type FormatOptions, type LintFormat, type LintResult } from './lint-result.ts';
import { wrapText } from './wrap-text.ts';

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
function codeFrame(finding: Finding, text: string, colors: Colors, width: number): string[] {
  const source = text.split(/\r\n|\n|\r/)[finding.line - 1];
  if (source === undefined || source.trim() === '') return [];
  const gutter = `    ${finding.line} │ `;
  const room = Math.max(20, width - gutter.length);
  const column = finding.column - 1;
  const start = column < room - 10 ? 0 : column - Math.floor(room / 2);
  const shown = printable(source.slice(start, start + room));
  const sameLine = (finding.endLine ?? finding.line) === finding.line;
  const end = sameLine ? (finding.endColumn ?? finding.column + 1) - 1 : source.length;
  const before = stringWidth(printable(source.slice(start, column)));
  const carets = Math.max(1, Math.min(stringWidth(printable(source.slice(column, end))), room - before));
  return [
    `${colors.dim(gutter)}${shown}`,
    `${colors.dim(`${' '.repeat(gutter.length - 2)}│ `)}${' '.repeat(before)}${paint(colors, finding.severity)('^'.repeat(carets))}`,
  ];
}

function formatFinding(finding: Finding, text: string, colors: Colors, options: FormatOptions): string[] {
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
    ...codeFrame(finding, text, colors, options.width),
  ];
}

/** One line that sums up a result, such as "2 errors, 1 warning in 48 articles". */
function summarizeLint({ findings, articles }: LintResult, lang: UiLanguage): string {
  const { errors, warnings, infos } = countSeverities(findings);
  const words =
    lang === 'fr' ? ['erreur', 'alerte', 'information', 'dans'] : ['error', 'warning', 'note', 'in'];
  const [error = '', warning = '', info = '', within = ''] = words;
  const parts = [countWords(errors, error, lang), countWords(warnings, warning, lang)];
  if (infos > 0) parts.push(countWords(infos, info, lang));
  return `${parts.join(', ')} ${within} ${countWords(articles, 'article', lang)}`;
}

export const formatStylish: LintFormat = (result, options) => {
  const colors = createColors(options.color);
  const lines: string[] = [];
  let path = '';
  for (const finding of result.findings) {
    if (finding.path !== path) {
      path = finding.path;
      lines.push('', colors.underline(printable(path)));
    }
    lines.push(...formatFinding(finding, result.texts.get(path) ?? '', colors, options));
  }
  const { errors, warnings } = countSeverities(result.findings);
  const sum = summarizeLint(result, options.lang);
  const mark = errors > 0 ? colors.red('✖') : warnings > 0 ? colors.yellow('▲') : colors.green('✔');
  lines.push('', `${mark} ${sum}`, '');
  return lines.join('\n');
};
