// What a company's own service says of an order or a customer: how its answer becomes values of the context. Pure; the page asks.
import { type ContextValues, type ContextVariable, readContextValue } from './context.ts';
import type { Label } from './wording.ts';

/** Where values come from other than the reader's hands. */
export interface ContextFrom {
  /** Origins (RFC 6454) of pages that may hand values over. */
  readonly origins: readonly string[];
  readonly source?: ContextSource | undefined;
}

/** A service that is asked for one reference, such as the number of an order. */
export interface ContextSource {
  /** With `{order}` where the reference goes. */
  readonly url: string;
  /** What the reference is, for readers. */
  readonly ask: Label;
  /** Milliseconds after which it counts as unreachable. */
  readonly timeout: number;
  readonly values: readonly SourcedValue[];
}

/** Where a value stands in the service's answer. */
export interface SourcedValue {
  readonly variable: string;
  /** Keys and, for lists, places from 0, from the outermost. */
  readonly path: readonly string[];
  /** The service's own codes, and the values that they stand for; other codes are taken as they are. */
  readonly codes: readonly (readonly [code: string, value: string])[];
}

/** What an address has where the reference goes, and what `go.html` calls it. */
export const referenceName = 'order';

/** Longest reference, in UTF-16 code units. */
const longestReference = 80;

/** `text` as a reference to ask for; undefined where it is none. */
export function readReference(text: string): string | undefined {
  const reference = text.trim();
  return reference.length <= longestReference && /^[\p{L}\p{N}][\p{L}\p{N} ._/#-]*$/u.test(reference)
    ? reference
    : undefined;
}

/** The address that is asked for `reference`. */
export function sourceAddress({ url }: ContextSource, reference: string): string {
  return url.replaceAll(`{${referenceName}}`, encodeURIComponent(reference));
}

/** What stands at `path` of JSON, as a text; undefined where there is no text, number or truth value. */
function pick(json: unknown, path: readonly string[]): string | undefined {
  let at = json;
  for (const key of path) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, key)) return undefined;
    at = (at as Record<string, unknown>)[key];
  }
  return ['string', 'number', 'boolean'].includes(typeof at) ? String(at) : undefined;
}

export interface SourcedValues {
  readonly values: ContextValues;
  /** Variables for which the answer held something that is no value of theirs. */
  readonly unfit: readonly string[];
}

/** The values in `json`, an answer of `source`; what is missing from it stays unknown. */
export function readSourcedValues(
  source: ContextSource,
  variables: readonly ContextVariable[],
  json: unknown,
): SourcedValues {
  const values = new Map<string, string>();
  const unfit: string[] = [];
  for (const { variable: name, path, codes } of source.values) {
    const found = pick(json, path);
    const variable = variables.find((each) => each.name === name);
    if (found === undefined || found.trim() === '' || !variable) continue;
    const value = readContextValue(variable, codes.find(([code]) => code === found)?.[1] ?? found);
    if (value === undefined) unfit.push(name);
    else values.set(name, value);
  }
  return { values, unfit };
}
