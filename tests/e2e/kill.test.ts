// A build that is killed, whenever that is: the last site stands whole, nothing goes on running, and the next build is as if nothing had happened.
import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { chmod, rm } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { articleText, flowchart, makeBase, type SmallBase } from '../serve/small-base.ts';
import { projectRoot } from '../support/corpora.ts';
import { digestFolder } from '../support/folders.ts';
import { type KbOptions, runKb, sampleDay } from '../support/run-kb.ts';

const kills = 20;
/** Every so many kills the pictures have to be drawn, so that a browser is running at times. */
const coldEvery = 5;

const edited = 'content/article-1.md';
const before = articleText('article-1', 'Avant la modification.\n\n'.repeat(20));
const after = articleText('article-1', 'Après la modification.\n\n'.repeat(20));

let base: SmallBase;
let site: string;
/** The files of the site as it was, and of the site that the killed build was to put in its place. */
let old: Record<string, string>;
let next: Record<string, string>;
/** How long a build takes here, in milliseconds, with the pictures at hand and without. */
const durations = { warm: 0, cold: 0 };

const build = (options: Partial<KbOptions> = {}) =>
  runKb(['build', '--today', sampleDay], { cwd: base.root, ...options });

async function measure(): Promise<number> {
  const started = performance.now();
  expect(await build()).toMatchObject({ code: 0 });
  return performance.now() - started;
}

const forgetPictures = () => rm(path.join(base.root, '.kb'), { recursive: true, force: true });

/** What lies beside the base's own files: staging folders and sites that were moved aside. */
const leftovers = () => readdirSync(base.root).filter((name) => name.includes('.kb-'));

/** Numbers from 0 to 1, the same in every run (mulberry32, by Tommy Ettinger, public domain). */
function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

beforeAll(async () => {
  const articles = Array.from({ length: 9 }, (_, index) => [
    `content/article-${index + 2}.md`,
    articleText(`article-${index + 2}`, 'Rassurer, vérifier, agir.\n\n'.repeat(20)),
  ]);
  base = await makeBase({
    ...Object.fromEntries(articles),
    [edited]: after,
    'content/flow-1.md': articleText('flow-1', flowchart),
    'content/flow-2.md': articleText('flow-2', flowchart.replace('Attendre', 'Rappeler')),
  });
  site = path.join(base.root, 'public');
  durations.cold = await measure();
  next = await digestFolder(site);
  await base.write(edited, before);
  durations.warm = await measure();
  old = await digestFolder(site);
  expect(old).not.toEqual(next);
});

afterAll(() => base?.remove());

/** The site is one of the two, to the last byte; a reader who came between two renames gets it from the command that he used. */
async function expectWholeSite(): Promise<void> {
  if (!existsSync(site)) await runKb(['search', 'article'], { cwd: base.root });
  const found = await digestFolder(site);
  expect([old, next]).toContainEqual(found);
}

async function expectNextBuildSucceeds(): Promise<void> {
  await base.write(edited, before);
  const built = await build();
  expect(built, built.err).toMatchObject({ code: 0 });
  expect(await digestFolder(site)).toEqual(old);
  expect(leftovers()).toEqual([]);
}

/** Processes that a build started under the name `run`, itself and browsers included, where the system shows that (Linux). */
function processesOf(run: string): string[] {
  if (!existsSync('/proc/self/environ')) return [];
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      try {
        return readFileSync(`/proc/${pid}/environ`, 'utf8').includes(`KB_TEST_RUN=${run}`);
      } catch {
        return false; // It has ended meanwhile.
      }
    });
}

describe('kill -9', () => {
  const random = seededRandom(20_261_116);
  const moments = Array.from({ length: kills }, (_, index) => {
    const share = (index + random()) / kills;
    return { share, percent: Math.round(share * 100), cold: index % coldEvery === coldEvery - 1 };
  });

  it.each(moments)(
    'at $percent % of a build leaves a whole site, and the next build succeeds',
    async (moment) => {
      const { share, cold } = moment;
      if (cold) await forgetPictures();
      await base.write(edited, after);
      const run = randomUUID();
      await build({
        env: { KB_TEST_RUN: run },
        end: { by: 'SIGKILL', after: share * (cold ? durations.cold : durations.warm) },
      });
      await expect.poll(() => processesOf(run), { timeout: 20_000 }).toEqual([]);
      await expectWholeSite();
      await expectNextBuildSucceeds();
    },
  );

  it.each([
    ['before the last site is moved aside', 'rename kb-old 1', 'old'],
    ['between the two renames, while no site stands', 'rename kb-staging 1', 'old'],
    ['before the site that was moved aside is removed', 'rm kb-old 2', 'next'],
  ] as const)('%s loses no site', async (_when, call, expected) => {
    await base.write(edited, after);
    const preload = pathToFileURL(path.join(projectRoot, 'tests/support/kill-at-call.mjs')).href;
    const killed = await build({ env: { NODE_OPTIONS: `--import=${preload}`, KB_TEST_KILL_BEFORE: call } });
    expect(killed.signal, killed.err).toBe('SIGKILL');
    expect(existsSync(site)).toBe(!call.includes('kb-staging'));
    // Whoever comes next puts things right, a mere search too.
    const search = await runKb(['search', 'modification'], { cwd: base.root });
    expect(search).toMatchObject({ code: 0, err: '' });
    expect(await digestFolder(site)).toEqual({ old, next }[expected]);
    expect(leftovers()).toEqual([]);
    await expectNextBuildSucceeds();
  });
});

/** Takes the place of Pagefind's program, to be there and to die at a known moment. */
async function pagefindStandIn(script: string): Promise<Record<string, string>> {
  const file = path.join(base.root, 'pagefind.sh');
  await base.write('pagefind.sh', `#!/bin/sh\n${script}\n`);
  await chmod(file, 0o755);
  return { PAGEFIND_EXTENDED_BINARY_PATH: file };
}

describe.skipIf(process.platform === 'win32')('Ctrl-C', () => {
  beforeEach(async () => {
    await base.write(edited, after);
  });

  it.each([
    ['SIGINT', 'while pictures are drawn', 'Logigrammes…', 0],
    ['SIGINT', 'while pages are written', 'Pages…', 0],
    ['SIGINT', 'while Pagefind works', 'Index de recherche…', 500],
    ['SIGTERM', 'while Pagefind works', 'Index de recherche…', 500],
    ['SIGTERM', 'while pages are written', 'Pages…', 0],
  ] as const)(
    '(%s) %s ends with 130, leaves the site as it was and nothing else',
    async (by, _when, at, after) => {
      if (at === 'Logigrammes…') await forgetPictures();
      const run = randomUUID();
      // However late the signal comes, the build can't have got past Pagefind.
      const env = await pagefindStandIn('exec sleep 120');
      const ended = await build({ env: { ...env, KB_TEST_RUN: run }, end: { by, at, after } });
      expect({ ...ended, err: '' }, ended.err).toEqual({ code: 130, signal: null, out: '', err: '' });
      expect(ended.err).not.toMatch(/^\s+at |error/m);
      expect(await digestFolder(site)).toEqual(old);
      expect(leftovers()).toEqual([]);
      await expect.poll(() => processesOf(run), { timeout: 20_000 }).toEqual([]);
      await expectNextBuildSucceeds();
    },
  );
});

describe.skipIf(process.platform === 'win32')('Pagefind’s process', () => {
  it.each([
    ['dies while it works', 'head -c 1 >/dev/null; kill -9 $$'],
    ['ends at once', 'exit 1'],
  ])('%s: the build ends with 2 and says so, and the site stays as it was', async (_what, script) => {
    await base.write(edited, after);
    const ended = await build({ env: await pagefindStandIn(script) });
    expect({ ...ended, err: '' }, ended.err).toEqual({ code: 2, signal: null, out: '', err: '' });
    expect(ended.err).toContain('kb: L’index de recherche n’a pas pu être construit');
    expect(await digestFolder(site)).toEqual(old);
    expect(leftovers()).toEqual([]);
    await expectNextBuildSucceeds();
  });
});
