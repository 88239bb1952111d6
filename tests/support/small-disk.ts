// A disk that is soon full: a folder in memory of a given size, which only the super-user can make.
import { execFileSync, spawnSync } from 'node:child_process';

/** Calls `use` while a disk of `size` (as `mount` takes it: `40k`) is at `folder`; where none can be made, says so and does not. */
export async function onSmallDisk(folder: string, size: string, use: () => Promise<void>): Promise<void> {
  const mount = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'kb-test', folder]);
  if (mount.status !== 0) {
    process.stderr.write('Skipped: only the super-user can mount a small disk.\n');
    return;
  }
  try {
    await use();
  } finally {
    execFileSync('umount', [folder]);
  }
}
