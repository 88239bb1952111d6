// The fields of front matter in which everything is as the schema wants it, read without the schema: nearly every article's, at
// a tenth of the time. Whatever is not certainly right is left to the schema, which knows what to say about it.
import { announcementLevels, articleTypes } from '../model/article.ts';
import { parseIsoDate } from '../model/iso-date.ts';
import { statuses } from '../model/trust.ts';
import {
  type ArticleFields,
  formPattern,
  idPattern,
  longestForm,
  longestId,
  reservedIds,
  versionPattern,
} from './article-schema.ts';

/** What a value is read as; undefined where it is not certainly right. */
type Read = (value: unknown) => unknown;

function readText(value: unknown): string | undefined {
  return typeof value === 'string' ? value.trim() || undefined : undefined;
}

function readId(value: unknown): string | undefined {
  const sound =
    typeof value === 'string' &&
    value.length <= longestId &&
    idPattern.test(value) &&
    !reservedIds.includes(value);
  return sound ? value : undefined;
}

function readForm(value: unknown): string | undefined {
  const sound = typeof value === 'string' && value.length <= longestForm && formPattern.test(value);
  return sound ? value : undefined;
}

function readDay(value: unknown): string | undefined {
  return typeof value === 'string' ? parseIsoDate(value) : undefined;
}

function readVersion(value: unknown): string | undefined {
  return typeof value === 'string' && versionPattern.test(value) ? value : undefined;
}

function choiceOf(choices: readonly unknown[]): Read {
  return (value) => (choices.includes(value) ? value : undefined);
}

function listOf(read: Read): Read {
  return (value) => {
    if (!Array.isArray(value)) return undefined;
    const items = value.map(read);
    return items.includes(undefined) ? undefined : items;
  };
}

function readAudience(value: unknown): unknown {
  return Array.isArray(value) && value.length > 0 ? listOf(readText)(value) : undefined;
}

function readValidation(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Object.keys(value).length !== 3) return undefined;
  const { by, on, digest } = value as Readonly<Record<string, unknown>>;
  const validation = { by: readText(by), on: readDay(on), digest: readText(digest) };
  return Object.values(validation).includes(undefined) ? undefined : validation;
}

const words = listOf(readText);
const ids = listOf(readId);

/** How each field is read. */
const readers: Readonly<Record<keyof ArticleFields, Read>> = {
  id: readId,
  title: readText,
  type: choiceOf(articleTypes),
  owner: readText,
  lang: readText,
  summary: readText,
  audience: readAudience,
  reasons: words,
  tags: words,
  keywords: words,
  forms: listOf(readForm),
  effective: readDay,
  expires: readDay,
  reviewed: readDay,
  validation: readValidation,
  level: choiceOf(announcementLevels),
  acknowledge: choiceOf([true, false]),
  acknowledged_also: listOf(readVersion),
  // A quiz is rare: its settings are the schema's.
  quiz: () => undefined,
  // What the context answers is rare too.
  asks: () => undefined,
  transfers: () => undefined,
  follow_ups: () => undefined,
  status: choiceOf(statuses),
  replaces: ids,
  replaced_by: readId,
  formerly: ids,
};

const required = ['id', 'title', 'type', 'owner'] satisfies (keyof ArticleFields)[];
const lists = [
  'reasons',
  'tags',
  'keywords',
  'forms',
  'acknowledged_also',
  'replaces',
  'formerly',
] satisfies (keyof ArticleFields)[];

/** What `articleSchema` makes of `data`, in which no value is undefined; undefined where it may object to something. */
export function readPlainFields(data: unknown): ArticleFields | undefined {
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return undefined;
  const fields: Record<string, unknown> = { status: 'published', acknowledge: false };
  for (const field of lists) fields[field] = [];
  for (const [field, value] of Object.entries(data)) {
    const read = Object.hasOwn(readers, field) ? readers[field as keyof ArticleFields](value) : undefined;
    if (read === undefined) return undefined;
    fields[field] = read;
  }
  return required.every((field) => fields[field] !== undefined) ? (fields as ArticleFields) : undefined;
}
