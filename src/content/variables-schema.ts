// The schema of `variables.yaml`: values by name, each one text, one per language, or a list of values with their days.
import * as z from 'zod';
import type { Expectations } from '../config/schema-issue.ts';
import { type IsoDate, parseIsoDate } from '../model/iso-date.ts';
import { variableNamePattern } from '../model/variable.ts';
import { isRecord } from './parse-document.ts';

/** Longest name and longest value, in UTF-16 code units. */
const longestName = 60;
const longestValue = 200;
/** The most values of one variable: each page that shows it carries those to come. */
const mostValues = 40;

/** Control characters, line ends, signs that turn the direction of text, and the marks of a place: a value holds no other. */
const unfit = /[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]|\{\{|\}\}/u;

export const variableName = z.string().regex(variableNamePattern).max(longestName);
const plain = z
  .string()
  .trim()
  .min(1)
  .max(longestValue)
  .refine((text) => !unfit.test(text));
const perLanguage = z.record(z.string(), plain).refine((texts) => Object.keys(texts).length > 0);
const day = z.string().transform((value, context): IsoDate => {
  const date = parseIsoDate(value);
  if (date !== undefined) return date;
  context.addIssue({ code: 'custom', params: { date: true } });
  return z.NEVER;
});

const datedWith = (value: z.ZodType<string | Record<string, string>>) =>
  z.strictObject({ from: day.optional(), until: day.optional(), value });

/** The whole file, for editors. */
export const variablesSchema = z.record(
  variableName,
  z.union([
    plain,
    perLanguage,
    z
      .array(datedWith(z.union([plain, perLanguage])))
      .min(1)
      .max(mostValues),
  ]),
);

export type WrittenValue = z.output<ReturnType<typeof datedWith>>;

/** The schema of a text as it is written: a union would say of an issue neither where it is nor what was meant. */
const textSchema = (written: unknown) => (isRecord(written) ? perLanguage : plain);

/** The schema of the variable that is written as `written`, in its own form. */
export function schemaFor(written: unknown) {
  if (!Array.isArray(written))
    return textSchema(written).transform((value): readonly WrittenValue[] => [{ value }]);
  const items = written.map((item: unknown) =>
    datedWith(textSchema(isRecord(item) ? item.value : undefined)),
  );
  const [first, ...rest] = items;
  if (!first || items.length > mostValues)
    return z
      .array(z.never())
      .min(1)
      .max(mostValues)
      .transform((): readonly WrittenValue[] => []);
  return z.tuple([first, ...rest]).transform((values): readonly WrittenValue[] => values);
}

export const datedKeys: readonly string[] = ['from', 'until', 'value'];

const textExpectation = {
  fr: `un texte d’une ligne, de ${longestValue} signes au plus, entre guillemets s’il est un nombre`,
  en: `a text of one line, ${longestValue} characters at most, in quotation marks where it is a number`,
};
const textsExpectation = {
  fr: 'un texte, ou un par langue, comme { fr: 5 jours }',
  en: 'a text, or one per language, such as { en: 5 days }',
};
const dayExpectation = { fr: 'un jour réel, comme 2026-12-24', en: 'a real day, such as 2026-12-24' };

/** What a name of the file may be. */
export const nameExpectation = {
  fr: 'minuscules, chiffres et tirets, comme delai-remboursement',
  en: 'lower-case letters, digits and hyphens, such as refund-delay',
};

/** What each part of the variable `name` holds. */
export function expectationsFor(name: string): Expectations {
  return {
    [name]: {
      fr: `un texte, un par langue, ou une liste d’une à ${mostValues} valeurs datées`,
      en: `a text, one per language, or a list of one to ${mostValues} dated values`,
    },
    [`${name}.*`]: {
      fr: 'une valeur datée, comme { from: 2026-12-24, value: … }',
      en: 'a dated value, such as { from: 2026-12-24, value: … }',
    },
    [`${name}.*.from`]: dayExpectation,
    [`${name}.*.until`]: dayExpectation,
    [`${name}.*.value`]: textsExpectation,
    [`${name}.*.value.*`]: textExpectation,
  };
}
