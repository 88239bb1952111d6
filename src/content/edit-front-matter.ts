// Sets fields of a file's front matter as text edits: comments, key order, quotes and line ends stay, and so does every byte beside the new values.
import { isDeepStrictEqual } from 'node:util';
import { isMap, isScalar, type Pair, parseDocument, Scalar, stringify, type YAMLMap } from 'yaml';
import { Problem } from '../model/problem.ts';
import { splitFrontMatter } from './front-matter.ts';

/** A field's new value: text, a list of texts, or a mapping of texts of which only the named keys are set. */
export type FieldValue = string | readonly string[] | Readonly<Record<string, string>>;

function isList(value: FieldValue): value is readonly string[] {
  return Array.isArray(value);
}

/** Field → new value. Fields that are not there yet are added in this order. */
export type FieldEdits = Readonly<Record<string, FieldValue>>;

/** A stretch of YAML, and how its lines end. */
interface Source {
  readonly yaml: string;
  readonly lineEnd: string;
}

/** Plain text that YAML reads as itself wherever it stands: nothing in it is a sign of YAML's own. */
const plainText = /^[\p{L}\d](?:[\p{L}\d_.'’-]| (?!#))*$/u;

/** Text that can stand between single quotes, where nothing can be escaped. */
const oneLine = /^[^\p{Cc}\p{Zl}\p{Zp}]*$/u;

/** `value` as YAML, in the style of the scalar that it takes the place of where that style can hold it. */
function renderScalar(value: string, style: Scalar['type'] = Scalar.QUOTE_DOUBLE): string {
  const scalar = new Scalar(value);
  const read = plainText.test(value) ? parseDocument(value, { schema: 'core' }).toJS() : undefined;
  if (style === Scalar.QUOTE_SINGLE && oneLine.test(value)) scalar.type = style;
  else scalar.type = style !== Scalar.QUOTE_DOUBLE && read === value ? Scalar.PLAIN : Scalar.QUOTE_DOUBLE;
  return stringify(scalar, {
    lineWidth: 0,
    doubleQuotedMinMultiLineLength: Number.POSITIVE_INFINITY,
  }).trimEnd();
}

/** A new mapping on one line. Dates stand bare, everything else in quotes. */
function renderNew(value: FieldValue): string {
  const date = /^\d{4}-\d{2}-\d{2}$/;
  const render = (text: string) =>
    date.test(text) || /^[a-z0-9-]+$/.test(text) ? renderScalar(text, Scalar.PLAIN) : renderScalar(text);
  if (typeof value === 'string') return render(value);
  if (isList(value)) return `[${value.map(render).join(', ')}]`;
  return `{ ${Object.entries(value)
    .map(([key, text]) => `${key}: ${render(text)}`)
    .join(', ')} }`;
}

function findPair(map: YAMLMap, key: string): Pair | undefined {
  return map.items.find((item) => isScalar(item.key) && item.key.value === key);
}

function replaceRange(text: string, from: number, to: number, by: string): string {
  return text.slice(0, from) + by + text.slice(to);
}

/** Where the line that holds `offset` ends, its line end excluded. */
function endOfLine(text: string, offset: number): number {
  const end = /\r?\n|$/.exec(text.slice(offset));
  return offset + (end?.index ?? 0);
}

/** The mapping at `path` of the YAML. */
function mapAt({ yaml }: Source, path: readonly string[]): YAMLMap | undefined {
  const node = parseDocument(yaml, { schema: 'core' }).getIn(path, true);
  return isMap(node) ? node : undefined;
}

/** The YAML with `value` at `key` of its mapping at `path`. */
function setValue(source: Source, path: readonly string[], key: string, value: FieldValue): string {
  const map = mapAt(source, path);
  if (!map?.range) return source.yaml === '' ? `${key}: ${renderNew(value)}${source.lineEnd}` : source.yaml;
  const pair = findPair(map, key);
  if (!pair) return addPair(source, map, path.length > 0, `${key}: ${renderNew(value)}`);
  if (typeof value !== 'string' && !isList(value) && isMap(pair.value)) {
    return Object.entries(value).reduce(
      (yaml, [inner, text]) => setValue({ ...source, yaml }, [...path, key], inner, text),
      source.yaml,
    );
  }
  return replaceValue(source.yaml, pair, value);
}

function replaceValue(yaml: string, pair: Pair, value: FieldValue): string {
  const node = pair.value as (Scalar & { readonly range: readonly [number, number, number] }) | null;
  if (!node?.range) return yaml;
  const [from, to] = node.range;
  const raw = yaml.slice(from, to);
  const end = from + raw.trimEnd().length;
  const style = isScalar(node) && raw !== '' ? node.type : undefined;
  const rendered =
    typeof value === 'string' && style !== undefined ? renderScalar(value, style) : renderNew(value);
  // An empty value has no place of its own: it may touch the colon, or the comment behind it.
  const before = /\s$/.test(yaml.slice(0, from)) ? '' : ' ';
  const after = raw === '' && yaml[end] === '#' ? ' ' : '';
  return replaceRange(yaml, from, end, `${before}${rendered}${after}`);
}

/** The YAML with a new `key: value` as the last of `map`. */
function addPair({ yaml, lineEnd }: Source, map: YAMLMap, nested: boolean, line: string): string {
  const [from, valueEnd] = map.range as readonly [number, number, number];
  if (map.flow) {
    const inside = yaml.slice(from + 1, valueEnd - 1).trimEnd();
    const at = from + 1 + inside.length;
    // Behind a comment the new pair needs a line of its own.
    const breakLine = /#[^\r\n]*$/.test(inside) ? lineEnd : '';
    const comma = inside === '' || inside.endsWith(',') ? ' ' : ', ';
    return replaceRange(yaml, at, at, `${breakLine}${comma}${line}`);
  }
  if (!nested) return `${yaml}${lineEnd}${line}`;
  const indent = /[^\r\n]*$/.exec(yaml.slice(0, from))?.[0] ?? '';
  const at = endOfLine(yaml, from + yaml.slice(from, valueEnd).trimEnd().length);
  return replaceRange(yaml, at, at, `${lineEnd}${indent.replace(/\S/g, ' ')}${line}`);
}

/** The front matter of `text` as data, or undefined where it can't be read. */
function readData(text: string): Readonly<Record<string, unknown>> | undefined {
  const { yaml, problems } = splitFrontMatter(text);
  return problems.length === 0 ? ((yaml?.data ?? {}) as Record<string, unknown>) : undefined;
}

/** Whether `after` says what `before` said, with `edits`. */
function saysTheSame(before: string, after: string, edits: FieldEdits): boolean {
  const data = readData(before);
  if (data === undefined) return false;
  const expected: Record<string, unknown> = { ...data };
  for (const [key, value] of Object.entries(edits)) {
    const old = data[key];
    const merged =
      typeof value !== 'string' && !isList(value) && typeof old === 'object' && old !== null
        ? { ...old, ...value }
        : value;
    expected[key] = merged;
  }
  return isDeepStrictEqual(readData(after), expected);
}

/**
 * The text of a file with `edits` in its front matter, and everything else as it is.
 *
 * Raises a `Problem` at `path` where the front matter can't be read, or is written in a way in which the edit would
 * change more than the fields.
 */
export function editFrontMatter(path: string, text: string, edits: FieldEdits): string {
  const opener = /^\uFEFF?---\r?\n/.exec(text)?.[0] ?? '';
  const closer = /(^|\r?\n)---[ \t]*(?=\r?\n|$)/.exec(text.slice(opener.length));
  const end = opener.length + (closer?.index ?? 0);
  const lineEnd = opener.endsWith('\r\n') ? '\r\n' : '\n';
  const yaml = Object.entries(edits).reduce(
    (current, [key, value]) => setValue({ yaml: current, lineEnd }, [], key, value),
    text.slice(opener.length, end),
  );
  const edited = `${text.slice(0, opener.length)}${yaml}${text.slice(end)}`;
  if (
    opener !== '' &&
    closer &&
    saysTheSame(text.replace(/^\uFEFF/, ''), edited.replace(/^\uFEFF/, ''), edits)
  )
    return edited;
  throw new Problem(
    {
      fr: 'En-tête impossible à modifier sur place ; écrivez-le ainsi à la main : une clé par ligne',
      en: 'This front matter can’t be edited in place; write it by hand with one key a line',
    },
    path,
  );
}
