// The digest of an article: what a reader can see or a machine acts on, and nothing of the file's layout.
import { hash as hashOnce } from 'node:crypto';
import type { Article } from '../model/article.ts';
import { formatPeriod } from '../model/iso-date.ts';
import type { Digest } from '../model/trust.ts';
import type { DatedValue, Variables } from '../model/variable.ts';
import type { Included } from './fragments.ts';
import { writeJsonText } from './json-text.ts';

export type DigestedFields = Pick<
  Article,
  'title' | 'lang' | 'type' | 'audience' | 'reasons' | 'effective' | 'expires'
> &
  Partial<Pick<Article, 'level' | 'acknowledge' | 'quiz' | 'asks' | 'transfers' | 'followUps'>>;

/** A text as it counts: line ends as `\n`, nothing around it. */
function canonicalText(text: string): string {
  return (text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text).trim();
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

/** Half of a surrogate pair that stands alone: no byte of UTF-8 says it. */
const halfPair = /\p{Surrogate}/u;

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
  const after = rest.length > 0 ? `,${JSON.stringify(rest).slice(1)}` : ']';
  const written = halfPair.test(text)
    ? undefined
    : writeJsonText(openArray(facts), Buffer.from(text, 'utf8'), after);
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
  const written = writeJsonText(openArray(factsOf(fields)), file.subarray(from, end), ']');
  return written && hash(written);
}
