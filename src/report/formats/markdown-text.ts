// Puts text from content into Markdown that GitHub or GitLab shows, where it can neither format, link, call anybody, nor end what it stands in.
import { legible } from '../../model/legible.ts';

// All of ASCII's punctuation may be escaped with a backslash (CommonMark 2.4).
const marks = /[\\`*_{}[\]()<>#+!|~&$^=]/g;

// Addresses, people, issues, labels and `:smile:` are found after the Markdown was read, so no escape stops them: a character without width does.
const references = /[@#!$%~&^](?=\w)|\bGH-(?=\d)|\bwww(?=\.)|:(?=[a-z_+/-])/gi;
const wordJoiner = '\u2060';

/** `text` on one line, as text and nothing else, in a table's cell too. */
export function escapeMarkdown(text: string): string {
  return legible(text)
    .replace(/\s+/g, ' ')
    .trim()
    .replace(references, (found) => found + wordJoiner)
    .replace(marks, '\\$&');
}

/** `text` as code in a line or a table's cell, in which GitHub reads `|` even within code. */
export function codeSpan(text: string): string {
  const line = legible(text).replace(/\s+/g, ' ').replaceAll('|', '\\|');
  const fence = '`'.repeat(longestRun(line) + 1);
  return fence.length === 1 ? `\`${line}\`` : `${fence} ${line} ${fence}`;
}

/** `text` as a block of code in `language`, between fences that it can't close (CommonMark 4.5). */
export function codeBlock(text: string, language: string): string {
  const shown = legible(text).replace(/\r\n?/g, '\n').trimEnd();
  const fence = '`'.repeat(Math.max(3, longestRun(shown) + 1));
  return `${fence}${language}\n${shown}\n${fence}`;
}

function longestRun(text: string): number {
  return Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
}
