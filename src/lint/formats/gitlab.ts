// `--format gitlab`: the Code Quality report that GitLab shows in merge requests (docs.gitlab.com, "Code Quality report format").
import type { Severity } from '../../model/finding.ts';
import { legible, wellFormed } from '../../model/legible.ts';
import { fingerprintFindings } from './fingerprint.ts';
import type { LintFormat } from './lint-result.ts';

/** GitLab knows `info`, `minor`, `major`, `critical` and `blocker`; the last two it keeps for what endangers users. */
const gitlabSeverities: Readonly<Record<Severity, string>> = {
  error: 'major',
  warning: 'minor',
  info: 'info',
};

export const formatGitlab: LintFormat = ({ findings, texts }, { lang }) => {
  const fingerprints = fingerprintFindings(findings, texts);
  const report = findings.map(({ path, line, rule, severity, message }, at) => ({
    description: legible(message[lang]),
    check_name: rule,
    fingerprint: fingerprints[at],
    severity: gitlabSeverities[severity],
    location: { path: wellFormed(path), lines: { begin: line } },
  }));
  return `${JSON.stringify(report, null, 2)}\n`;
};
