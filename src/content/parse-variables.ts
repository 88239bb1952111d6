// The text of `variables.yaml` → Variables, with what stands against each of them and its place.
import { describeIssues } from '../config/schema-issue.ts';
import { type PlaceOf, parseYaml } from '../config/yaml-source.ts';
import type { Place } from '../model/finding.ts';
import { quote } from '../model/quote.ts';
import {
  type DatedValue,
  languagesOf,
  noVariables,
  type Variable,
  type Variables,
} from '../model/variable.ts';
import type { Wording } from '../model/wording.ts';
import type { ReadProblem } from './document.ts';
import { isRecord } from './parse-document.ts';
import {
  datedKeys,
  expectationsFor,
  nameExpectation,
  schemaFor,
  variableName,
  type WrittenValue,
} from './variables-schema.ts';

/** The file's path from the knowledge base's root. */
export const variablesFile = 'variables.yaml';

export interface VariablesFile {
  /** The sound ones. */
  readonly variables: Variables;
  /** Where each name is written, that of an unsound variable too; undefined where the file can't be read, so that nobody can tell what is in it. */
  readonly declared: ReadonlyMap<string, Place> | undefined;
  readonly problems: readonly ReadProblem[];
}

/** The file of a base that has none. */
export const noVariablesFile: VariablesFile = {
  variables: noVariables,
  declared: new Map(),
  problems: [],
};

/** A file that can't be read, with what stands against it. */
export function unreadableVariables(problems: readonly ReadProblem[]): VariablesFile {
  return { variables: noVariables, declared: undefined, problems };
}

/** Reads the variables of `source`, for articles in `languages`. */
export function parseVariables(source: string, languages: readonly string[]): VariablesFile {
  const yaml = parseYaml(source);
  const { placeOf } = yaml;
  if (yaml.problems.length > 0) return unreadableVariables(yaml.problems);
  const data = yaml.data ?? {};
  if (!isRecord(data)) {
    const wording = {
      fr: 'Contenu inattendu, attendu : un groupe de variables, comme delai: 5 jours',
      en: 'Unexpected content, expected a mapping of variables, such as delay: 5 days',
    };
    return unreadableVariables([{ line: 1, column: 1, wording }]);
  }
  const problems: ReadProblem[] = [];
  const variables = new Map<string, Variable>();
  for (const [name, written] of Object.entries(data)) {
    const read = readVariable(name, written, placeOf, languages);
    problems.push(...read.problems);
    if (read.variable) variables.set(name, read.variable);
  }
  const declared = new Map(Object.keys(data).map((name) => [name, placeOf([name], 'key')]));
  return { variables, declared, problems };
}

interface ReadVariable {
  readonly variable?: Variable;
  readonly problems: readonly ReadProblem[];
}

function readVariable(
  name: string,
  written: unknown,
  placeOf: PlaceOf,
  languages: readonly string[],
): ReadVariable {
  if (!variableName.safeParse(name).success) {
    const found = quote(name, 40);
    const wording = {
      fr: `Nom de variable inattendu « ${found} », attendu : ${nameExpectation.fr}`,
      en: `Unexpected variable name \`${found}\`, expected ${nameExpectation.en}`,
    };
    return { problems: [{ ...placeOf([name], 'key'), wording }] };
  }
  const result = schemaFor(written).safeParse(written);
  if (!result.success) {
    const issues = result.error.issues.map((issue) => ({ ...issue, path: [name, ...issue.path] }));
    const keys = (field: string) => (Array.isArray(written) && field !== name ? datedKeys : []);
    const problems = describeIssues({ issues }, { [name]: written }, placeOf, expectationsFor(name), keys);
    return { problems };
  }
  const dated = Array.isArray(written);
  const at = (index: number, key: string): Place => (dated ? placeOf([name, index, key]) : placeOf([name]));
  const problems = [
    ...checkDays(result.data, at),
    ...checkLanguages(result.data, languages, (index, lang) =>
      placeOf(dated ? [name, index, 'value', lang] : [name, lang], 'key'),
    ),
  ];
  const [first, ...rest] = result.data.map(
    ({ from, until, value }): DatedValue => ({ from, until, text: value }),
  );
  return first && problems.length === 0
    ? { variable: { name, values: [first, ...rest] }, problems }
    : { problems };
}

/** What stands against the days of `values`: a day without a value, or with two. */
function checkDays(
  values: readonly WrittenValue[],
  at: (index: number, key: string) => Place,
): ReadProblem[] {
  return values.flatMap(({ from, until }, index): ReadProblem[] => {
    const problem = (key: string, wording: Wording) => [{ ...at(index, key), wording }];
    if (index === 0) {
      if (from === undefined && until === undefined) return [];
      return problem(from === undefined ? 'until' : 'from', {
        fr: 'Jours sans valeur, attendu : une première valeur sans « from » ni « until »',
        en: 'Unexpected days without a value, expected a first value without `from` or `until`',
      });
    }
    if (from === undefined)
      return problem('value', {
        fr: 'Deux valeurs pour les mêmes jours, attendu : « from », le premier jour de celle-ci',
        en: 'Unexpected second value for the same days, expected `from`, the first day of this one',
      });
    if (until !== undefined && until < from)
      return problem('until', {
        fr: `Dernier jour inattendu ${until}, attendu : le ${from} ou après`,
        en: `Unexpected last day ${until}, expected ${from} or later`,
      });
    const before = values[index - 1];
    const last = before?.until ?? before?.from;
    if (last === undefined || from > last) return [];
    if (before?.from !== undefined && from >= before.from)
      return problem('from', {
        fr: `Deux valeurs pour le ${from}, attendu : un premier jour après le ${last}`,
        en: `Unexpected second value for ${from}, expected a first day after ${last}`,
      });
    return problem('from', {
      fr: `Jours dans le désordre (${from} après ${last}), attendu : les valeurs dans l’ordre des jours`,
      en: `Unexpected order of days (${from} after ${last}), expected values in the order of their days`,
    });
  });
}

/** What stands against the languages of `values`: one that the base does not have, or one that a value lacks. */
function checkLanguages(
  values: readonly WrittenValue[],
  languages: readonly string[],
  at: (index: number, lang: string) => Place,
): ReadProblem[] {
  const written = values.map(({ value }) => languagesOf({ text: value }));
  const all = new Set(written.flatMap((some) => some ?? []));
  return written.flatMap((some, index): ReadProblem[] => {
    if (some === undefined) return [];
    const unknown = some.filter((lang) => !languages.includes(lang));
    const missing = [...all].filter((lang) => languages.includes(lang) && !some.includes(lang));
    return [
      ...unknown.map((lang) => ({
        ...at(index, lang),
        wording: {
          fr: `Langue inconnue « ${quote(lang, 20)} », attendu : ${languages.join(', ')}`,
          en: `Unknown language \`${quote(lang, 20)}\`, expected ${languages.join(', ')}`,
        },
      })),
      ...missing.map((lang) => ({
        ...at(index, lang),
        wording: {
          fr: `Valeur sans texte en « ${lang} », attendu : les langues des autres valeurs`,
          en: `Value without a text in \`${lang}\`, expected the languages of the other values`,
        },
      })),
    ];
  });
}
