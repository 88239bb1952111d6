// The context of a contact: what is known of this customer and order. Which variables there are, what they may hold, and when a condition on them holds.
import type { Label } from './wording.ts';

/** A variable that the configuration declares under `context`. */
export interface ContextVariable {
  /** With a dot, as `order.status`, which tells it from a variable of the base. */
  readonly name: string;
  /** How readers see it; empty where the configuration gives none. */
  readonly label: Label;
  /** What it may hold, in the order of the configuration; undefined for any text. */
  readonly values: readonly ContextChoice[] | undefined;
  /** Texts as they occur, for a try and for checks of length; the values themselves where there are some. */
  readonly samples: readonly string[];
}

export interface ContextChoice {
  readonly value: string;
  readonly label: Label;
}

/** What is known, by the name of the variable. */
export type ContextValues = ReadonlyMap<string, string>;

/** Longest value, in UTF-16 code units; what is longer is refused, not cut. */
export const longestContextValue = 200;

/** A line's worth of text: no control characters, no line breaks, none of the signs that turn the direction of text. */
const unfit = /[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]/u;

/** `text` as a value of `variable`, or undefined where it is none: unknown, too long, or with signs that no value has. */
export function readContextValue(variable: ContextVariable, text: string): string | undefined {
  const value = text.trim();
  if (value === '' || value.length > longestContextValue || unfit.test(value)) return undefined;
  if (variable.values === undefined) return value;
  return variable.values.find((choice) => choice.value === value)?.value;
}

/** One variable and the values of it that are meant. */
export interface ConditionTerm {
  readonly variable: string;
  readonly values: readonly string[];
}

/** All terms have to hold; `{order.status=shipped|delivered order.carrier=relais}` has two. */
export type Condition = readonly ConditionTerm[];

/** The condition that the attributes of a `when` container state, in their order. */
export function readCondition(attributes: Readonly<Record<string, string>>): Condition {
  return Object.entries(attributes).map(([variable, values]) => ({
    variable,
    values: values.split('|').map((value) => value.trim()),
  }));
}

/** Whether `condition` holds; `unknown` while a variable of it has no value and no other term fails. */
export function judgeCondition(condition: Condition, known: ContextValues): 'holds' | 'fails' | 'unknown' {
  let verdict: 'holds' | 'unknown' = 'holds';
  for (const { variable, values } of condition) {
    const value = known.get(variable);
    if (value === undefined) verdict = 'unknown';
    else if (!values.includes(value)) return 'fails';
  }
  return verdict;
}
