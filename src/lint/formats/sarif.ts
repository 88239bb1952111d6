// `--format sarif`: the OASIS standard SARIF 2.1.0, which GitHub's code scanning and many viewers read.
import type { Finding, Severity } from '../../model/finding.ts';
import { legible, wellFormed } from '../../model/legible.ts';
import type { UiLanguage } from '../../model/wording.ts';
import type { Rule } from '../rule.ts';
import { rules } from '../rules/index.ts';
import { fingerprintFindings } from './fingerprint.ts';
import type { LintFormat } from './lint-result.ts';
import { type ReadLine, sourceLines } from './source-lines.ts';

const schemaUri =
  'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

const levels: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'note' };

/**
 * `text` as a plain text message: braces would be placeholders (SARIF 3.11.5) and `[a](b)` a link (3.11.6), which an article
 * could point anywhere. Escaped brackets are not understood by every viewer; a space in between is.
 */
function plainMessage(text: string): { text: string } {
  return { text: legible(text).replace(/[{}]/g, '$&$&').replaceAll('](', '] (') };
}

/** A path from the base's root as a relative URI reference (RFC 3986), each segment percent-encoded. */
function pathUri(path: string): string {
  return wellFormed(path).split('/').map(encodeURIComponent).join('/');
}

/** `dates-in-order` as "Dates in order". */
function nameInWords(name: string): string {
  const words = name.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function describeRule([id, { group, severity, why, examples }]: [string, Rule], lang: UiLanguage) {
  const example = examples.find(({ findings }) => findings.length > 0)?.findings[0]?.[lang];
  const instance = lang === 'fr' ? 'Par exemple :' : 'For instance:';
  const setting = {
    fr: `Sa gravité se règle dans kb.config.yaml, sous « rules », par son nom « ${id} ».`,
    en: `Its severity is set in kb.config.yaml, under \`rules\`, by its name \`${id}\`.`,
  };
  const help = [why[lang], ...(example === undefined ? [] : [`${instance} ${example}`]), setting[lang]];
  return {
    id,
    shortDescription: plainMessage(nameInWords(id)),
    fullDescription: plainMessage(why[lang]),
    help: plainMessage(help.join('\n\n')),
    defaultConfiguration: { level: levels[severity] },
    properties: { tags: [group] },
  };
}

/** The region of a finding. GitHub asks for both ends; one that the finding doesn't name is the end of its line. */
function regionOf({ path, line, column, endLine, endColumn }: Finding, readLine: ReadLine) {
  const lastLine = Math.max(line, endLine ?? line);
  const end = endColumn ?? (readLine(path, lastLine)?.length ?? column) + 1;
  return {
    startLine: line,
    startColumn: column,
    endLine: lastLine,
    endColumn: lastLine === line ? Math.max(column, end) : end,
  };
}

export const formatSarif: LintFormat = ({ findings, texts, version }, { lang }) => {
  const readLine = sourceLines(texts);
  const fingerprints = fingerprintFindings(findings, texts);
  const ruleIndex = new Map(Object.keys(rules).map((name, at) => [name, at]));
  const results = findings.map((finding, at) => ({
    ruleId: finding.rule,
    ruleIndex: ruleIndex.get(finding.rule),
    level: levels[finding.severity],
    // A message must not be empty (SARIF 3.11.8).
    message: plainMessage(finding.message[lang] || finding.rule),
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: pathUri(finding.path), uriBaseId: '%SRCROOT%' },
          region: regionOf(finding, readLine),
        },
      },
    ],
    partialFingerprints: { 'kbFinding/v1': fingerprints[at] },
  }));
  const log = {
    $schema: schemaUri,
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'kb',
            version,
            language: lang,
            rules: Object.entries(rules).map((entry) => describeRule(entry, lang)),
          },
        },
        language: lang,
        columnKind: 'utf16CodeUnits',
        // Without a `uri`: where the base lies on the machine that ran is nobody's business (SARIF 3.14.14).
        originalUriBaseIds: { '%SRCROOT%': { description: { text: 'The root of the knowledge base' } } },
        results,
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
};
