// What an editor proposes while a writer types: front matter keys and values, targets of links, and names in the text.
import { type CompletionItem, CompletionItemKind } from 'vscode-languageserver';
import type { KnowledgeBase } from '../content/knowledge-base.ts';
import type { IsoDate } from '../model/iso-date.ts';
import type { UiLanguage } from '../model/wording.ts';
import { bodyProposals } from './body-values.ts';
import { type FieldAtCursor, fieldAtCursor } from './front-matter-cursor.ts';
import { keysToPropose, type Proposal, valuesOf } from './front-matter-values.ts';
import { linkTargets } from './link-targets.ts';

export interface CompletionRequest {
  /** Path of the text from the knowledge base's root, with `/`. */
  readonly path: string;
  readonly text: string;
  /** The cursor, counted from 0, in UTF-16 code units. */
  readonly line: number;
  readonly character: number;
  readonly base: KnowledgeBase;
  readonly lang: UiLanguage;
  /** The day whose values are shown. */
  readonly today: IsoDate;
}

/** An item that puts `newText` in the place of what stands in `line` from column `from` to `to`. */
function toItem(
  { label, detail, newText = label }: Proposal,
  kind: CompletionItemKind,
  line: number,
  from: number,
  to: number,
): CompletionItem {
  const range = { start: { line, character: from }, end: { line, character: to } };
  return { label, kind, ...(detail ? { detail } : {}), filterText: label, textEdit: { range, newText } };
}

/** A value as it has to be written at the cursor: a list of one begins with its bracket. */
function written(value: string, { list, form, spaced }: FieldAtCursor): string {
  const bare = list && form === 'scalar' ? `[${value}]` : value;
  return spaced ? bare : ` ${bare}`;
}

/** The proposals at the cursor; none where there is nothing to choose from. */
export function complete(request: CompletionRequest): CompletionItem[] {
  const { path, text, line, character, base, lang, today } = request;
  const lines = text.split(/\r\n|\n|\r/);
  const place = fieldAtCursor(lines, line, character);
  if (place === undefined) {
    const current = lines[line] ?? '';
    const own = base.byPath.get(path)?.article?.lang ?? base.config.lang;
    const named = bodyProposals(current, character, { base, lang: own, ui: lang, today });
    if (named.proposals.length > 0)
      return named.proposals.map((each) =>
        toItem(each, CompletionItemKind.Value, line, named.from, named.to),
      );
    const { from, to, targets } = linkTargets(current, character, path, base);
    return targets.map((target) => toItem(target, CompletionItemKind.Reference, line, from, to));
  }
  if (place.kind === 'none') return [];
  if (place.kind === 'key') {
    return keysToPropose(place.present, lang).map((proposal) => {
      const newText = place.hasColon ? proposal.label : `${proposal.label}: `;
      return toItem({ ...proposal, newText }, CompletionItemKind.Property, line, place.from, place.to);
    });
  }
  return valuesOf(place.key, path, base, lang).map((proposal) =>
    toItem(
      { ...proposal, newText: written(proposal.label, place) },
      CompletionItemKind.Value,
      line,
      place.from,
      place.to,
    ),
  );
}
