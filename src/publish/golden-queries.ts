// The golden queries of a base: what people type, and the article that has to come among the first.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import * as z from 'zod';
import { describeIssues, type Expectations } from '../config/schema-issue.ts';
import { parseYaml } from '../config/yaml-source.ts';
import { Problem } from '../model/problem.ts';

/** The file, at the root of the base. */
export const goldenFile = 'golden-queries.yaml';

export interface GoldenQuery {
  /** As somebody types it. */
  readonly query: string;
  readonly lang: string;
  /** Id of the article that is expected. */
  readonly expect: string;
  /** Among how many of the first it has to be. */
  readonly within: number;
  /** Line of the file. */
  readonly line: number;
}

const goldenQuery = z.strictObject({
  query: z.string().min(1),
  lang: z.string().min(1).optional(),
  expect: z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/),
  within: z.int().min(1).max(20).default(3),
});

const goldenSchema = z.array(goldenQuery).min(1);

const expectations: Expectations = {
  '': {
    fr: 'une liste, comme - { query: où est mon colis ?, expect: ou-est-mon-colis }',
    en: 'a list, such as - { query: where is my parcel, expect: where-is-my-parcel }',
  },
  '*': {
    fr: 'un groupe de clés, comme { query: colis perdu, expect: colis-perdu }',
    en: 'a mapping, such as { query: lost parcel, expect: lost-parcel }',
  },
  '*.query': { fr: 'ce que quelqu’un tape', en: 'what somebody types' },
  '*.lang': { fr: 'une langue de la base', en: 'a language of the base' },
  '*.expect': { fr: 'l’identifiant d’un article', en: 'the id of an article' },
  '*.within': { fr: 'un nombre de résultats, de 1 à 20', en: 'a number of results, from 1 to 20' },
};

/** What golden queries are read for. */
export interface GoldenBase {
  readonly lang: string;
  readonly languages: readonly string[];
}

/** The golden queries of `text`. Raises a `Problem` that names the place of the first mistake. */
export function parseGoldenQueries(text: string, { lang, languages }: GoldenBase): readonly GoldenQuery[] {
  const yaml = parseYaml(text.replace(/^\uFEFF/, ''));
  const [unreadable] = yaml.problems;
  if (unreadable)
    throw new Problem(unreadable.wording, `${goldenFile}:${unreadable.line}:${unreadable.column}`);
  const result = goldenSchema.safeParse(yaml.data);
  if (!result.success) {
    const known = () => Object.keys(goldenQuery.shape);
    const [issue] = describeIssues(result.error, yaml.data, yaml.placeOf, expectations, known);
    if (!issue) throw result.error;
    throw new Problem(issue.wording, `${goldenFile}:${issue.line}:${issue.column}`);
  }
  return result.data.map((golden, index) => {
    const asked = golden.lang ?? lang;
    const at = yaml.placeOf([index, 'lang']);
    if (!languages.includes(asked))
      throw new Problem(
        {
          fr: `Langue inattendue « ${asked} », attendu : ${languages.join(', ')}`,
          en: `Unexpected language \`${asked}\`, expected ${languages.join(', ')}`,
        },
        `${goldenFile}:${at.line}:${at.column}`,
      );
    return { ...golden, lang: asked, line: yaml.placeOf([index, 'query']).line };
  });
}

/** Reads the golden queries of the base at `root`. Raises a `Problem` where there are none, or the file is malformed. */
export async function readGoldenQueries(root: string, base: GoldenBase): Promise<readonly GoldenQuery[]> {
  const file = path.join(root, goldenFile);
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (cause) {
    throw new Problem(
      {
        fr: `Recherches de référence illisibles : écrivez ${goldenFile} à la racine de la base, comme - { query: colis perdu, expect: colis-perdu }`,
        en: `Unreadable golden queries: write ${goldenFile} at the root of the base, such as - { query: lost parcel, expect: lost-parcel }`,
      },
      file,
      cause,
    );
  }
  return parseGoldenQueries(text, base);
}
