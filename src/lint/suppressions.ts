// Comments that silence rules: which they name, which lines they cover, and whether they say why.
import type { Html, Nodes } from 'mdast';
import type { Document } from '../content/document.ts';
import type { DocumentParts } from '../content/document-parts.ts';
import { walkTree } from '../content/walk-tree.ts';
import type { Place } from '../model/finding.ts';

/**
 * One comment, `<!-- kb-disable-next-line rule: reason -->` in the text or `# kb-disable-next-line rule: reason` in the
 * front matter.
 */
export interface Suppression extends Place {
  /** The comment as written, for messages. */
  readonly written: string;
  /** The rules that it names; empty where it could not be read. */
  readonly rules: readonly string[];
  readonly reason: string;
  /** First and last line that it covers, from 1. */
  readonly from: number;
  readonly to: number;
  /** The rules that had something to say there: the engine adds to it. */
  readonly used: Set<string>;
}

interface Comment extends Place {
  readonly written: string;
  /** What stands between the comment's marks. */
  readonly content: string;
}

const command =
  /^kb-(disable-next-line|disable-file|disable|enable)\s+([\w-]+(?:\s*,\s*[\w-]+)*)\s*(?::\s*([\s\S]*))?$/;

function commentsOfBody(parts: DocumentParts): Comment[] {
  const comments: Comment[] = [];
  walkTree<Nodes>(parts.tree, (node) => {
    if (node.type === 'html') comments.push(...commentsOfHtml(node, parts));
    return undefined;
  });
  return comments;
}

function commentsOfHtml(node: Html, parts: DocumentParts): Comment[] {
  const { start } = parts.rangeOf(node);
  return [...node.value.matchAll(/<!--\s*(kb-[\s\S]*?)\s*-->/g)].map(
    ({ 0: written, 1: content = '', index }) => ({
      ...parts.placeAt(start + index, start + index + written.length),
      written,
      content,
    }),
  );
}

function commentsOfFrontMatter(document: Document, parts: DocumentParts): Comment[] {
  const header = document.text.slice(0, document.text.length - document.body.length);
  return [...header.matchAll(/^#[ \t]*(kb-[^\r\n]*)/gm)].map(({ 0: written, 1: content = '', index }) => ({
    ...parts.placeAt(index, index + written.length),
    written,
    content: content.trim(),
  }));
}

/** The first line after `line` that holds more than spaces. */
function nextLine(lines: readonly string[], line: number): number {
  const found = lines.findIndex((text, index) => index >= line && text.trim() !== '');
  return found === -1 ? line + 1 : found + 1;
}

/** The suppressions of `document`, in the order of the text. */
export function readSuppressions(document: Document, parts: DocumentParts): Suppression[] {
  if (!document.text.includes('kb-')) return [];
  const comments = [...commentsOfFrontMatter(document, parts), ...commentsOfBody(parts)];
  if (comments.length === 0) return [];
  const lines = document.text.split(/\r\n|\n|\r/);
  const parsed = comments.map((comment) => ({ comment, match: command.exec(comment.content) }));
  return parsed.flatMap(({ comment, match }, index): Suppression[] => {
    const [, verb, names = '', reason = ''] = match ?? [];
    if (verb === 'enable') return [];
    const rules = names
      .split(',')
      .map((name) => name.trim())
      .filter((name) => name !== '');
    const endLine = comment.endLine ?? comment.line;
    const common = { ...comment, rules, reason: reason.trim(), used: new Set<string>() };
    if (verb === 'disable-next-line') {
      const line = nextLine(lines, endLine);
      return [{ ...common, from: line, to: line }];
    }
    if (verb === 'disable-file') return [{ ...common, from: 1, to: lines.length }];
    // One suppression per rule, as each may be enabled again somewhere else.
    return (rules.length === 0 ? [''] : rules).map((rule) => {
      const enabled = parsed
        .slice(index + 1)
        .find(
          ({ match: later }) => later?.[1] === 'enable' && (later[2] ?? '').split(/\s*,\s*/).includes(rule),
        );
      return {
        ...common,
        rules: rule === '' ? [] : [rule],
        from: endLine,
        to: enabled ? enabled.comment.line : lines.length,
      };
    });
  });
}

/** Whether one of `suppressions` silences `rule` on `line`; it then counts as used. */
export function isSuppressed(suppressions: readonly Suppression[], rule: string, line: number): boolean {
  const covering = suppressions.filter(
    ({ rules, from, to }) => rules.includes(rule) && from <= line && line <= to,
  );
  for (const { used } of covering) used.add(rule);
  return covering.length > 0;
}
