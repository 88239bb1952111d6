// The schemas of the configuration and of front matter as JSON Schema (2020-12), for editors that check and complete YAML.
import * as z from 'zod';
import { configExpectations, configSchema } from '../config/config-schema.ts';
import type { Expectations } from '../config/schema-issue.ts';
import { articleExpectations, articleSchema } from '../content/article-schema.ts';
import { variablesSchema } from '../content/variables-schema.ts';
import { severities } from '../model/finding.ts';
import { rules } from './rules/index.ts';

export type JsonSchema = { readonly [key: string]: unknown };

/** What the checks in code ask of a text, as far as a pattern can say it. */
const day = { pattern: '^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$', examples: ['2027-03-31'] };
const period = { pattern: '^[1-9]\\d*[dwmy]$', examples: ['30d', '6m', '1y'] };

const patterns: Readonly<Record<string, JsonSchema>> = {
  effective: day,
  expires: day,
  reviewed: day,
  'validation.on': day,
  'site.accent': { pattern: '^#[0-9A-Fa-f]{6}$', examples: ['#0b5a61'] },
  'site.logo': { pattern: '\\.([sS][vV][gG]|[pP][nN][gG])$' },
  'validity.due_within': period,
  'validity.longest.*': period,
};

/** Adds to `node` and what it holds the words of `expectations` and the patterns above; `path` is dotted, `*` for items and free keys. */
function describe(node: JsonSchema, expectations: Expectations, path: string): JsonSchema {
  const inner = (key: string) => (path === '' ? key : `${path}.${key}`);
  const { properties, items, additionalProperties, ...rest } = node as {
    properties?: Record<string, JsonSchema>;
    items?: JsonSchema;
    additionalProperties?: JsonSchema | boolean;
  };
  const words = path === '' ? undefined : expectations[path]?.en;
  return {
    ...rest,
    ...(words === undefined ? {} : { description: `${words[0]?.toUpperCase()}${words.slice(1)}.` }),
    ...patterns[path],
    ...(properties && {
      properties: Object.fromEntries(
        Object.entries(properties).map(([key, value]) => [key, describe(value, expectations, inner(key))]),
      ),
    }),
    ...(items && { items: describe(items, expectations, inner('*')) }),
    ...(additionalProperties !== undefined && {
      additionalProperties:
        typeof additionalProperties === 'boolean'
          ? additionalProperties
          : describe(additionalProperties, expectations, inner('*')),
    }),
  };
}

function schemaOf(schema: z.ZodType, expectations: Expectations, title: string): JsonSchema {
  const json = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as JsonSchema;
  return { ...describe(json, expectations, ''), title };
}

/** The schema of `kb.config.yaml`. */
export function configJsonSchema(): JsonSchema {
  const schema = schemaOf(configSchema, configExpectations, 'kb.config.yaml');
  const severity = { enum: [...severities, 'off'] };
  const known = Object.entries(rules).map(([name, { why, severity: usual }]) => [
    name,
    { ...severity, default: usual, description: why.en },
  ]);
  return {
    ...schema,
    properties: {
      ...(schema.properties as JsonSchema),
      rules: { type: 'object', properties: Object.fromEntries(known), additionalProperties: false },
    },
  };
}

/** The schema of `variables.yaml`. */
export function variablesJsonSchema(): JsonSchema {
  return schemaOf(variablesSchema, {}, 'variables.yaml');
}

/** The schema of an article's front matter. */
export function articleJsonSchema(): JsonSchema {
  return schemaOf(articleSchema, articleExpectations, 'Front matter of an article');
}
