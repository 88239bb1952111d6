// The digest of an article: what a reader can see or a machine acts on, and nothing of the file's layout.
import { createHash } from 'node:crypto';
import type { Article } from '../model/article.ts';
import type { Digest } from '../model/trust.ts';
import type { Included } from './fragments.ts';

type DigestedFields = Pick<Article, 'title' | 'type' | 'audience' | 'reasons' | 'effective' | 'expires'>;

/** A text as it counts: line ends as `\n`, nothing around it. */
function canonicalText(text: string): string {
  return (text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text).trim();
}

const backslash = 0x5c;
const quotationMark = 0x22;

/** A byte that is left to `JSON.stringify`. */
const left = 1;
/**
 * How each byte of UTF-8 stands in JSON (RFC 8259, 7): 0 for itself, else the sign after the backslash. Left are control
 * characters but the line feed, and with U+F000 to U+FFFF what UTF-8 has in the place of half a surrogate pair.
 */
const escapes = new Uint8Array(256).fill(left, 0, 0x20);
escapes[0x0a] = 'n'.charCodeAt(0);
escapes[quotationMark] = quotationMark;
escapes[backslash] = backslash;
escapes[0xef] = left;

/** The longest text that is written here, and the longest around it, in UTF-16 code units; each takes three bytes at most. */
const longestText = 1_048_576;
/** UTF-8 as it comes and JSON as it goes, used again for every article. */
let space: { readonly utf8: Buffer; readonly json: Buffer } | undefined;

/** The bytes of `before`, `text` in quotation marks as `JSON.stringify` writes it, and `after`; undefined where only that knows. */
function writeJson(before: string, text: string, after: string): Buffer | undefined {
  if (text.length > longestText || before.length + after.length > longestText) return undefined;
  space ??= {
    utf8: Buffer.allocUnsafeSlow(3 * longestText),
    json: Buffer.allocUnsafeSlow(6 * longestText + 2),
  };
  const { utf8, json } = space;
  const length = utf8.write(text, 'utf8');
  let at = json.write(before, 'utf8');
  json[at++] = quotationMark;
  for (let from = 0; from < length; from++) {
    const byte = utf8[from] as number;
    const sign = escapes[byte] as number;
    if (sign === 0) json[at++] = byte;
    else if (sign === left) return undefined;
    else {
      json[at++] = backslash;
      json[at++] = sign;
    }
  }
  json[at++] = quotationMark;
  at += json.write(after, at, 'utf8');
  return json.subarray(0, at);
}

/**
 * SHA-256 over a canonical form: fixed field order, lists sorted, line ends as `\n`.
 *
 * `body` is the Markdown after the front matter, `included` the fragments that it includes; one that there is not counts
 * as such.
 */
export function computeDigest(fields: DigestedFields, body: string, included: Included): Digest {
  const fragments = [...included].map(([id, fragment]) => [
    id,
    fragment?.content.ok ? canonicalText(fragment.content.text) : null,
  ]);
  const facts = [
    'kb-article/1',
    fields.title,
    fields.type,
    [...fields.audience].sort(),
    [...fields.reasons].sort(),
    fields.effective ?? null,
    fields.expires ?? null,
  ];
  const text = canonicalText(body);
  const rest = fragments.length > 0 ? [fragments] : [];
  // The canonical form is `JSON.stringify([...facts, text, ...rest])`. Nearly all of it is the text, and for texts of many lines that function is slow.
  const before = `${JSON.stringify(facts).slice(0, -1)},`;
  const after = rest.length > 0 ? `,${JSON.stringify(rest).slice(1)}` : ']';
  const canonical = writeJson(before, text, after) ?? JSON.stringify([...facts, text, ...rest]);
  return `sha256:${createHash('sha256').update(canonical).digest('hex')}`;
}
