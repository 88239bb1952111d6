// `--format json`: the versioned shape that other programs read (docs/formats.md).
import { countSeverities, type LintFormat } from './lint-result.ts';

const lintJsonVersion = 1;

export const formatJson: LintFormat = ({ today, articles, findings }, { lang }) => {
  const { errors, warnings } = countSeverities(findings);
  return `${JSON.stringify(
    {
      version: lintJsonVersion,
      today,
      articles,
      errors,
      warnings,
      findings: findings.map(({ path, line, column, rule, severity, message, id }) => ({
        path,
        line,
        column,
        rule,
        severity,
        message: message[lang],
        ...(id === undefined ? {} : { id }),
      })),
    },
    null,
    2,
  )}\n`;
};
