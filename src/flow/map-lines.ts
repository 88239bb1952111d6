// Maps the lines that Mermaid counts back to the lines of the source: it drops front matter and comments before it counts.

// Both expressions are Mermaid's own (diagram-api/regexes.ts and comments.ts, 11.17).
export const frontMatter = /^([^\S\n\r]*)-{3}\s*[\n\r](.*?)[\n\r]\1-{3}\s*[\n\r]+/s;
const comments = /^\s*%%(?!{)[^\n]+\n?/gm;

export interface SourceLine {
  /** Line in the source, from 1. */
  readonly line: number;
  /** Whether Mermaid reads the line as it is written, so that its columns are the source's too. */
  readonly verbatim: boolean;
}

/** For each line that Mermaid's parser counts (the first one at index 0), the line of `code` that it comes from. */
export function mapLines(code: string): SourceLine[] {
  const text = normaliseNewlines(code);
  const body = text.replace(frontMatter, '');
  const skipped = text.length - body.length;
  let kept = '';
  const offsets: number[] = [];
  const keep = (from: number, to: number) => {
    for (let at = from; at < to; at += 1) offsets.push(skipped + at);
    kept += body.slice(from, to);
  };
  let end = 0;
  for (const comment of body.matchAll(comments)) {
    keep(end, comment.index);
    end = comment.index + comment[0].length;
  }
  keep(end, body.length);
  const leading = kept.length - kept.trimStart().length;
  return locate(kept.slice(leading), offsets.slice(leading), text);
}

/** The text with every line end written as `\n`. */
export function normaliseNewlines(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}

function locate(kept: string, offsets: readonly number[], text: string): SourceLine[] {
  const written = text.split('\n');
  const lines: SourceLine[] = [];
  let start = 0;
  let line = 1;
  let seen = 0;
  for (const content of kept.split('\n')) {
    const offset = offsets[start] ?? text.length;
    for (; seen < offset; seen += 1) if (text[seen] === '\n') line += 1;
    // Mermaid writes `#quot;` and the like in another way before it parses.
    lines.push({ line, verbatim: written[line - 1] === content && !/#\w+;/.test(content) });
    start += content.length + 1;
  }
  return lines;
}
