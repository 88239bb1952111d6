// Where a body's links lead, without a tree of it: for the articles, most of them, in which a link can be nothing else.

/** A fenced code block that begins and ends at the margin (CommonMark 4.5); nothing in it is a link. */
const fencedBlock = /^(`{3,})[^`\n]*\n(?:[^\n]*\n)*?\1`*[ \t]*$/gm;

/**
 * Signs with which `](` may be something else than the middle of a link: code, HTML and autolinks, escapes and character
 * references, footnotes, link definitions and images. Searched one by one: that is ten times as fast as one expression.
 */
const doubtful: readonly string[] = ['`', '<', '\\', '&', '\r', '\0', '~~~', ']:', '][', '!['];

/** What no label or address of a plain link holds: brackets, spaces, and the end of a table's cell. */
const notInLabel = /[\]|]/;
const notInAddress = /[\s(|]/;
/** A label that is broken before letters goes on in the same paragraph. */
const broken = /^[^\n]*(?:\n {0,3}\p{L}[^\n]*)+$/u;
/** A bare web address goes on to the next space (GFM 6.9), over brackets as well. */
const bareAddress = /(?:www\.|:\/\/)\S*$/i;

/** Whether a paragraph may be code by indentation, at the margin or in a list. */
function maybeIndented(paragraph: string): boolean {
  return paragraph.includes('    ') || paragraph.includes('\t');
}

/** A heading or a row of a table ends with its line, and a link in it as well. */
const singleLine = /[#|]/;

/** The address of the link whose `](` is at `middle`; undefined where only a parser can tell whether it is one. */
function addressAt(text: string, middle: number): string | undefined {
  const [open, close] = [text.lastIndexOf('[', middle), text.indexOf(')', middle)];
  if (open === -1 || close === -1) return undefined;
  const [label, address] = [text.slice(open + 1, middle), text.slice(middle + 2, close)];
  if (notInLabel.test(label) || notInAddress.test(address)) return undefined;
  const paragraph = text.slice(text.lastIndexOf('\n\n', open) + 1, close);
  const before = text.slice(text.lastIndexOf('\n', open) + 1, open);
  if (bareAddress.test(before) || maybeIndented(paragraph)) return undefined;
  if (label.includes('\n') && (!broken.test(label) || singleLine.test(paragraph))) return undefined;
  return address;
}

/**
 * The addresses of the links in `body` (Markdown without front matter), as `collectMarkdown` would give them, in the order
 * of the text; undefined where only a parser can tell.
 */
export function findPlainLinks(body: string): readonly string[] | undefined {
  const text = body.includes('```') ? body.replace(fencedBlock, '') : body;
  if (doubtful.some((sign) => text.includes(sign))) return undefined;
  const urls: string[] = [];
  for (let middle = text.indexOf(']('); middle !== -1; middle = text.indexOf('](', middle + 1)) {
    const url = addressAt(text, middle);
    if (url === undefined) return undefined;
    urls.push(url);
  }
  return urls;
}
