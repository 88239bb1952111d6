// The text of `paths/<id>.yaml` → TrainingPath, with the place of everything in it.
import * as z from 'zod';
import { describeIssues, type Expectations } from '../config/schema-issue.ts';
import { parseYaml } from '../config/yaml-source.ts';
import type { Place } from '../model/finding.ts';
import { type IsoDate, parseIsoDate } from '../model/iso-date.ts';
import type { TrainingPath } from '../model/training-path.ts';
import { idPattern, longestId } from './article-schema.ts';
import type { ReadProblem } from './document.ts';

/** Folder of the paths, from the knowledge base's root. */
export const pathsFolder = 'paths';

/** One file of the folder. */
export interface PathFile {
  /** Path from the root, with `/`. */
  readonly path: string;
  /** Undefined where the file could not be read as a path. */
  readonly training: TrainingPath | undefined;
  readonly problems: readonly ReadProblem[];
  /** The place of a value, such as `['steps', 2]`. */
  readonly placeOf: (field: readonly (string | number)[]) => Place;
}

const id = z.string().regex(idPattern).max(longestId);
const text = z.string().trim().min(1);
const day = z.string().transform((value, context): IsoDate => {
  const date = parseIsoDate(value);
  if (date !== undefined) return date;
  context.addIssue({ code: 'custom', params: { date: true } });
  return z.NEVER;
});
const challenge = z.strictObject({ from: day, until: day }).refine(({ from, until }) => from <= until);
const step = z.union([
  id.transform((named) => ({ id: named, guide: false })),
  z.strictObject({ guide: id }).transform(({ guide }) => ({ id: guide, guide: true })),
]);
const schema = z.strictObject({
  title: z.record(z.string(), text).refine((texts) => Object.keys(texts).length > 0),
  owner: text,
  audience: z.array(text).min(1).optional(),
  steps: z.array(step).min(1).max(100),
  challenge: challenge.optional(),
});

const stepExpectation = {
  fr: 'un identifiant d’article, ou { guide: identifiant }',
  en: 'an article’s id, or { guide: id }',
};
const dayExpectation = { fr: 'un jour réel, comme 2026-11-16', en: 'a real day, such as 2026-11-16' };
const expectations: Expectations = {
  '': { fr: 'un groupe de clés (title, owner, steps…)', en: 'a mapping (title, owner, steps…)' },
  title: {
    fr: 'un titre par langue, comme { fr: Premiers jours }',
    en: 'a title per language, such as { en: First days }',
  },
  owner: { fr: 'un responsable de la configuration', en: 'an owner of the configuration' },
  audience: { fr: 'une liste, comme [a, b]', en: 'a list, such as [a, b]' },
  steps: { fr: 'une liste d’une à cent étapes', en: 'a list of one to a hundred steps' },
  'steps.*': stepExpectation,
  challenge: {
    fr: 'from et until, dans cet ordre, comme { from: 2026-11-16, until: 2026-11-30 }',
    en: 'from and until, in this order, such as { from: 2026-11-16, until: 2026-11-30 }',
  },
  'challenge.from': dayExpectation,
  'challenge.until': dayExpectation,
};

function knownKeys(path: string): readonly string[] {
  if (path === '') return Object.keys(schema.shape);
  return path === 'challenge' ? ['from', 'until'] : [];
}

const start: Place = { line: 1, column: 1 };

/** A file that can't be read, with what stands against it. */
export function unreadablePath(path: string, problem: ReadProblem): PathFile {
  return { path, training: undefined, problems: [problem], placeOf: () => start };
}

/** Reads the path that the file at `path` with this `text` is; `audience` is that of one that names none. */
export function parsePath(path: string, source: string, audience: readonly string[]): PathFile {
  const yaml = parseYaml(source.replace(/^\uFEFF/, ''));
  const file = { path, placeOf: yaml.placeOf };
  const named = id.safeParse(path.slice(path.lastIndexOf('/') + 1).replace(/\.yaml$/, ''));
  if (!named.success) {
    const wording = {
      fr: 'Nom de fichier inattendu, attendu : minuscules, chiffres et tirets (premiers-jours.yaml)',
      en: 'Unexpected file name, expected lower-case letters, digits, hyphens (first-days.yaml)',
    };
    return unreadablePath(path, { ...start, wording });
  }
  if (yaml.problems.length > 0) return { ...file, training: undefined, problems: yaml.problems };
  const result = schema.safeParse(yaml.data ?? {});
  if (!result.success) {
    const problems = describeIssues(result.error, yaml.data ?? {}, yaml.placeOf, expectations, knownKeys);
    return { ...file, training: undefined, problems };
  }
  const { audience: given = audience, ...rest } = result.data;
  return { ...file, training: { ...rest, id: named.data, audience: given }, problems: [] };
}
