// What an editor offers to do about findings: mend one, mend all, or say why one is meant to be.
import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  type Range,
  type TextEdit as RangeEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { TextEdit } from '../content/apply-edits.ts';
import type { Document } from '../content/document.ts';
import type { FixableFinding } from '../lint/lint.ts';
import { rules } from '../lint/rules/index.ts';
import type { UiLanguage, Wording } from '../model/wording.ts';
import { diagnosticOf, rangeOf } from './diagnostics.ts';
import { suppressionEdit } from './suppression-edit.ts';

/** The kind of the action that makes every edit at once; editors can run it at each save. */
export const fixAllKind = `${CodeActionKind.SourceFixAll}.kb`;

export interface CheckedText {
  readonly text: TextDocument;
  readonly document: Document;
  readonly findings: readonly FixableFinding[];
}

export interface CodeActionOptions {
  readonly lang: UiLanguage;
  /** Whether the editor takes edits that name the version that they were made for. */
  readonly versions: boolean;
  readonly parse: (text: string) => Document;
}

function touches(a: Range, b: Range): boolean {
  const before = (x: Range['start'], y: Range['start']) =>
    x.line < y.line || (x.line === y.line && x.character < y.character);
  return !before(a.end, b.start) && !before(b.end, a.start);
}

/** What an edit does, in a few words, where it can be said with letters; else which rule it obeys. */
function describeEdit({ start, end, text }: TextEdit, source: string, rule: string): Wording {
  const old = source.slice(start, end);
  const sayable = (part: string) => part.length <= 30 && /^[^\s\p{C}]+( [^\s\p{C}]+)*$/u.test(part);
  if (old === '' && sayable(text)) return { fr: `Insérer « ${text} »`, en: `Insert \`${text}\`` };
  if (text === '' && sayable(old)) return { fr: `Retirer « ${old} »`, en: `Remove \`${old}\`` };
  if (sayable(old) && sayable(text))
    return { fr: `Remplacer « ${old} » par « ${text} »`, en: `Replace \`${old}\` with \`${text}\`` };
  return { fr: `Corriger selon « ${rule} »`, en: `Mend as \`${rule}\` wants it` };
}

/** `edits` without those that overlap an earlier one: an editor refuses them together. */
function withoutOverlaps(edits: readonly TextEdit[]): TextEdit[] {
  const kept: TextEdit[] = [];
  for (const edit of [...edits].sort((a, b) => a.start - b.start || a.end - b.end))
    if (edit.start >= (kept.at(-1)?.end ?? 0)) kept.push(edit);
  return kept;
}

/** The actions for `params.range` of a text that was just checked. */
export function listCodeActions(
  { text, document, findings }: CheckedText,
  { range, context }: Pick<CodeActionParams, 'range' | 'context'>,
  { lang, versions, parse }: CodeActionOptions,
): CodeAction[] {
  const wants = (kind: string) =>
    context.only?.some((asked) => kind === asked || kind.startsWith(`${asked}.`)) ?? true;
  const toRange = ({ start, end, text: newText }: TextEdit): RangeEdit => ({
    range: { start: text.positionAt(start), end: text.positionAt(end) },
    newText,
  });
  const change = (edits: readonly TextEdit[]): WorkspaceEdit => {
    const { uri, version } = text;
    const made = edits.map(toRange);
    return versions
      ? { documentChanges: [{ textDocument: { uri, version }, edits: made }] }
      : { changes: { [uri]: made } };
  };

  const quickFix = (title: Wording, edit: TextEdit, mended: readonly FixableFinding[]): CodeAction => ({
    title: title[lang],
    kind: CodeActionKind.QuickFix,
    diagnostics: mended.map((finding) => diagnosticOf(finding, text, lang)),
    edit: change([edit]),
  });
  const fixesOf = (finding: FixableFinding): CodeAction[] => {
    const { fix, rule } = finding;
    if (!fix) return [];
    return [{ ...quickFix(describeEdit(fix, document.text, rule), fix, [finding]), isPreferred: true }];
  };
  const suppressionsOf = (of: readonly FixableFinding[]): CodeAction[] => {
    const [first] = of;
    if (!first || rules[first.rule]?.suppressible === false) return [];
    const { rule, line } = first;
    const edit = suppressionEdit(document, rule, line, parse);
    const title = {
      fr: `Suspendre « ${rule} » ici, avec une raison`,
      en: `Suppress \`${rule}\` here, with a reason`,
    };
    return edit ? [quickFix(title, edit, of)] : [];
  };

  const here = wants(CodeActionKind.QuickFix)
    ? findings.filter((finding) => touches(rangeOf(finding, text), range))
    : [];
  // One comment silences a rule for its whole line.
  const keyOf = ({ rule, line }: FixableFinding) => `${line} ${rule}`;
  const suppressions = [...new Set(here.map(keyOf))].flatMap((key) =>
    suppressionsOf(here.filter((finding) => keyOf(finding) === key)),
  );
  const actions = [...here.flatMap(fixesOf), ...suppressions];
  const fixes = wants(fixAllKind) ? withoutOverlaps(findings.flatMap(({ fix }) => fix ?? [])) : [];
  if (fixes.length > 0) {
    const title = { fr: 'Corriger tout ce que kb sait corriger', en: 'Mend all that kb can mend' };
    actions.push({ title: title[lang], kind: fixAllKind, edit: change(fixes) });
  }
  return actions;
}
