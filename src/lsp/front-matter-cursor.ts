// Where in the front matter a cursor is: at a key, at a value, or at neither. The text is being typed, so no YAML parser could tell.

/** A place for a key. */
export interface KeyAtCursor {
  readonly kind: 'key';
  /** Columns of the word at the cursor, from 0, the end exclusive. */
  readonly from: number;
  readonly to: number;
  readonly hasColon: boolean;
  /** The keys of the other lines. */
  readonly present: ReadonlySet<string>;
}

/** A place for a value of `key`. */
export interface FieldAtCursor {
  readonly kind: 'value';
  readonly key: string;
  /** Whether the field holds a list. */
  readonly list: boolean;
  /** How the value at the cursor is written: alone, in brackets, or on a line of its own after a hyphen. */
  readonly form: 'scalar' | 'flow' | 'block';
  /** Whether a space or a bracket stands before the value already. */
  readonly spaced: boolean;
  readonly from: number;
  readonly to: number;
}

export type FrontMatterPlace = KeyAtCursor | FieldAtCursor | { readonly kind: 'none' };

/** The fields that hold a list of something to choose from. */
const listFields: readonly string[] = ['reasons', 'audience', 'replaces'];

const none: FrontMatterPlace = { kind: 'none' };

/** Line on which the front matter ends, from 0; the number of lines where it is not closed yet. */
function closingLine(lines: readonly string[]): number {
  const found = lines.findIndex((text, index) => index > 0 && /^---[ \t]*$/.test(text));
  return found === -1 ? lines.length : found;
}

/** The columns of the word that the cursor touches. */
function wordAt(text: string, character: number): { readonly from: number; readonly to: number } {
  const before = /(?:\w[\w.-]*)?$/.exec(text.slice(0, character))?.[0] ?? '';
  const after = /^[\w.-]*/.exec(text.slice(character))?.[0] ?? '';
  return { from: character - before.length, to: character + after.length };
}

/** The key whose list the hyphen on `line` belongs to. */
function keyOfBlock(lines: readonly string[], line: number): string | undefined {
  for (let at = line - 1; at > 0; at--) {
    const text = lines[at] ?? '';
    const key = /^([\w-]+):[ \t]*$/.exec(text)?.[1];
    if (key !== undefined) return key;
    if (!/^[ \t]*-/.test(text)) return undefined;
  }
  return undefined;
}

/** Where the cursor is in the front matter of `lines`, from 0; undefined below it, and where there is none. */
export function fieldAtCursor(
  lines: readonly string[],
  line: number,
  character: number,
): FrontMatterPlace | undefined {
  if (!/^---[ \t]*$/.test(lines[0] ?? '')) return undefined;
  const end = closingLine(lines);
  if (line > end) return undefined;
  if (line === 0 || line === end) return none;
  const text = lines[line] ?? '';
  const before = text.slice(0, character);
  const word = wordAt(text, character);

  if (/^(?:\w[\w-]*)?$/.test(before)) {
    const others = lines.slice(1, end).filter((_, index) => index + 1 !== line);
    const present = others.flatMap((other) => /^([\w-]+):/.exec(other)?.[1] ?? []);
    return { kind: 'key', ...word, hasColon: text[word.to] === ':', present: new Set(present) };
  }
  const item = /^[ \t]*-([ \t]*)["']?[\w.-]*$/.exec(before);
  if (item) {
    const key = keyOfBlock(lines, line);
    if (key === undefined || !listFields.includes(key)) return none;
    return { kind: 'value', key, list: true, form: 'block', spaced: item[1] !== '', ...word };
  }
  const field = /^([\w-]+):([ \t]*)(\[(?:[^\]]*[, \t"'])?|["']?)[\w.-]*$/.exec(before);
  if (!field) return none;
  const [, key = '', space = '', opening = ''] = field;
  const list = listFields.includes(key);
  const flow = opening.startsWith('[');
  if (flow && !list) return none;
  return {
    kind: 'value',
    key,
    list,
    form: flow ? 'flow' : 'scalar',
    spaced: space + opening !== '',
    ...word,
  };
}
