// Whether something found on a device is an item as receivers take it: the same terms as theirs, in a few lines.
import {
  counterKinds,
  type FieldItem,
  fieldLimits as limits,
  verdicts,
} from '../../../src/model/field-item.ts';
import { parseIsoDate } from '../../../src/model/iso-date.ts';

type Fields = Readonly<Record<string, unknown>>;

const fieldsOf = (value: unknown): Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {};

const isText = (value: unknown, most: number, pattern?: RegExp): value is string =>
  typeof value === 'string' &&
  value !== '' &&
  value.length <= most &&
  (pattern === undefined || pattern.test(value));

const isTextOrNone = (value: unknown, most: number) => value === undefined || isText(value, most);

const isLanguage = (value: unknown) => isText(value, limits.name, /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/);

const isCount = (value: unknown, least: number, most: number): value is number =>
  Number.isInteger(value) && (value as number) >= least && (value as number) <= most;

function isArticle(value: unknown): boolean {
  const { id, lang, version, ...rest } = fieldsOf(value);
  return (
    isText(id, limits.name, /^[a-z0-9]+(-[a-z0-9]+)*$/) &&
    isLanguage(lang) &&
    isText(version, 12, /^[0-9a-f]{12}$/) &&
    Object.keys(rest).length === 0
  );
}

function isScore(value: unknown): boolean {
  const { right, of } = fieldsOf(value);
  return isCount(of, 1, 1000) && isCount(right, 0, of);
}

function isFeedback({ verdict, about, step, query, lang, comment, quote, ...rest }: Fields): boolean {
  return (
    verdicts.includes(verdict as (typeof verdicts)[number]) &&
    (about === undefined ? query !== undefined : isArticle(about)) &&
    isTextOrNone(step, limits.step) &&
    isTextOrNone(query, limits.query) &&
    isLanguage(lang) &&
    isTextOrNone(comment, limits.comment) &&
    isTextOrNone(quote, limits.quote) &&
    Object.keys(rest).length === 0
  );
}

function isReceipt({ about, score, ...rest }: Fields): boolean {
  return isArticle(about) && (score === undefined || isScore(score)) && Object.keys(rest).length === 0;
}

function isUsage({ counters, ...rest }: Fields): boolean {
  return (
    Array.isArray(counters) &&
    isCount(counters.length, 1, limits.counters) &&
    counters.every((counter) => {
      const { of, what, count } = fieldsOf(counter);
      return (
        counterKinds.includes(of as (typeof counterKinds)[number]) &&
        isText(what, limits.what) &&
        isCount(count, 1, limits.count)
      );
    }) &&
    Object.keys(rest).length === 0
  );
}

/** Whether `value` is a whole item of the present version, and nothing more. */
export function isFieldItem(value: unknown): value is FieldItem {
  const { key, on, reader, kind, ...rest } = fieldsOf(value);
  if (!isText(key, limits.key, /^[\w.:/-]+$/) || typeof on !== 'string' || !parseIsoDate(on)) return false;
  if (!isTextOrNone(reader, limits.name)) return false;
  if (kind === 'feedback') return isFeedback(rest);
  if (kind === 'presence') return Object.keys(rest).length === 0;
  return kind === 'receipt' ? isReceipt(rest) : kind === 'usage' && isUsage(rest);
}
