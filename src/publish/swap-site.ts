// Puts a finished site in the place of the last one, so that a reader meets the old one or the new one and never half of either.
import { mkdir, readdir, readlink, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { isAlive } from '../content/is-alive.ts';
import { Problem } from '../model/problem.ts';

/** The file that marks a folder as built by `kb`; a folder without it is never replaced. */
export const markerFile = 'kb-build.json';

/** The steps on the disk that a swap needs; a test hands over ones that fail. */
export interface SwapDisk {
  readonly rename: (from: string, to: string) => Promise<void>;
  readonly remove: (folder: string) => Promise<void>;
}

const realDisk: SwapDisk = {
  rename,
  remove: (folder) => rm(folder, { recursive: true, force: true, maxRetries: 3 }),
};

type SiblingKind = 'staging' | 'old';

/** Name of a folder beside `out` that belongs to one process: `.public.kb-staging-1234`. */
export function siblingOf(out: string, kind: SiblingKind, pid: number): string {
  return path.join(path.dirname(out), `.${path.basename(out)}.kb-${kind}-${pid}`);
}

async function exists(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  );
}

/** How many links are followed before they count as a circle, as Linux does. */
const mostLinks = 40;

/** The folder that a site goes to: where `out` is a symbolic link, what it names, there or not, so that the link itself stays. */
export async function followLink(out: string, links = 0): Promise<string> {
  const target = links < mostLinks ? await readlink(out).catch(() => undefined) : undefined;
  return target === undefined ? out : followLink(path.resolve(path.dirname(out), target), links + 1);
}

/** What other processes left beside `out`: its kind, and whether its process still runs. */
async function siblings(out: string): Promise<{ kind: SiblingKind; folder: string; alive: boolean }[]> {
  const prefix = `.${path.basename(out)}.kb-`;
  const names = await readdir(path.dirname(out)).catch(() => []);
  return names.flatMap((name) => {
    const match = name.startsWith(prefix) ? /^(staging|old)-(\d+)$/.exec(name.slice(prefix.length)) : null;
    if (!match) return [];
    const folder = path.join(path.dirname(out), name);
    return [{ kind: match[1] as SiblingKind, folder, alive: isAlive(Number(match[2])) }];
  });
}

/**
 * Mends what a killed build left: a site that was moved aside and not yet replaced is put back, the rest is removed.
 *
 * Every command that writes or reads a built site calls it first.
 */
export async function recoverSite(asked: string): Promise<void> {
  const out = await followLink(asked);
  const left = (await siblings(out)).filter(({ alive }) => !alive);
  const aside = left.find(({ kind }) => kind === 'old');
  if (aside && !(await exists(out))) await rename(aside.folder, out);
  for (const { folder } of left) await rm(folder, { recursive: true, force: true });
}

/** Raises a `Problem` where `out` holds something that `kb` did not build: it may be all that someone has. */
export async function checkReplaceable(out: string): Promise<void> {
  let entries: string[];
  try {
    entries = await readdir(out);
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
    if (code === 'ENOENT') return;
    throw new Problem(
      {
        fr: `Dossier de sortie inutilisable (${String(code)})`,
        en: `Unusable output folder (${String(code)})`,
      },
      out,
      cause,
    );
  }
  if (entries.length === 0 || entries.includes(markerFile)) return;
  throw new Problem(
    {
      fr: `Dossier de sortie non vide et non construit par kb (${markerFile} absent) ; choisissez-en un autre avec --out`,
      en: `Unexpected files in an output folder that kb did not build (no ${markerFile}); choose another with --out`,
    },
    out,
  );
}

/** A new empty folder beside `out`, on the same disk, so that it can take its place by renaming. */
export async function makeStaging(out: string): Promise<string> {
  const staging = siblingOf(out, 'staging', process.pid);
  await rm(staging, { recursive: true, force: true });
  await mkdir(staging, { recursive: true });
  return staging;
}

/**
 * Replaces `out` by `staging`: two renames, with the old site put back when the second fails.
 *
 * Between the two renames there is no site for some microseconds; a process killed right there leaves the old site
 * aside, whole, and `recoverSite` puts it back. Node offers no rename that exchanges two folders in one step.
 */
export async function swapSite(staging: string, out: string, disk: SwapDisk = realDisk): Promise<void> {
  const aside = siblingOf(out, 'old', process.pid);
  await disk.remove(aside);
  const had = await exists(out);
  if (had) await disk.rename(out, aside);
  try {
    await disk.rename(staging, out);
  } catch (error) {
    if (had) await disk.rename(aside, out);
    throw error;
  }
  // The new site stands; what is left of the old one goes now or with the next build.
  await disk.remove(aside).catch(() => undefined);
}
