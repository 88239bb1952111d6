// Where a body's links lead, without a tree of it: for the articles, most of them, in which a link can be nothing else.

/** A fenced code block that begins and ends at the margin (CommonMark 4.5); nothing in it is a link. */
const fencedBlock = /^(`{3,})[^`\n]*\n(?:[^\n]*\n)*?\1`*[ \t]*$/gm;

/**
 * What could make `](` something else than the middle of a link, or hide one: code, HTML and autolinks, escapes and character references,
 * footnotes and link definitions, images, code by indentation, and a bare web address, which goes on to the next space.
 */
const doubtful = /[`<\\&\r\0]|~~~|\]:|\]\[|!\[|(?: {4}|\t).*\]\(|(?:www\.|:\/\/)\S*\[/i;

/** A whole link on one line: a text without brackets, an address without spaces. A cell of a table may end at `|`. */
const link = /\[[^[\]|\n]*\]\(([^\s()|]*)\)/g;

/**
 * The addresses of the links in `body` (Markdown without front matter), as `collectMarkdown` would give them, in the order
 * of the text; undefined where only a parser can tell.
 */
export function findPlainLinks(body: string): readonly string[] | undefined {
  const text = body.includes('```') ? body.replace(fencedBlock, '') : body;
  if (doubtful.test(text)) return undefined;
  const urls = Array.from(text.matchAll(link), ([, url = '']) => url);
  return urls.length === text.split('](').length - 1 ? urls : undefined;
}
