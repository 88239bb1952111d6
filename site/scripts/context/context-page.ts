// What the page knows of the context's variables: the data of its language, once their script has run.
import { type ContextVariable, readContextValue } from '../../../src/model/context.ts';
import { type ContextData, type ContextField, contextGlobal } from '../../context-data.ts';
import { type ContextWords, contextWordsFor } from '../../locales/context-words.ts';

const none: ContextData = { style: '', fields: [], origins: [] };

export function contextData(): ContextData {
  return (window as unknown as Record<string, ContextData | undefined>)[contextGlobal] ?? none;
}

export function pageContextWords(): ContextWords {
  return contextWordsFor(document.documentElement.lang);
}

/** The variable that `field` shows, as values are checked against it. */
export function variableOf({ name, values }: ContextField): ContextVariable {
  return {
    name,
    label: {},
    values: values?.map(({ value }) => ({ value, label: {} })),
    samples: [],
  };
}

export interface CheckedValues {
  readonly values: ReadonlyMap<string, string>;
  /** How many were no values of a declared variable. */
  readonly ignored: number;
}

/** Of `entries`, names and texts from anywhere, those that are values of declared variables; an empty text says nothing. */
export function checkValues(
  fields: readonly ContextField[],
  entries: Iterable<readonly [name: string, text: string]>,
): CheckedValues {
  const values = new Map<string, string>();
  let ignored = 0;
  for (const [name, text] of entries) {
    if (text.trim() === '') continue;
    const field = fields.find((each) => each.name === name);
    const value = field && readContextValue(variableOf(field), text);
    if (value === undefined) ignored += 1;
    else values.set(name, value);
  }
  return { values, ignored };
}
