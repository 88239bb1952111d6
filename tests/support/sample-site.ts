// The site of the sample base, built once for all tests that only look at it: pictures are drawn and pages indexed a single time in a run.
import { mkdir, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { inject } from 'vitest';
import { copySampleBase } from './folders.ts';
import { runKb, sampleDay } from './run-kb.ts';

export interface SampleSite {
  /** A copy of the sample base: read it, run questions in it, write nothing into it. */
  readonly base: string;
  /** Its site for the most restricted audience, as of `sampleDay`; its golden queries all find their articles. */
  readonly site: string;
}

/** Milliseconds between two looks at whether another worker has finished. */
const lookAgain = 200;

const exists = (file: string) =>
  stat(file).then(
    () => true,
    () => false,
  );

/** The shared site; whoever asks first builds it, the other workers wait. Rejects where the build fails. */
export async function sampleSite(): Promise<SampleSite> {
  const folder = inject('sharedFolder');
  const base = path.join(folder, 'base');
  const finished = path.join(folder, 'finished');
  const failed = path.join(folder, 'failed');
  const mine = await mkdir(path.join(folder, 'taken')).then(
    () => true,
    () => false,
  );
  if (mine) {
    try {
      await copySampleBase(base);
      const built = await runKb(['build', '--check', '--today', sampleDay], { cwd: base });
      if (built.code !== 0) throw new Error(`The sample base does not build:\n${built.err}`);
      await writeFile(finished, '');
    } catch (error) {
      await writeFile(failed, '');
      throw error;
    }
  }
  while (!(await exists(finished))) {
    if (await exists(failed)) throw new Error('The sample base does not build; another test tells why');
    await pause(lookAgain);
  }
  return { base, site: path.join(base, 'public') };
}
