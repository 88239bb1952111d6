// Findings as an editor shows them.
import { type Diagnostic, DiagnosticSeverity, type Range } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Finding, Place, Severity } from '../model/finding.ts';
import type { UiLanguage } from '../model/wording.ts';

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
};

/** The range of a place: lines and columns count from 0 there, both in UTF-16 code units. A place without an end reaches to the end of its line. */
export function rangeOf({ line, column, endLine, endColumn }: Place, text: TextDocument): Range {
  const start = { line: line - 1, character: column - 1 };
  if (endLine !== undefined && endColumn !== undefined)
    return { start, end: { line: endLine - 1, character: endColumn - 1 } };
  // Past the line's end there is nothing: the text brings the position back to it.
  return { start, end: text.positionAt(text.offsetAt({ line: line - 1, character: text.getText().length })) };
}

/** `finding` on `text`, worded in `lang`. */
export function diagnosticOf(finding: Finding, text: TextDocument, lang: UiLanguage): Diagnostic {
  return {
    range: rangeOf(finding, text),
    severity: severities[finding.severity],
    source: 'kb',
    code: finding.rule,
    message: finding.message[lang],
  };
}
