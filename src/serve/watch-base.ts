// Notices changes of the configuration, the content folder, the fragments, the variables and the training paths, and tells of them once they have settled.
import path from 'node:path';
import { watch } from 'chokidar';
import { configFileName } from '../config/read-config.ts';
import { fragmentsFolder } from '../content/fragments.ts';
import { pathsFolder } from '../content/parse-path.ts';
import { variablesFile } from '../content/parse-variables.ts';

export interface WatchOptions {
  /** Absolute path of the knowledge base. */
  readonly root: string;
  /** The content folder, from the root. */
  readonly content: string;
  /** Told of the paths that changed, from the root, with `/`. */
  readonly onChange: (paths: readonly string[]) => void;
  readonly onError: (error: unknown) => void;
}

export interface BaseWatch {
  /**
   * Whether changes of the content folder and of each of `files` (from the root, with `/`) will be noticed. chokidar 5 lists a new folder before it
   * watches it; what is made in between is never seen.
   */
  readonly covers: (files: Iterable<string>) => boolean;
  readonly close: () => Promise<void>;
}

/**
 * Milliseconds without a further change after which changes are told: an editor's save is several steps on the disk, and
 * chokidar waits 100 ms before it calls a file deleted, so that a rename comes as one change.
 */
const settlingTime = 120;

/**
 * Whether a change at `file` (from the root, with `/`) may matter: the configuration, the content folder, the fragments, the variables, the paths and
 * what is below them, but no hidden file; and the folders on the way, so that a content folder that went away is seen when
 * it is back.
 */
export function isWatched(file: string, content: string): boolean {
  if (file === '' || file === configFileName || file === content || content.startsWith(`${file}/`))
    return true;
  if (file === fragmentsFolder || file === variablesFile || file === pathsFolder) return true;
  const folder = [content, fragmentsFolder, pathsFolder].find((outer) => file.startsWith(`${outer}/`));
  if (folder === undefined) return false;
  const names = file.slice(folder.length + 1).split('/');
  return names.every((name) => !name.startsWith('.') && name !== 'node_modules');
}

/** Watches until it is closed. Resolves once every change from now on will be noticed. */
export async function watchBase({ root, content, onChange, onError }: WatchOptions): Promise<BaseWatch> {
  const folder = path.posix.normalize(content).replace(/\/+$/, '');
  const fromRoot = (file: string) => path.relative(root, file).split(path.sep).join('/');
  const changed = new Set<string>();
  let timer: NodeJS.Timeout | undefined;

  const watcher = watch(root, {
    ignored: (file) => !isWatched(fromRoot(file), folder),
    ignoreInitial: true,
    // A link may lead anywhere, to the whole disk as well.
    followSymlinks: false,
  });
  watcher.on('all', (_event, file) => {
    changed.add(fromRoot(file));
    clearTimeout(timer);
    timer = setTimeout(() => {
      onChange([...changed].sort());
      changed.clear();
    }, settlingTime);
  });
  watcher.on('error', onError);
  await new Promise<void>((resolve) => watcher.once('ready', resolve));
  return {
    covers: (files) => {
      const watched = watcher.getWatched();
      const known = new Set(
        Object.entries(watched).flatMap(([parent, names]) =>
          names.map((name) => fromRoot(path.join(parent, name))),
        ),
      );
      return [folder, ...files].every((file) => known.has(file) || !isWatched(file, folder));
    },
    close: async () => {
      clearTimeout(timer);
      await watcher.close();
    },
  };
}
