// `kb serve` as a process that is killed under load: what it acknowledged is there, once.
import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { projectRoot } from '../../support/corpora.ts';

it('nothing acknowledged is lost or doubled over kills at random moments, and it ends soundly when asked to', async () => {
  const bench = path.join(projectRoot, 'bench/serve-kill.mjs');
  const { stdout } = await promisify(execFile)(process.execPath, [bench, '--kills', '8', '--seed', '7']);
  const result = JSON.parse(stdout) as Record<string, number>;
  expect(result).toMatchObject({ kills: 8, missing: 0, twice: 0, unknown: 0, endedWith: 0 });
  expect(result.acknowledged).toBeGreaterThan(10);
});
