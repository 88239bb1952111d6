// Finds and reads `kb.config.yaml`; anything wrong in it stops the program with the place of the mistake.
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Config } from '../model/config.ts';
import { Problem } from '../model/problem.ts';
import { configExpectations, configSchema, knownConfigKeys } from './config-schema.ts';
import { describeIssues } from './schema-issue.ts';
import { parseYaml } from './yaml-source.ts';

export const configFileName = 'kb.config.yaml';

/** Turns the text of a configuration into `Config`. Raises a `Problem` that names the first mistake's line and column. */
export function parseConfig(text: string, file = configFileName): Config {
  const yaml = parseYaml(text.replace(/^\uFEFF/, ''));
  const [problem] = yaml.problems;
  if (problem) throw new Problem(problem.wording, `${file}:${problem.line}:${problem.column}`);
  const data = yaml.data ?? {};
  const result = configSchema.safeParse(data);
  if (!result.success) {
    const issues = describeIssues(result.error, data, yaml.placeOf, configExpectations, knownConfigKeys);
    const [issue] = issues;
    if (!issue) throw result.error;
    const more = issues.length - 1;
    const wording =
      more === 0
        ? issue.wording
        : { fr: `${issue.wording.fr} (et ${more} autre(s))`, en: `${issue.wording.en} (and ${more} more)` };
    throw new Problem(wording, `${file}:${issue.line}:${issue.column}`);
  }
  const { validity, review, writing, images, flowcharts, offline, languages, ...rest } = result.data;
  return {
    ...rest,
    languages: [...new Set([rest.lang, ...(languages ?? [])])],
    validity: {
      dueWithin: validity.due_within,
      expiresRequired: validity.expires_required,
      longest: validity.longest,
    },
    review: { fourEyes: review.four_eyes },
    writing: { sentenceWords: writing.sentence_words, glossary: writing.glossary },
    images: { maxKilobytes: images.max_kilobytes, maxPixels: images.max_pixels },
    flowcharts: {
      maxNodes: flowcharts.max_nodes,
      labelCharacters: flowcharts.label_characters,
      answerCharacters: flowcharts.answer_characters,
    },
    offline: { enabled: offline.enabled, staleAfter: offline.stale_after },
    placeOf: (path) => yaml.placeOf(path, 'key'),
  };
}

async function isFile(file: string): Promise<boolean> {
  return stat(file).then(
    (stats) => stats.isFile(),
    () => false,
  );
}

/** The nearest folder at or above `from` that holds a configuration. Raises a `Problem` where there is none. */
export async function findRoot(from: string): Promise<string> {
  for (let folder = path.resolve(from); ; folder = path.dirname(folder)) {
    if (await isFile(path.join(folder, configFileName))) return folder;
    if (folder === path.dirname(folder)) break;
  }
  throw new Problem(
    {
      fr: `Aucun ${configFileName} dans ce dossier ni au-dessus ; créez une base avec « kb init »`,
      en: `No ${configFileName} in this folder or above it; create a knowledge base with \`kb init\``,
    },
    from,
  );
}

/** Reads the configuration of the knowledge base at `root`. Raises a `Problem` on anything unreadable or wrong. */
export async function readConfig(root: string): Promise<Config> {
  const file = path.join(root, configFileName);
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (cause) {
    throw new Problem(
      { fr: `Configuration illisible (${String(cause)})`, en: `Unreadable configuration (${String(cause)})` },
      file,
      cause,
    );
  }
  return parseConfig(text);
}
