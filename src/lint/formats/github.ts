// `--format github`: workflow commands, which GitHub Actions shows as annotations beside the lines of a pull request.
import type { Finding, Severity } from '../../model/finding.ts';
import { legible } from '../../model/legible.ts';
import type { LintFormat } from './lint-result.ts';

const commands: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'notice' };

/** `text` as the message of a command: the runner reads line by line and turns `%25`, `%0D` and `%0A` back. */
function escapeData(text: string): string {
  return legible(text).replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

/** `text` as a property of a command, where `:` and `,` part the properties. */
function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

/**
 * The properties of a place. GitHub counts the last line and column in, and takes columns only where both ends are on one
 * line: without an `endLine` it is `line`, without an `endColumn` it is `col`.
 */
function describePlace({ line, column, endLine = line, endColumn }: Finding): Record<string, number> {
  // An end before the first column of a line takes in nothing of that line.
  const lastLine = Math.max(line, endLine > line && endColumn === 1 ? endLine - 1 : endLine);
  if (lastLine > line) return { line, endLine: lastLine };
  const lastColumn = endLine > line ? undefined : endColumn;
  const columns = lastColumn === undefined ? {} : { endColumn: Math.max(column, lastColumn - 1) };
  return { line, endLine: line, col: column, ...columns };
}

export const formatGithub: LintFormat = ({ findings }, { lang }) =>
  findings
    .map((finding) => {
      const { path, rule, severity, message } = finding;
      const properties = Object.entries({ file: path, ...describePlace(finding), title: rule });
      const written = properties.map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
      return `::${commands[severity]} ${written.join(',')}::${escapeData(message[lang])}\n`;
    })
    .join('');
