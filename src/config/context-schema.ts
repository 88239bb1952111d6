// The field `context` of `kb.config.yaml`: the variables of a contact, in their short and long forms.
import * as z from 'zod';
import { type ContextVariable, longestContextValue } from '../model/context.ts';
import type { Expectations } from './schema-issue.ts';
import { label } from './value-schemas.ts';

/** As `order.status`: the dot tells it from a variable of `variables.yaml`. */
const name = z
  .string()
  .max(60)
  .regex(/^[a-z][a-z0-9]*([_-][a-z0-9]+)*(\.[a-z0-9]+([_-][a-z0-9]+)*)+$/);

const choice = z
  .string()
  .max(60)
  .regex(/^[a-z0-9]+([_-][a-z0-9]+)*$/);

const choices = z
  .array(choice)
  .min(2)
  .refine((values) => new Set(values).size === values.length);

const labelledChoices = z.record(choice, label).refine((values) => Object.keys(values).length > 1);

const longForm = z.strictObject({
  label: label.optional(),
  values: z.union([choices, labelledChoices]).optional(),
  samples: z.array(z.string().min(1).max(longestContextValue)).min(1).optional(),
});

/** Variables by name: `text`, a list of values, or a mapping with `label`, `values` and `samples`. */
export const contextSchema = z.record(name, z.union([z.literal('text'), choices, longForm]));

/** Keys allowed for a variable in its long form. */
export const contextKeys: readonly string[] = Object.keys(longForm.shape);

/** The variables that `context` declares, in its order. */
export function readContextVariables(context: z.output<typeof contextSchema>): readonly ContextVariable[] {
  return Object.entries(context).map(([name, written]): ContextVariable => {
    if (written === 'text') return { name, label: {}, values: undefined, samples: [] };
    const long: z.output<typeof longForm> = Array.isArray(written) ? { values: written } : written;
    const { label = {}, values, samples = [] } = long;
    if (values === undefined) return { name, label, values, samples };
    const labelled = Array.isArray(values)
      ? values.map((value) => ({ value, label: {} }))
      : Object.entries(values).map(([value, label]) => ({ value, label }));
    return { name, label, values: labelled, samples: labelled.map(({ value }) => value) };
  });
}

export const contextExpectations: Expectations = {
  context: {
    fr: 'des variables avec un point, comme order.status: [shipped, lost]',
    en: 'variables with a dot, such as order.status: [shipped, lost]',
  },
  'context.*': {
    fr: 'text, une liste de valeurs, ou { label, values, samples }',
    en: 'text, a list of values, or { label, values, samples }',
  },
  'context.*.label': {
    fr: 'un libellé par langue, comme { fr: État de la commande }',
    en: 'one label per language, such as { en: Order status }',
  },
  'context.*.values': {
    fr: 'au moins deux valeurs, comme [shipped, lost]',
    en: 'at least two values, such as [shipped, lost]',
  },
  'context.*.samples': {
    fr: 'une liste d’exemples, comme [Léa]',
    en: 'a list of samples, such as [Léa]',
  },
};
