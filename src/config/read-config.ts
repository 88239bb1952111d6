// Finds and reads `kb.config.yaml`; anything wrong in it stops the program with the place of the mistake.
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Config } from '../model/config.ts';
import { Problem } from '../model/problem.ts';

export const configFileName = 'kb.config.yaml';

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
  // Loaded here, with the schema library: whoever only looks for the folder should not wait for them.
  const { parseConfig } = await import('./parse-config.ts');
  return parseConfig(text);
}
