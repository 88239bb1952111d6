// YAML as this project accepts it (core schema, unique keys, no aliases, a size cap), with the place of every value.
import { isMap, isPair, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import type { Place } from '../model/finding.ts';
import type { Wording } from '../model/wording.ts';
import { parsePlainYaml } from './plain-yaml.ts';

/** Largest YAML text that is read, in UTF-16 code units: front matter and configuration are small; more is an accident or an attack. */
export const yamlLengthLimit = 65_536;

export interface YamlProblem extends Place {
  readonly wording: Wording;
}

/** Where the value at a path of keys and indexes stands; the key's place for `of: 'key'`. */
export type PlaceOf = (path: readonly PropertyKey[], of?: 'key' | 'value') => Place;

export interface YamlSource {
  /** The value, or undefined where there are problems. */
  readonly data: unknown;
  readonly problems: readonly YamlProblem[];
  readonly placeOf: PlaceOf;
}

/** The first line of a parser's message, without the place that it repeats. */
function firstLine(message: string): string {
  return (message.split('\n')[0] ?? '').replace(/ at line \d+, column \d+:?$/, '').trim();
}

/**
 * Reads `text` as one YAML 1.2 document (core schema: dates stay strings).
 *
 * `firstLineNumber` is the line of the file on which `text` begins, so that places count in the file.
 */
export function parseYaml(text: string, firstLineNumber = 1): YamlSource {
  const start: Place = { line: firstLineNumber, column: 1 };
  if (text.length > yamlLengthLimit) {
    const wording = {
      fr: `YAML inattendu de ${text.length} caractères, attendu : ${yamlLengthLimit} au plus`,
      en: `Unexpected YAML of ${text.length} characters, expected at most ${yamlLengthLimit}`,
    };
    return { data: undefined, problems: [{ ...start, wording }], placeOf: () => start };
  }
  return readPlainYaml(text, firstLineNumber) ?? parseWhole(text, firstLineNumber);
}

/** What `parseYaml` gives for a map in plain YAML; undefined for any other text. */
export function readPlainYaml(text: string, firstLineNumber: number): YamlSource | undefined {
  if (text.length > yamlLengthLimit) return undefined;
  const data = parsePlainYaml(text);
  if (data === undefined) return undefined;
  // Where a value stands is asked of few articles, and only the whole parser knows.
  let whole: YamlSource | undefined;
  const placeOf: PlaceOf = (path, of) => {
    whole ??= parseWhole(text, firstLineNumber);
    return whole.placeOf(path, of);
  };
  return { data, problems: [], placeOf };
}

/** Reads `text` with the YAML library, whatever stands in it. */
function parseWhole(text: string, firstLineNumber: number): YamlSource {
  const start: Place = { line: firstLineNumber, column: 1 };
  const lines = new LineCounter();
  const document = parseDocument(text, { schema: 'core', uniqueKeys: true, lineCounter: lines });
  const placeAt = (from: number, to = from): Place => {
    const [begin, end] = [lines.linePos(from), lines.linePos(to)];
    const shift = firstLineNumber - 1;
    return { line: begin.line + shift, column: begin.col, endLine: end.line + shift, endColumn: end.col };
  };
  const problems: YamlProblem[] = [...document.errors, ...document.warnings].map((error) => {
    const detail = firstLine(error.message);
    return {
      ...placeAt(error.pos[0], error.pos[1]),
      wording: { fr: `YAML illisible (${detail})`, en: `Unreadable YAML (${detail})` },
    };
  });
  let data: unknown;
  if (problems.length === 0) {
    try {
      data = document.toJS({ maxAliasCount: 0 });
    } catch {
      const wording = {
        fr: 'Alias YAML inattendu (« *nom »), attendu : la valeur elle-même',
        en: 'Unexpected YAML alias (`*name`), expected the value itself',
      };
      problems.push({ ...start, wording });
    }
  }
  const placeOf: PlaceOf = (path, of = 'value') => {
    const node = findNode(document.contents, path, of);
    return node?.range ? placeAt(node.range[0], node.range[1]) : start;
  };
  return { data, problems, placeOf };
}

/** The node at `path`, or the deepest one on the way to it. */
function findNode(from: Node | null, path: readonly PropertyKey[], of: 'key' | 'value'): Node | null {
  let node = from;
  for (const [depth, step] of path.entries()) {
    const last = depth === path.length - 1;
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(step));
      if (!isPair(pair)) return node;
      const key = pair.key as Node;
      const value = pair.value as Node | null;
      node = (last && of === 'key') || !value ? key : value;
    } else if (isSeq(node)) {
      node = (node.items[Number(step)] as Node | undefined) ?? node;
    } else {
      return node;
    }
  }
  return node;
}
