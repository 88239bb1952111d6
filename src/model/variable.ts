// A variable of the base: a delay, an amount or opening hours that many articles show, with the days on which its values hold.
import { addPeriod, type IsoDate } from './iso-date.ts';
import { findPlaceholders, type Placeholder } from './placeholder.ts';
import type { Label } from './wording.ts';

/** A value and the days on which it holds. */
export interface DatedValue {
  /** First day; undefined for the first value of a variable, which holds until another does. */
  readonly from: IsoDate | undefined;
  /** Last day, inclusive, after which the value before it holds again; undefined where it holds until another does. */
  readonly until: IsoDate | undefined;
  /** The same text for every language, or one for each. */
  readonly text: string | Label;
}

export interface Variable {
  /** Kebab-case, without a dot, which tells it from a variable of the context. */
  readonly name: string;
  /** At least one, in the order of their first days; the first has none, so that there is a value on every day. */
  readonly values: readonly [DatedValue, ...DatedValue[]];
}

/** The variables of a base by name. */
export type Variables = ReadonlyMap<string, Variable>;

export const noVariables: Variables = new Map();

/** What a variable's name looks like. */
export const variableNamePattern = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;

/** Whether a place is for a variable of the base: no dot, and nothing to fall back on, as there is always a value. */
export function isOfBase({ name, fallback }: Placeholder): boolean {
  return fallback === undefined && variableNamePattern.test(name);
}

/** The names of base variables for which `text` has a place, as often as it has one. */
export function findVariableNames(text: string): string[] {
  return findPlaceholders(text)
    .filter(isOfBase)
    .map(({ name }) => name);
}

function textIn({ text }: DatedValue, lang: string): string | undefined {
  if (typeof text === 'string') return text;
  return Object.hasOwn(text, lang) ? text[lang] : undefined;
}

/** What `variable` says in `lang` on `day`; undefined where it has no text in that language. */
export function valueOn({ values }: Variable, lang: string, day: IsoDate): string | undefined {
  const [first] = values;
  const holds = ({ from, until }: DatedValue) =>
    (from === undefined || from <= day) && (until === undefined || day <= until);
  return textIn(values.findLast(holds) ?? first, lang);
}

/** A text and the first day on which it is shown. */
export interface ValueStep {
  readonly from: IsoDate;
  readonly text: string;
}

/** What `variable` says in `lang` from `today` on, each change once, in the order of days; empty where it has no text in that language. */
export function valuesFrom(variable: Variable, lang: string, today: IsoDate): readonly ValueStep[] {
  const nextDay = (day: IsoDate) => addPeriod(day, { amount: 1, unit: 'd' });
  const turns = variable.values.flatMap(({ from, until }) => [
    ...(from === undefined ? [] : [from]),
    ...(until === undefined ? [] : [nextDay(until)]),
  ]);
  const days = [today, ...turns.filter((day) => day > today).sort()];
  const steps: ValueStep[] = [];
  for (const from of days) {
    const text = valueOn(variable, lang, from);
    if (text !== undefined && text !== steps.at(-1)?.text) steps.push({ from, text });
  }
  return steps;
}

/** Every text that `variable` has in `lang`, on whatever day. */
export function allTextsOf({ values }: Variable, lang: string): readonly string[] {
  return values.flatMap((value) => textIn(value, lang) ?? []);
}

/** The text that `variable` has in `lang` on every day; undefined where it has none, or several. */
export function constantValue({ values }: Variable, lang: string): string | undefined {
  const texts = new Set(values.map((value) => textIn(value, lang)));
  return texts.size === 1 ? [...texts][0] : undefined;
}

/** Languages in which `value` has a text; undefined where it has one for all. */
export function languagesOf({ text }: Pick<DatedValue, 'text'>): readonly string[] | undefined {
  return typeof text === 'string' ? undefined : Object.keys(text);
}
