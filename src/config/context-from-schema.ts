// The field `context_from` of `kb.config.yaml`: who may hand values of the context over, and which service may be asked for them.
import * as z from 'zod';
import { type ContextVariable, longestContextValue } from '../model/context.ts';
import type { ContextFrom } from '../model/context-source.ts';
import type { Expectations } from './schema-issue.ts';
import { isSafe, label, seconds } from './value-schemas.ts';

/** An origin as browsers send it (RFC 6454, section 7). */
function isOrigin(text: string): boolean {
  return URL.canParse(text) && new URL(text).origin === text && isSafe(new URL(text));
}

/** With `{order}` once in the path or the query, never in the host: the reference must not choose who is asked. */
function isTemplate(text: string): boolean {
  if (!/^https?:\/\/[^\s"'<>@#\\]+$/.test(text) || text.split('{order}').length !== 2) return false;
  const filled = text.replace('{order}', '0');
  if (filled.includes('{') || !URL.canParse(filled)) return false;
  return isSafe(new URL(filled)) && text.indexOf('{order}') > text.indexOf('/', 'https://'.length);
}

const path = z.string().regex(/^[^.\s]+(\.[^.\s]+)*$/);
const value = z.union([
  path,
  z.strictObject({
    path,
    codes: z.record(z.string(), z.string().min(1).max(longestContextValue)).default({}),
  }),
]);

const source = z.strictObject({
  url: z.string().refine(isTemplate),
  ask: label.prefault({ fr: 'Numéro de commande', en: 'Order number' }),
  timeout: seconds.prefault('5s'),
  values: z.record(z.string(), value).refine((values) => Object.keys(values).length > 0),
});

export const contextFromSchema = z.strictObject({
  origins: z.array(z.string().refine(isOrigin)).default([]),
  source: source.optional(),
});

/** Keys allowed in `context_from`. */
export const contextFromKeys: Readonly<Record<string, readonly string[]>> = {
  context_from: Object.keys(contextFromSchema.shape),
  'context_from.source': Object.keys(source.shape),
};

/** The values of `source` that no variable of the context is there for. */
export function findUndeclared(
  from: z.output<typeof contextFromSchema>,
  variables: readonly ContextVariable[],
): readonly string[] {
  return Object.keys(from.source?.values ?? {}).filter(
    (name) => !variables.some((variable) => variable.name === name),
  );
}

export function readContextFrom({ origins, source }: z.output<typeof contextFromSchema>): ContextFrom {
  if (!source) return { origins };
  const { url, ask, timeout } = source;
  const values = Object.entries(source.values).map(([variable, written]) => {
    const { path, codes } = typeof written === 'string' ? { path: written, codes: {} } : written;
    return { variable, path: path.split('.'), codes: Object.entries(codes) };
  });
  return { origins, source: { url, ask, timeout, values } };
}

export const contextFromExpectations: Expectations = {
  context_from: { fr: '{ origins, source }', en: '{ origins, source }' },
  'context_from.origins': {
    fr: 'une liste d’adresses, comme [https://telephone.exemple.fr]',
    en: 'a list of addresses, such as [https://telephone.example.org]',
  },
  'context_from.origins.*': {
    fr: 'une adresse https sans chemin, comme https://telephone.exemple.fr',
    en: 'an https address without a path, such as https://telephone.example.org',
  },
  'context_from.source.url': {
    fr: 'une adresse https avec {order} une fois après le nom du serveur, comme https://commandes.exemple.fr/api/{order}',
    en: 'an https address with {order} once after the server’s name, such as https://orders.example.org/api/{order}',
  },
  'context_from.source.ask': {
    fr: 'un libellé par langue, comme { fr: Numéro de commande }',
    en: 'one label per language, such as { en: Order number }',
  },
  'context_from.source.timeout': { fr: 'de 1s à 30s', en: '1s to 30s' },
  'context_from.source.values': {
    fr: 'un chemin de la réponse par variable déclarée dans context, comme { order.status: state }',
    en: 'a path of the answer for each variable declared in context, such as { order.status: state }',
  },
  'context_from.source.values.*': {
    fr: 'un chemin, comme parcel.state, ou { path, codes }',
    en: 'a path, such as parcel.state, or { path, codes }',
  },
};
