// Keeps a snapshot of the knowledge base true to the disk: reads it again after every change, and keeps the last good one meanwhile.
import { readConfig } from '../config/read-config.ts';
import { Problem } from '../model/problem.ts';
import { readSnapshot, type Snapshot, type SnapshotOptions } from './read-snapshot.ts';
import { type BaseWatch, watchBase } from './watch-base.ts';

export interface LiveState {
  /** The last good reading. */
  readonly snapshot: Snapshot;
  /** Why the base can't be read as it is now. */
  readonly problem: Problem | undefined;
}

/** What came of reading the base again. */
export interface Reread extends LiveState {
  /** Paths that changed, from the root, with `/`. */
  readonly changed: readonly string[];
}

export interface LiveBaseOptions extends SnapshotOptions {
  readonly onReread: (reread: Reread) => void;
  /** Told of what goes wrong besides the reading. */
  readonly onError: (error: unknown) => void;
}

export interface LiveBase {
  readonly state: () => LiveState;
  readonly close: () => Promise<void>;
}

/** `error` as something to tell a writer. */
export function asProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  const reason = error instanceof Error ? error.message : String(error);
  return new Problem(
    { fr: `Erreur inattendue : ${reason}`, en: `Unexpected error: ${reason}` },
    undefined,
    error,
  );
}

/** Reads the base and follows its changes until it is closed. Raises a `Problem` where it can't be read to begin with. */
export async function openLiveBase(options: LiveBaseOptions): Promise<LiveBase> {
  const { root, onReread, onError } = options;
  const changed = new Set<string>();
  let reading: Promise<void> | undefined;
  let started = false;
  let closed = false;

  let { content } = await readConfig(root);
  const startWatch = (): Promise<BaseWatch> =>
    watchBase({ root, content, onError: (error) => onError(unwatched(error)), onChange: noteChanges });
  const watchAnew = async (): Promise<void> => {
    await watch.close();
    watch = await startWatch();
  };
  /** The configuration may name another content folder by now. */
  const followContent = async (): Promise<void> => {
    const config = await readConfig(root).catch(() => undefined);
    if (config === undefined || config.content === content) return;
    content = config.content;
    await watchAnew();
  };
  /** Reads the base, and makes sure that what was read is watched. */
  const readWatched = async (previous?: Snapshot): Promise<Snapshot> => {
    await followContent();
    const snapshot = await readSnapshot(options, previous);
    if (watch.covers(filesOf(snapshot))) return snapshot;
    await watchAnew();
    return readSnapshot(options, snapshot);
  };
  const readAgain = async (): Promise<void> => {
    while (changed.size > 0 && !closed) {
      const paths = [...changed].sort();
      changed.clear();
      state = await readWatched(state.snapshot).then(
        (snapshot) => ({ snapshot, problem: undefined }),
        (error: unknown) => ({ snapshot: state.snapshot, problem: asProblem(error) }),
      );
      if (!closed) onReread({ ...state, changed: paths });
    }
  };
  const noteChanges = (paths: readonly string[]): void => {
    for (const path of paths) changed.add(path);
    if (!started) return;
    reading ??= readAgain()
      .catch(onError)
      .finally(() => {
        reading = undefined;
      });
  };

  // The watch comes first and changes wait for the first reading, so that none falls between the two.
  let watch = await startWatch();
  let state: LiveState;
  try {
    state = { snapshot: await readWatched(), problem: undefined };
  } catch (error) {
    await watch.close();
    throw error;
  }
  started = true;
  noteChanges([]);
  return {
    state: () => state,
    close: async () => {
      closed = true;
      await reading;
      await watch.close();
    },
  };
}

function filesOf({ base }: Snapshot): string[] {
  return [...base.byPath.keys(), ...base.assets, ...[...base.fragments.values()].map(({ path }) => path)];
}

function unwatched(error: unknown): Problem {
  const reason = error instanceof Error ? error.message : String(error);
  return new Problem(
    {
      fr: `Les changements ne sont plus tous remarqués (${reason}) ; relancez « kb dev »`,
      en: `Changes are no longer all noticed (${reason}); start \`kb dev\` again`,
    },
    undefined,
    error,
  );
}
