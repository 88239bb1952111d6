// Builds a base's sites as the program does.
import path from 'node:path';
import { expect } from 'vitest';
import { runKb, sampleDay } from './run-kb.ts';

/** Builds the team's site and the public's of the base at `root`, into its folders `site` and `open`; gives the first one's path. */
export async function buildForBoth(root: string): Promise<string> {
  for (const [audience, out] of [
    ['internal', 'site'],
    ['customer', 'open'],
  ] as const) {
    const built = await runKb(['build', '--today', sampleDay, '--audience', audience, '--out', out], {
      cwd: root,
    });
    expect(built, built.err).toMatchObject({ code: 0 });
  }
  return path.join(root, 'site');
}
