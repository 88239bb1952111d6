// Where a body's links lead, without a tree of it: for the articles, most of them, in which a link can be nothing else.
import { type ByteText, fromByteText } from './byte-text.ts';

/** A fenced code block that begins and ends at the margin (CommonMark 4.5); nothing in it is a link. */
const fencedBlock = /^(`{3,})[^`\n]*\n(?:[^\n]*\n)*?\1`*[ \t]*$/gm;

/**
 * Signs with which `](` may be something else than the middle of a link: code, HTML and autolinks, escapes and character
 * references, containers, footnotes, link definitions and images. Searched one by one: that is ten times as fast as one expression.
 */
const doubtful: readonly string[] = ['`', '<', '\\', '&', '\r', '\0', '~~~', ':::', ']:', '][', '!['];

/** What no label or address of a plain link holds: brackets, spaces, and the end of a table's cell. */
const notInLabel = /[\]|]/;
const notInAddress = /[\s(|]/;
/** A label that is broken before letters goes on in the same paragraph. */
const broken = /^[^\n]*(?:\n {0,3}\p{L}[^\n]*)+$/u;
/** A bare web address goes on to the next space (GFM 6.9), over brackets as well: after one, only a parser can tell. */
const bareAddress = /www\.|:\/\//i;

/** Code by indentation, at the margin or in a list. */
const indents: readonly string[] = ['    ', '\t'];

/** A heading or a row of a table ends with its line, and a link in it as well. */
const singleLine = /[#|]/;

/** What may stand in a text beside its links: looked for once in all of it, because most texts have neither. */
interface Surroundings {
  readonly mayBeIndented: boolean;
  readonly mayHoldBareAddress: boolean;
}

function surroundingsIn(text: ByteText): Surroundings {
  return {
    mayBeIndented: indents.some((indent) => text.includes(indent)),
    mayHoldBareAddress: text.includes('://') || text.includes('w.') || text.includes('W.'),
  };
}

function endOfLine(text: ByteText, from: number): number {
  const end = text.indexOf('\n', from);
  return end === -1 ? text.length : end;
}

/** The address of the link whose `](` is at `middle`; undefined where only a parser can tell whether it is one. */
function addressAt(text: ByteText, middle: number, around: Surroundings): string | undefined {
  const open = text.lastIndexOf('[', middle);
  const close = text.indexOf(')', middle);
  if (open === -1 || close === -1) return undefined;
  const label = text.slice(open + 1, middle);
  const address = fromByteText(text.slice(middle + 2, close));
  if (notInLabel.test(label) || notInAddress.test(address)) return undefined;
  if (around.mayHoldBareAddress && bareAddress.test(text.slice(text.lastIndexOf('\n', open) + 1, open)))
    return undefined;
  const isBroken = label.includes('\n');
  if (!isBroken && !around.mayBeIndented) return address;
  // To the end of the line: what stands behind the link may make its line the first row of a table.
  const paragraph = text.slice(text.lastIndexOf('\n\n', open) + 1, endOfLine(text, close));
  if (indents.some((indent) => paragraph.includes(indent))) return undefined;
  if (isBroken && (!broken.test(fromByteText(label)) || singleLine.test(paragraph))) return undefined;
  return address;
}

/**
 * The addresses of the links in `body` (Markdown without front matter, as bytes), as `collectMarkdown` would give them, in the order
 * of the text; undefined where only a parser can tell.
 */
export function findPlainLinks(body: ByteText): readonly string[] | undefined {
  const text = body.includes('```') ? (body.replace(fencedBlock, '') as ByteText) : body;
  if (doubtful.some((sign) => text.includes(sign))) return undefined;
  const around = surroundingsIn(text);
  const urls: string[] = [];
  for (let middle = text.indexOf(']('); middle !== -1; middle = text.indexOf('](', middle + 1)) {
    const url = addressAt(text, middle, around);
    if (url === undefined) return undefined;
    urls.push(url);
  }
  return urls;
}
