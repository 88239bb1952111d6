// Two builds of one small base, A and B, in which every page, the script, and the search index say which build they are of.
import { appendFile, readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { parseIsoDate } from '../../src/model/iso-date.ts';
import { writeOfflineFiles } from '../../src/publish/offline-files.ts';
import { articleText, baseConfig, makeBase } from '../serve/small-base.ts';
import { runKb } from './run-kb.ts';

export type BuildName = 'A' | 'B';

export interface TwoBuilds {
  /** Folder of each built site. */
  readonly folders: Readonly<Record<BuildName, string>>;
  /** Version of each, as the service worker names it. */
  readonly versions: Readonly<Record<BuildName, string>>;
  /** Text of the search index's entry of each. */
  readonly indexes: Readonly<Record<BuildName, string>>;
  readonly remove: () => Promise<void>;
}

const days: Readonly<Record<BuildName, string>> = { A: '2026-11-16', B: '2026-11-17' };

/** Builds both; `extra` is added to the configuration. */
export async function makeTwoBuilds(): Promise<TwoBuilds> {
  const articles = Object.fromEntries(
    Array.from({ length: 8 }, (_, index) => [
      `content/article-${index + 1}.md`,
      articleText(`article-${index + 1}`, `Rassurer, vérifier, agir : cas ${index + 1}.`),
    ]),
  );
  const base = await makeBase({ ...articles, 'content/images/plan é 1.svg': drawing });
  await base.write('content/picture.md', articleText('picture', '![Plan](<images/plan é 1.svg>)'));
  const build = async (name: BuildName): Promise<string> => {
    await base.write('kb.config.yaml', baseConfig.replace('Essai', `Base ${name}`));
    await base.write('content/changing.md', articleText('changing', `Ce que dit la version ${name}.`));
    if (name === 'B') await base.write('content/new.md', articleText('new', 'Seulement dans la seconde.'));
    const built = await runKb(['build', '--out', `site-${name}`, '--today', days[name]], { cwd: base.root });
    if (built.code !== 0) throw new Error(built.err);
    return markScript(path.join(base.root, `site-${name}`), name);
  };
  const folders = { A: await build('A'), B: await build('B') };
  const read = async (name: BuildName, file: string) => readFile(path.join(folders[name], file), 'utf8');
  const versionOf = async (name: BuildName) =>
    (JSON.parse(await read(name, 'offline.json')) as { version: string }).version;
  return {
    folders,
    versions: { A: await versionOf('A'), B: await versionOf('B') },
    indexes: {
      A: await read('A', 'pagefind/pagefind-entry.json'),
      B: await read('B', 'pagefind/pagefind-entry.json'),
    },
    remove: base.remove,
  };
}

const drawing = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 4"><path d="M0 0h4v4z"/></svg>';

/** Has the script say which build it is of, under the name that it has: the case in which builds mix most easily. */
async function markScript(folder: string, name: BuildName): Promise<string> {
  const assets = await readdir(path.join(folder, 'assets'));
  const script = assets.find((file) => /^kb\..*\.js$/.test(file)) ?? '';
  await appendFile(
    path.join(folder, 'assets', script),
    `\ndocument.documentElement.dataset.script='${name}';\n`,
  );
  for (const file of await readdir(folder)) if (/^offline/.test(file)) await rm(path.join(folder, file));
  const builtOn = parseIsoDate(days[name]);
  if (builtOn) await writeOfflineFiles(folder, { name: `Base ${name}`, lang: 'fr', builtOn });
  return folder;
}
