// A file or a request's body → field items: whatever is not exactly one is refused with its reason, and the others stand.
import * as z from 'zod';
import {
  counterKinds,
  type FieldItem,
  fieldVersion,
  fieldLimits as limits,
  verdicts,
} from '../model/field-item.ts';
import { type IsoDate, parseIsoDate } from '../model/iso-date.ts';

const text = (most: number) => z.string().min(1).max(most);
/** A real day as `YYYY-MM-DD`. */
export const day = z.string().transform((value, context): IsoDate => {
  const date = parseIsoDate(value);
  if (date !== undefined) return date;
  context.addIssue({ code: 'custom', message: 'expected a real day as YYYY-MM-DD' });
  return z.NEVER;
});
const idPattern = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const languagePattern = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;

const about = z.strictObject({
  id: text(limits.name).regex(idPattern),
  lang: z.string().regex(languagePattern),
  version: z.string().regex(/^[0-9a-f]{12}$/),
});

const shared = {
  key: text(limits.key).regex(/^[\w.:/-]+$/),
  on: day,
  reader: text(limits.name).optional(),
};

/** What a remark says, but for its kind: the same in an envelope and in a file of `feedback/`. */
export const feedbackFields = {
  ...shared,
  verdict: z.enum(verdicts),
  about: about.optional(),
  step: text(limits.step).optional(),
  query: text(limits.query).optional(),
  lang: z.string().regex(languagePattern),
  comment: text(limits.comment).optional(),
  quote: text(limits.quote).optional(),
};

const feedback = z
  .strictObject({ ...feedbackFields, kind: z.literal('feedback') })
  .refine(({ about, query }) => about !== undefined || query !== undefined, {
    message: 'expected an article or a query',
  });

const receipt = z.strictObject({
  ...shared,
  kind: z.literal('receipt'),
  about,
  score: z
    .strictObject({ right: z.int().min(0).max(1000), of: z.int().min(1).max(1000) })
    .refine(({ right, of }) => right <= of, { message: 'expected no more right answers than questions' })
    .optional(),
});

const usage = z.strictObject({
  ...shared,
  kind: z.literal('usage'),
  counters: z
    .array(
      z.strictObject({
        of: z.enum(counterKinds),
        what: text(limits.what),
        count: z.int().min(1).max(limits.count),
      }),
    )
    .min(1)
    .max(limits.counters),
});

const presence = z.strictObject({ ...shared, kind: z.literal('presence') });

const itemSchema = z.discriminatedUnion('kind', [feedback, receipt, usage, presence]);

/** An item that can't be taken. */
export interface RefusedItem {
  /** Its place in the envelope, from 0. */
  readonly index: number;
  /** Its key, where it has one that is a text. */
  readonly key?: string | undefined;
  /** In English: what was found at which field. */
  readonly why: string;
}

export interface ParsedItems {
  readonly base?: string | undefined;
  readonly items: readonly FieldItem[];
  readonly refused: readonly RefusedItem[];
}

/** Why `data` is no envelope at all; `version` where it is one that this program does not know. */
export type EnvelopeFault = { readonly fault: 'json' | 'envelope' | 'version' };

/** Reads the text of an envelope (`FieldEnvelope` as JSON). */
export function parseFieldItems(json: string): ParsedItems | EnvelopeFault {
  let data: unknown;
  try {
    data = JSON.parse(json.replace(/^\uFEFF/, ''));
  } catch {
    return { fault: 'json' };
  }
  return checkEnvelope(data);
}

/** Checks a JSON value that should be a `FieldEnvelope`. */
export function checkEnvelope(data: unknown): ParsedItems | EnvelopeFault {
  if (typeof data !== 'object' || data === null || !('version' in data)) return { fault: 'envelope' };
  if (data.version !== fieldVersion) return { fault: 'version' };
  const { items, base } = data as { readonly items?: unknown; readonly base?: unknown };
  if (!Array.isArray(items)) return { fault: 'envelope' };
  const taken: FieldItem[] = [];
  const refused: RefusedItem[] = [];
  for (const [index, item] of (items as unknown[]).entries()) {
    const result = itemSchema.safeParse(item);
    if (result.success) taken.push(result.data);
    else refused.push({ index, key: keyOf(item), why: describe(result.error) });
  }
  return { base: typeof base === 'string' ? base : undefined, items: taken, refused };
}

function keyOf(item: unknown): string | undefined {
  if (typeof item !== 'object' || item === null || !('key' in item)) return undefined;
  return typeof item.key === 'string' ? item.key.slice(0, limits.key) : undefined;
}

function describe(error: z.ZodError): string {
  const [issue] = error.issues;
  return issue ? `${issue.path.join('.') || 'item'}: ${issue.message}` : 'not an item';
}
