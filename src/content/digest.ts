// The digest of an article: what a reader can see or a machine acts on, and nothing of the file's layout.
import { hash as hashOnce } from 'node:crypto';
import type { Article } from '../model/article.ts';
import { formatPeriod } from '../model/iso-date.ts';
import type { Digest } from '../model/trust.ts';
import type { DatedValue, Variables } from '../model/variable.ts';
import type { Included } from './fragments.ts';

export type DigestedFields = Pick<
  Article,
  'title' | 'lang' | 'type' | 'audience' | 'reasons' | 'effective' | 'expires'
> &
  Partial<Pick<Article, 'level' | 'acknowledge' | 'quiz' | 'asks' | 'transfers' | 'followUps'>>;

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

/** UTF-8 in memory, from `start` to `end` (exclusive). */
interface Span {
  readonly bytes: Uint8Array;
  readonly start: number;
  readonly end: number;
}

function spaceForTexts() {
  space ??= {
    utf8: Buffer.allocUnsafeSlow(3 * longestText),
    json: Buffer.allocUnsafeSlow(6 * longestText + 2),
  };
  return space;
}

/** The bytes of `before`, the text of `span` in quotation marks as `JSON.stringify` writes it, and `after`; undefined where only that knows. */
function writeJson(before: string, { bytes, start, end }: Span, after: string): Buffer | undefined {
  if (end - start > 3 * longestText || before.length + after.length > longestText) return undefined;
  const { json } = spaceForTexts();
  let at = json.write(before, 'utf8');
  json[at++] = quotationMark;
  for (let from = start; from < end; from++) {
    const byte = bytes[from] as number;
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

/** `text` in UTF-8; undefined where it is longer than there is space. */
function encode(text: string): Span | undefined {
  if (text.length > longestText) return undefined;
  const { utf8 } = spaceForTexts();
  return { bytes: utf8, start: 0, end: utf8.write(text, 'utf8') };
}

/** How an article is brought before its readers, where it says so: one that does not has the digest that it always had. */
function calls({ level, acknowledge }: DigestedFields): readonly object[] {
  if (level === undefined && acknowledge !== true) return [];
  return [{ level: level ?? null, acknowledge: acknowledge === true }];
}

/** What a quiz sets, where it sets anything. */
function quizFacts({ quiz }: DigestedFields): readonly object[] {
  return quiz === undefined ? [] : [{ draw: quiz.draw ?? null, pass: quiz.pass ?? null }];
}

/** The questions that the context answers, where there are any: sorted, as an order of keys says nothing. */
function askFacts({ asks }: DigestedFields): readonly object[] {
  const sorted = <Value>(record: Readonly<Record<string, Value>>) =>
    Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1));
  if (asks === undefined) return [];
  const written = sorted(asks).map(([node, { variable, answers }]) => [
    node,
    variable,
    sorted(answers ?? {}).map(([answer, values]) => [answer, [...values].sort()]),
  ]);
  return [{ asks: written }];
}

/** Where a voice menu transfers calls to, where it does: sorted, as an order of keys says nothing. */
function transferFacts({ transfers }: DigestedFields): readonly object[] {
  if (transfers === undefined) return [];
  return [{ transfers: Object.entries(transfers).sort(([a], [b]) => (a < b ? -1 : 1)) }];
}

/** What is to be checked after the contact, where anything is: in the order in which it is written, as it is shown so. */
function followUpFacts({ followUps }: DigestedFields): readonly object[] {
  if (followUps === undefined) return [];
  return [
    { followUps: followUps.map(({ after, check, next }) => [formatPeriod(after), check, next ?? null]) },
  ];
}

/** What `variables` say in `lang` as it counts: every value with its days. */
export function digestVariables(lang: string, variables: Variables): readonly unknown[] {
  const textOf = ({ text }: DatedValue) => (typeof text === 'string' ? text : (text[lang] ?? null));
  return [...variables].map(([name, { values }]) => [
    name,
    values.map((value) => [value.from ?? null, value.until ?? null, textOf(value)]),
  ]);
}

/** What each variable says, where there are any: an article without one has the digest that it always had. */
function variableFacts({ lang }: DigestedFields, variables: Variables): readonly object[] {
  return variables.size === 0 ? [] : [{ variables: digestVariables(lang, variables) }];
}

function factsOf(fields: DigestedFields): readonly unknown[] {
  return [
    'kb-article/1',
    fields.title,
    fields.type,
    [...fields.audience].sort(),
    [...fields.reasons].sort(),
    fields.effective ?? null,
    fields.expires ?? null,
    ...calls(fields),
    ...quizFacts(fields),
    ...askFacts(fields),
    ...transferFacts(fields),
    ...followUpFacts(fields),
  ];
}

function hash(canonical: string | Buffer): Digest {
  return `sha256:${hashOnce('sha256', canonical, 'hex')}`;
}

/** `facts` as the beginning of a JSON array that goes on. */
function openArray(facts: readonly unknown[]): string {
  return `${JSON.stringify(facts).slice(0, -1)},`;
}

/**
 * SHA-256 over a canonical form: fixed field order, lists sorted, line ends as `\n`.
 *
 * `body` is the Markdown after the front matter, `included` the fragments that it includes; one that there is not counts
 * as such. `variables` are those that it shows: all their values in the article's language, with their days, so that one
 * that was planned comes into force without a change.
 */
export function computeDigest(
  fields: DigestedFields,
  body: string,
  included: Included,
  variables: Variables,
): Digest {
  const fragments = [...included].map(([id, fragment]) => [
    id,
    fragment?.content.ok ? canonicalText(fragment.content.text) : null,
  ]);
  const facts = factsOf(fields);
  const text = canonicalText(body);
  const rest = [...(fragments.length > 0 ? [fragments] : []), ...variableFacts(fields, variables)];
  // Nearly all of the canonical form is the text, and `JSON.stringify` is slow on texts of many lines.
  const span = encode(text);
  const after = rest.length > 0 ? `,${JSON.stringify(rest).slice(1)}` : ']';
  const written = span && writeJson(openArray(facts), span, after);
  return hash(written ?? JSON.stringify([...facts, text, ...rest]));
}

/** Whether `trim` takes this byte of ASCII away. */
function isSpace(byte: number | undefined): boolean {
  return byte === 0x20 || (byte !== undefined && byte >= 0x09 && byte <= 0x0d);
}

/** Whether a character that begins with this byte of UTF-8 is certainly no space: ASCII, or U+00C0 to U+07FF, as French letters are. */
function isPlainSign(byte: number | undefined): boolean {
  return byte !== undefined && ((byte > 0x20 && byte < 0x80) || (byte >= 0xc3 && byte <= 0xdf));
}

const carriageReturn = 0x0d;

/**
 * What `computeDigest` gives for a body that includes nothing and that is the valid UTF-8 of `file` from `start` on;
 * undefined where that is not certain.
 */
export function computeBytesDigest(fields: DigestedFields, file: Buffer, start: number): Digest | undefined {
  let [from, end] = [start, file.length];
  while (from < end && isSpace(file[from])) from++;
  while (end > from && isSpace(file[end - 1])) end--;
  const last = (file[end - 1] ?? 0) < 0x80 ? end - 1 : end - 2;
  const isTrimmed = from === end || (isPlainSign(file[from]) && isPlainSign(file[last]));
  if (!isTrimmed || file.includes(carriageReturn, start)) return undefined;
  const written = writeJson(openArray(factsOf(fields)), { bytes: file, start: from, end }, ']');
  return written && hash(written);
}
