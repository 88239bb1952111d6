// The bases that benchmarks measure with are sound: a benchmark of a base full of faults would measure something else.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectRoot } from '../support/corpora.ts';
import { runKb } from '../support/run-kb.ts';

type Generate<Result> = (folder: string, size: Readonly<Record<string, number>>) => Promise<Result>;

let folder = '';
/** The day for which the bases are written. */
let today = '';
let generateBase: Generate<unknown>;
let generateRepository: Generate<string>;

beforeAll(async () => {
  ({ today, generateBase } = await import(path.join(projectRoot, 'bench/generate-base.mjs')));
  ({ generateRepository } = await import(path.join(projectRoot, 'bench/generate-repository.mjs')));
  folder = await mkdtemp(path.join(tmpdir(), 'kb-bench-bases-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** How many articles of the base at `root` have a validation that holds, and how many there are. */
async function countValidated(root: string): Promise<readonly [validated: number, all: number]> {
  const { out, err, code } = await runKb(['report', '--format', 'json', '--today', today], { cwd: root });
  expect(code, err).toBe(0);
  const { articles } = JSON.parse(out) as { readonly articles: readonly { readonly trust: string }[] };
  return [articles.filter(({ trust }) => trust === 'validated').length, articles.length];
}

describe('the generated bases', () => {
  it('hold articles that are well formed, most of them validated', async () => {
    await generateBase(folder, { articles: 40, bytes: 1024 });
    const root = path.join(folder, 'kb');
    const [validated, all] = await countValidated(root);
    expect(all).toBe(40);
    expect(validated).toBeGreaterThan(20);
    expect((await runKb(['lint', '--today', today], { cwd: root })).out).not.toContain('front-matter');
  });

  it('keep most validations through the edits of a long past', async () => {
    const root = await generateRepository(folder, { articles: 40, commits: 200 });
    const [validated, all] = await countValidated(root);
    expect(all).toBe(40);
    expect(validated).toBeGreaterThan(20);
  });
});
