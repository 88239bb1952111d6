// The YAML that nearly all front matter and configuration is written in: maps and lists by indentation or in one line, of words, days, whole
// numbers and quoted texts. Read line by line, twenty times as fast as by a whole YAML parser, which 2,000 articles notice; whatever
// is not certainly plain is left to that one.

/** What a plain scalar may hold and end with: nothing that means something to YAML, wherever it stands. */
const plainSigns = "\\p{L}\\p{N}\\p{M}_.’'()/@+%=!?;·–—«»…-";

/** A plain scalar of `plainSigns` and `more`. Within it, the spaces are the common one and those that do not break (French typography). */
function wordOf(more: string): RegExp {
  const signs = `${more}${plainSigns}`;
  return new RegExp(`^\\p{L}(?:[ \\u00a0\\u202f${signs}]*[${signs}])?$`, 'u');
}

/** A plain scalar in a one-line collection, where a comma divides. */
const flowPattern = wordOf('');
/** A plain scalar that is the rest of a line. */
const linePattern = wordOf(',');
/** The beginning of a text that goes on with words after a number: a number holds no space. */
const counted = /^\d[\d\p{L}.-]* (?=\p{L})/u;
/** The words that YAML's core schema takes for something else than text (YAML 1.2.2, 10.3.2), in more cases than it does. */
const reservedWords: readonly string[] = ['true', 'false', 'null'];
const datePattern = /^\d{4}-\d{2}-\d{2}$/;
/** A period such as `30d`: with an `e` in the place of its letter it would be a number. */
const periodPattern = /^\d{1,4}[dwmy]$/;
const integerPattern = /^(?:0|[1-9]\d{0,8})$/;
/** Text between double quotes without escapes, or between single ones without a doubled one; at `lastIndex`. */
const quoted = /"([^"\\\p{Cc}]*)"|'([^'\p{Cc}]*)'/uy;
/** A key that YAML reads as text, unless it is a reserved word, and the rest of its line. */
const keyAndValue = /^([A-Za-z][A-Za-z0-9_.-]*):(?: +(.*))?$/;
/** In a one-line map, a key with what divides it from its value; at `lastIndex`. */
const flowKey = / *([A-Za-z][A-Za-z0-9_.-]*): +/y;
/** In a one-line collection, what may be a plain scalar; at `lastIndex`. */
const flowWord = /[^,[\]{}"']+/y;
const spaces = / */y;
const flowStart = /^[[{"']/;
/** What makes a list in one line more than words, commas and spaces. */
const flowSigns = /["'[\]{}]|[^\S ]/;
/** A line of nothing but spaces, or of a comment, in which no character ends a line for YAML alone. */
const nothing = /^ *(?:#[^\p{Cc}\u2028\u2029]*)?$/u;
/** What may follow a value that ends by itself. */
const trailing = /^ *(?: #[^\p{Cc}\u2028\u2029]*)?$/u;

/** How deep collections are read within each other. */
const deepest = 12;

/** Where a value is not certainly plain. */
class Unsure extends Error {}

function isReserved(text: string): boolean {
  return text.length <= 5 && reservedWords.includes(text.toLowerCase());
}

/** How many spaces `text` begins with. */
function countSpaces(text: string): number {
  let count = 0;
  while (text[count] === ' ') count++;
  return count;
}

/** `text` without the spaces around it; those that do not break belong to it. */
function trimSpaces(text: string): string {
  let end = text.length;
  while (text[end - 1] === ' ') end--;
  return text.slice(countSpaces(text), end);
}

/** The value of a plain scalar whose words are as `pattern` wants them. */
function readScalar(text: string, pattern: RegExp): unknown {
  if (!pattern.test(text)) return readCounted(text, pattern);
  if (!isReserved(text)) return text;
  if (text === 'true' || text === 'false') return text === 'true';
  throw new Unsure();
}

/** The value of a plain scalar that begins with a digit: a day, a period, a whole number, or a text. */
function readCounted(text: string, pattern: RegExp): unknown {
  if (datePattern.test(text) || periodPattern.test(text)) return text;
  if (integerPattern.test(text)) return Number(text);
  const start = counted.exec(text)?.[0];
  if (start !== undefined && pattern.test(text.slice(start.length))) return text;
  throw new Unsure();
}

function setOnce(into: Record<string, unknown>, key: string, value: unknown): void {
  if (isReserved(key) || Object.hasOwn(into, key)) throw new Unsure();
  into[key] = value;
}

/** A text in one line, and how far it was read. */
interface Inline {
  readonly text: string;
  at: number;
}

/** What `pattern`, a sticky one, matches where `inline` is read; it is read on behind that. */
function take(inline: Inline, pattern: RegExp): RegExpExecArray | null {
  pattern.lastIndex = inline.at;
  const match = pattern.exec(inline.text);
  if (match) inline.at = pattern.lastIndex;
  return match;
}

function takeQuoted(inline: Inline): string {
  const match = take(inline, quoted);
  if (match === null) throw new Unsure();
  return match[1] ?? match[2] ?? '';
}

function takeFlowValue(inline: Inline, depth: number): unknown {
  take(inline, spaces);
  switch (inline.text[inline.at]) {
    case '[':
      return takeFlowList(inline, depth);
    case '{':
      return takeFlowMap(inline, depth);
    case '"':
    case "'":
      return takeQuoted(inline);
    default:
      return readScalar(trimSpaces(take(inline, flowWord)?.[0] ?? ''), flowPattern);
  }
}

/** Reads the items of a one-line collection, each by `takeItem`, from its opening sign to `closing`. */
function takeItems(inline: Inline, closing: string, depth: number, takeItem: () => void): void {
  if (depth > deepest) throw new Unsure();
  inline.at++;
  take(inline, spaces);
  while (inline.text[inline.at] !== closing) {
    takeItem();
    take(inline, spaces);
    if (inline.text[inline.at] === closing) break;
    if (inline.text[inline.at] !== ',') throw new Unsure();
    inline.at++;
    take(inline, spaces);
    // A comma at the end is left to the library.
    if (inline.text[inline.at] === closing) throw new Unsure();
  }
  inline.at++;
}

function takeFlowList(inline: Inline, depth: number): unknown[] {
  const items: unknown[] = [];
  takeItems(inline, ']', depth, () => items.push(takeFlowValue(inline, depth + 1)));
  return items;
}

function takeFlowMap(inline: Inline, depth: number): Record<string, unknown> {
  const map: Record<string, unknown> = {};
  takeItems(inline, '}', depth, () => {
    const key = take(inline, flowKey)?.[1];
    if (key === undefined) throw new Unsure();
    setOnce(map, key, takeFlowValue(inline, depth + 1));
  });
  return map;
}

/** A quoted text that is all of what it is looked for in. */
const wholeQuoted = new RegExp(`^(?:${quoted.source})$`, 'u');

/** The value of `text`, the rest of a line behind its key or dash, with no space before it. */
function readValue(text: string): unknown {
  // What most values are comes first, and in as few steps as can be: there are a dozen of them in every article.
  if (linePattern.test(text) && !isReserved(text)) return text;
  const match = flowStart.test(text) ? wholeQuoted.exec(text) : null;
  if (match) return match[1] ?? match[2] ?? '';
  if (text.startsWith('[') && text.endsWith(']')) {
    const inner = text.slice(1, -1);
    if (inner === '') return [];
    if (!flowSigns.test(inner)) return inner.split(',').map((item) => readScalar(item.trim(), flowPattern));
  }
  if (flowStart.test(text)) {
    const inline: Inline = { text, at: 0 };
    const value = takeFlowValue(inline, 0);
    if (!trailing.test(text.slice(inline.at))) throw new Unsure();
    return value;
  }
  const comment = text.indexOf(' #');
  if (comment !== -1 && !trailing.test(text.slice(comment))) throw new Unsure();
  return readScalar(trimSpaces(comment === -1 ? text : text.slice(0, comment)), linePattern);
}

/** Whether a line is blank or a comment; nearly every line begins with a letter, and is neither. */
function saysNothing(line: string): boolean {
  const first = line[0];
  return first === undefined || ((first === ' ' || first === '#') && nothing.test(line));
}

/** Lines with their indentation, read one after another; blank ones and comments are passed over. */
class Lines {
  readonly #lines: readonly string[];
  #at = 0;
  /** Spaces before the present line's text; -1 behind the last line. */
  indent = -1;
  /** The present line behind its indentation. */
  text = '';

  constructor(source: string) {
    this.#lines = source.includes('\r') ? source.split(/\r?\n/) : source.split('\n');
    this.#read();
  }

  #read(): void {
    let line = this.#lines[this.#at];
    while (line !== undefined && saysNothing(line)) line = this.#lines[++this.#at];
    this.indent = line === undefined ? -1 : countSpaces(line);
    this.text = line?.slice(this.indent) ?? '';
  }

  next(): void {
    this.#at++;
    this.#read();
  }

  /** Takes the first `length` characters of the text for indentation: `- a: b` is a list of a map whose keys stand below the `a`. */
  stepIn(length: number): void {
    this.text = this.text.slice(length);
    this.indent += length;
  }

  get isOver(): boolean {
    return this.indent === -1;
  }

  get isItem(): boolean {
    return this.text.startsWith('- ') || this.text === '-';
  }
}

/** Whether the rest of a line says nothing: it is empty, or a comment. */
function isSilent(rest: string): boolean {
  return rest === '' || (rest[0] === '#' && nothing.test(rest));
}

/** What is below a key or a dash that has no value in its own line. */
function readBelow(lines: Lines, indent: number, depth: number): unknown {
  if (lines.indent <= indent) return null;
  return lines.isItem ? readList(lines, lines.indent, depth) : readMap(lines, lines.indent, depth);
}

function readList(lines: Lines, indent: number, depth: number): unknown[] {
  if (depth > deepest) throw new Unsure();
  const items: unknown[] = [];
  while (lines.indent === indent && lines.isItem) {
    const rest = lines.text.slice(1 + countSpaces(lines.text.slice(1)));
    if (isSilent(rest)) {
      lines.next();
      items.push(readBelow(lines, indent, depth + 1));
    } else if (keyAndValue.test(rest)) {
      lines.stepIn(lines.text.length - rest.length);
      items.push(readMap(lines, lines.indent, depth + 1));
    } else {
      items.push(readValue(rest));
      lines.next();
    }
  }
  if (lines.indent > indent) throw new Unsure();
  return items;
}

function readMap(lines: Lines, indent: number, depth: number): Record<string, unknown> {
  if (depth > deepest) throw new Unsure();
  const map: Record<string, unknown> = {};
  while (lines.indent === indent) {
    const pair = keyAndValue.exec(lines.text);
    if (pair === null) throw new Unsure();
    const key = pair[1] as string;
    const rest = pair[2] ?? '';
    lines.next();
    if (!isSilent(rest)) setOnce(map, key, readValue(rest));
    // A list may stand as far out as the key that it belongs to.
    else if (lines.indent === indent && lines.isItem) setOnce(map, key, readList(lines, indent, depth + 1));
    else setOnce(map, key, readBelow(lines, indent, depth + 1));
  }
  if (lines.indent > indent) throw new Unsure();
  return map;
}

/** The value of `text` where it is a map in plain YAML, the very one that the `yaml` library gives; undefined where that is not certain. */
export function parsePlainYaml(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const lines = new Lines(text);
    if (lines.indent !== 0) return undefined;
    const data = readMap(lines, 0, 0);
    return lines.isOver ? data : undefined;
  } catch (error) {
    if (error instanceof Unsure) return undefined;
    throw error;
  }
}
