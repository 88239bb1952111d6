// `--format junit`: a JUnit report, which nearly every CI server can show (Jenkins' schema: a suite per file, a case per finding).
import type { Finding } from '../../model/finding.ts';
import { legible } from '../../model/legible.ts';
import type { UiLanguage } from '../../model/wording.ts';
import type { LintFormat, LintResult } from './lint-result.ts';

/** `text` between tags. A bare `>` could end a `]]>`, a bare carriage return would be read as a line feed (XML 1.0, 2.4 and 2.11). */
function escapeText(text: string): string {
  return legible(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\r', '&#13;');
}

/** An attribute with a space before it. Bare tabs and line ends in it would be read as spaces (XML 1.0, 3.3.3). */
function attribute(name: string, value: string | number): string {
  const escaped = escapeText(String(value))
    .replaceAll('"', '&quot;')
    .replaceAll('\t', '&#9;')
    .replaceAll('\n', '&#10;');
  return ` ${name}="${escaped}"`;
}

function openTag(name: string, attributes: Readonly<Record<string, string | number>>): string {
  const written = Object.entries(attributes).map(([key, value]) => attribute(key, value));
  return `<${name}${written.join('')}>`;
}

/** GitLab leaves out all but the first of several cases of one name, so each has its own. */
function nameCases(findings: readonly Finding[]): string[] {
  const taken = new Map<string, number>();
  return findings.map(({ rule, line, column }) => {
    const name = `${rule} ${line}:${column}`;
    const nth = (taken.get(name) ?? 0) + 1;
    taken.set(name, nth);
    return nth === 1 ? name : `${name} #${nth}`;
  });
}

/** The case of a finding: an error fails, a warning or a note passes and says its message. */
function describeCase(finding: Finding, name: string, lang: UiLanguage): string[] {
  const { path, line, column, rule, severity } = finding;
  const message = finding.message[lang];
  const told = escapeText(`${severity} ${path}:${line}:${column} ${rule}\n${message}`);
  return [
    `    ${openTag('testcase', { classname: path, name })}`,
    severity === 'error'
      ? `      ${openTag('failure', { type: rule, message })}${told}</failure>`
      : `      <system-out>${told}</system-out>`,
    '    </testcase>',
  ];
}

function describeSuite(path: string, findings: readonly Finding[], lang: UiLanguage): string[] {
  const names = nameCases(findings);
  const cases =
    findings.length === 0
      ? [`    ${openTag('testcase', { classname: path, name: 'kb lint' })}</testcase>`]
      : findings.flatMap((finding, at) => describeCase(finding, names[at] ?? '', lang));
  const counts = countCases(findings);
  return [`  ${openTag('testsuite', { name: path, ...counts })}`, ...cases, '  </testsuite>'];
}

function countCases(findings: readonly Finding[]): { tests: number; failures: number; errors: number } {
  const failures = findings.filter(({ severity }) => severity === 'error').length;
  return { tests: Math.max(1, findings.length), failures, errors: 0 };
}

/** The findings of each checked file, by path in code unit order. */
function groupByPath({ paths = [], findings }: LintResult): [string, Finding[]][] {
  const groups = new Map<string, Finding[]>(paths.map((path) => [path, []]));
  for (const finding of findings) {
    const group = groups.get(finding.path);
    if (group) group.push(finding);
    else groups.set(finding.path, [finding]);
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1));
}

export const formatJunit: LintFormat = (result, { lang }) => {
  const groups = groupByPath(result);
  const counts = groups.map(([, findings]) => countCases(findings));
  const total = {
    tests: counts.reduce((sum, { tests }) => sum + tests, 0),
    failures: counts.reduce((sum, { failures }) => sum + failures, 0),
    errors: 0,
  };
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    openTag('testsuites', { name: 'kb lint', ...total }),
    ...groups.flatMap(([path, findings]) => describeSuite(path, findings, lang)),
    '</testsuites>',
    '',
  ].join('\n');
};
