// What a schema has to say about a YAML value, put as "Unexpected X, expected Y" in every language of the tool.
import { closest, distance } from 'fastest-levenshtein';
import type * as z from 'zod';
import type { Place } from '../model/finding.ts';
import { quote } from '../model/quote.ts';
import { joinChoices, type Wording } from '../model/wording.ts';
import type { PlaceOf } from './yaml-source.ts';

/** What a field holds, in words that complete "expected …", by field path with `*` for list items and free keys. */
export type Expectations = Readonly<Record<string, Wording>>;

export interface SchemaIssue extends Place {
  readonly kind: 'unknown-key' | 'missing' | 'date' | 'value';
  /** The field's path, dotted, such as `validation.on`. */
  readonly field: string;
  readonly wording: Wording;
}

/** The name among `known` that a person most likely meant by `name`, if any is near enough. */
export function suggestName(name: string, known: readonly string[]): string | undefined {
  // Letters in another order are a slip of the fingers, however short the word.
  const sortLetters = (word: string) => [...word].sort().join('');
  const letters = sortLetters(name);
  const shuffled = known.find((word) => word.length === name.length && sortLetters(word) === letters);
  if (shuffled !== undefined) return shuffled;
  const near = Math.max(1, Math.floor(name.length / 3));
  const candidates = known.filter((word) => Math.abs(word.length - name.length) <= near);
  if (candidates.length === 0) return undefined;
  const candidate = closest(name, candidates);
  return distance(name, candidate) <= near ? candidate : undefined;
}

/** " Did you mean …?" in each language, or nothing. */
export function didYouMean(name: string, known: readonly string[]): Wording {
  const suggestion = suggestName(name, known);
  if (suggestion === undefined) return { fr: '', en: '' };
  const name40 = quote(suggestion);
  return { fr: ` ; vouliez-vous dire « ${name40} » ?`, en: `; did you mean \`${name40}\`?` };
}

/** The longest message, in UTF-16 code units: one line of a wide terminal. */
const longestMessage = 120;

/** A found value in a few words, of which `rest` is the message without it: the two fit on one line. */
function describeValue(value: unknown, rest: Wording): Wording {
  if (Array.isArray(value)) return { fr: 'liste', en: 'list' };
  if (value === null) return { fr: 'valeur vide', en: 'empty value' };
  if (typeof value === 'object') return { fr: 'groupe de clés', en: 'mapping' };
  const text = String(value);
  const room = (words: string, marks: number) =>
    Math.min(40, Math.max(12, longestMessage - words.length - marks));
  return { fr: `« ${quote(text, room(rest.fr, 4))} »`, en: `\`${quote(text, room(rest.en, 2))}\`` };
}

function valueAt(data: unknown, path: readonly PropertyKey[]): unknown {
  let value = data;
  for (const step of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as Record<PropertyKey, unknown>)[step];
  }
  return value;
}

function expectationFor(path: readonly PropertyKey[], expectations: Expectations): Wording | undefined {
  const parts = path.map((step) => (typeof step === 'number' ? '*' : String(step)));
  const freeKey = parts.map((part, depth) => (depth === 1 ? '*' : part));
  const freeEnd = [...parts.slice(0, -1), '*'];
  return expectations[parts.join('.')] ?? expectations[freeKey.join('.')] ?? expectations[freeEnd.join('.')];
}

function fallbackExpectation(issue: z.core.$ZodIssue): Wording {
  if (issue.code === 'invalid_value') {
    const values = issue.values.map(String);
    return { fr: joinChoices(values, 'fr'), en: joinChoices(values, 'en') };
  }
  const type = issue.code === 'invalid_type' ? issue.expected : 'string';
  const names: Record<string, Wording> = {
    string: { fr: 'du texte', en: 'text' },
    array: { fr: 'une liste, comme [a, b]', en: 'a list, such as [a, b]' },
    record: { fr: 'un groupe de clés', en: 'a mapping' },
    object: { fr: 'un groupe de clés', en: 'a mapping' },
  };
  return names[type] ?? { fr: 'une autre valeur', en: 'another value' };
}

/** A key of a mapping with free keys that is none of those that may stand there. */
function unfitKey(path: readonly PropertyKey[], expected: Wording, placeOf: PlaceOf): SchemaIssue {
  const found = quote(String(path.at(-1)), 40);
  const field = path.slice(0, -1).map(String).join('.');
  return {
    ...placeOf(path as readonly (string | number)[], 'key'),
    kind: 'value',
    field,
    wording: {
      fr: `Clé inattendue dans « ${field} » : « ${found} », attendu : ${expected.fr}`,
      en: `Unexpected key \`${found}\` in \`${field}\`, expected ${expected.en}`,
    },
  };
}

/**
 * The issues of a failed parse, each with its place and wording.
 *
 * `knownKeys` gives the keys allowed at a path ('' for the top), for "did you mean".
 */
export function describeIssues(
  error: Pick<z.ZodError, 'issues'>,
  data: unknown,
  placeOf: PlaceOf,
  expectations: Expectations,
  knownKeys: (path: string) => readonly string[],
): SchemaIssue[] {
  return error.issues.flatMap((issue): SchemaIssue[] => {
    const field = issue.path.map(String).join('.');
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => {
        const hint = didYouMean(key, knownKeys(field));
        return {
          ...placeOf([...issue.path, key], 'key'),
          kind: 'unknown-key',
          field: field === '' ? key : `${field}.${key}`,
          wording: {
            fr: `Clé inconnue « ${quote(key)} »${hint.fr}`,
            en: `Unknown key \`${quote(key)}\`${hint.en}`,
          },
        };
      });
    }
    const group = issue.code === 'invalid_key' && expectationFor(issue.path.slice(0, -1), expectations);
    if (group) return [unfitKey(issue.path, group, placeOf)];
    const expected = expectationFor(issue.path, expectations) ?? fallbackExpectation(issue);
    const value = valueAt(data, issue.path);
    if (value === undefined) {
      return [
        {
          ...placeOf(issue.path),
          kind: 'missing',
          field,
          wording: {
            fr: `Clé « ${field} » absente, attendu : ${expected.fr}`,
            en: `Missing key \`${field}\`, expected ${expected.en}`,
          },
        },
      ];
    }
    const hint =
      issue.code === 'invalid_value'
        ? didYouMean(String(value), issue.values.map(String))
        : { fr: '', en: '' };
    const wordingOf = (found: Wording): Wording => ({
      fr: `Valeur inattendue dans « ${field} » : ${found.fr}${hint.fr || `, attendu : ${expected.fr}`}`,
      en: `Unexpected ${found.en} in \`${field}\`${hint.en || `, expected ${expected.en}`}`,
    });
    return [
      {
        ...placeOf(issue.path),
        kind: issue.code === 'custom' && issue.params?.date === true ? 'date' : 'value',
        field,
        wording: wordingOf(describeValue(value, wordingOf({ fr: '', en: '' }))),
      },
    ];
  });
}
