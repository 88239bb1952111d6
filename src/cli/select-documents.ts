// Which documents a command is to look at: those below the paths that were named, those that a branch touches.
import path from 'node:path';
import type { KnowledgeBase } from '../content/knowledge-base.ts';
import { readChangedFiles } from '../history/changed-files.ts';
import { selectChanged, sharedPaths } from '../lint/select-changed.ts';
import { printable } from '../model/printable.ts';
import { Problem } from '../model/problem.ts';
import type { Session } from './common-options.ts';
import type { Host } from './host.ts';

export interface Selection {
  /** Files and folders, as typed; everything where there are none. */
  readonly paths: readonly string[];
  /** The reference to compare with; true where it is to be found out, undefined where nothing is to be compared. */
  readonly changed?: string | true | undefined;
}

/** The documents and shared texts below `paths`, or undefined for all. Raises a `Problem` on a path that holds none. */
function selectPaths(base: KnowledgeBase, paths: readonly string[], cwd: string): Set<string> | undefined {
  if (paths.length === 0) return undefined;
  const selected = new Set<string>();
  const all = [...base.documents.map((document) => document.path), ...sharedPaths(base)];
  for (const asked of paths) {
    const relative = path.relative(base.root, path.resolve(cwd, asked)).split(path.sep).join('/');
    const found = all.filter(
      (file) => relative === '' || file === relative || file.startsWith(`${relative}/`),
    );
    if (found.length === 0) {
      throw new Problem(
        {
          fr: 'Aucun article à cet endroit, attendu : un fichier .md ou un dossier du contenu',
          en: 'No article here, expected an .md file or a folder of the content',
        },
        asked,
      );
    }
    for (const file of found) selected.add(file);
  }
  return selected;
}

/** The documents that `--changed` leaves, or undefined for all: so it is, with a warning, where git can't tell. */
async function selectChangedDocuments(
  base: KnowledgeBase,
  changed: Selection['changed'],
  session: Session,
  host: Host,
): Promise<ReadonlySet<string> | undefined> {
  if (changed === undefined) return undefined;
  const ref = changed === true ? undefined : changed;
  const files = await readChangedFiles(base.root, { ref, env: host.env });
  if (!('reason' in files)) return selectChanged(base, files);
  const { fr, en } = files.reason;
  const all = { fr: `${fr} ; tous les articles sont vérifiés`, en: `${en}; all articles are checked` };
  host.err(`kb: ${printable(session.say(all))}\n`);
  return undefined;
}

function intersect(
  a: ReadonlySet<string> | undefined,
  b: ReadonlySet<string> | undefined,
): ReadonlySet<string> | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return new Set([...a].filter((path) => b.has(path)));
}

/** The paths of the documents that `selection` names, or undefined for all. Raises a `Problem` where it names none. */
export async function selectDocuments(
  base: KnowledgeBase,
  { paths, changed }: Selection,
  session: Session,
  host: Host,
): Promise<ReadonlySet<string> | undefined> {
  const below = selectPaths(base, paths, host.cwd);
  return intersect(below, await selectChangedDocuments(base, changed, session, host));
}
