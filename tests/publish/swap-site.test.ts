import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Problem } from '../../src/model/problem.ts';
import {
  checkReplaceable,
  followLink,
  makeStaging,
  recoverSite,
  siblingOf,
  swapSite,
} from '../../src/publish/swap-site.ts';

let folder: string;
let out: string;
/** A process id that no process has. */
const deadPid = 4_194_303;

function writeSite(where: string, words: string): void {
  mkdirSync(where, { recursive: true });
  writeFileSync(path.join(where, 'kb-build.json'), '{}');
  writeFileSync(path.join(where, 'index.html'), words);
}
const shown = () => readFileSync(path.join(out, 'index.html'), 'utf8');

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'kb-swap-'));
  out = path.join(folder, 'public');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('an output folder that is a symbolic link', () => {
  it('stands for what it names, there or not yet', async () => {
    symlinkSync('public', path.join(folder, 'link'));
    expect(await followLink(path.join(folder, 'link'))).toBe(out);
    expect(await followLink(out)).toBe(out);
  });

  it('gets back the site that a killed build left aside, and stays a link', async () => {
    symlinkSync('public', path.join(folder, 'link'));
    writeSite(siblingOf(out, 'old', deadPid), 'old');
    await recoverSite(path.join(folder, 'link'));
    expect(shown()).toBe('old');
    expect(readdirSync(folder).sort()).toEqual(['link', 'public']);
  });

  it('ends nowhere when links lead in a circle', async () => {
    symlinkSync('b', path.join(folder, 'a'));
    symlinkSync('a', path.join(folder, 'b'));
    expect(path.dirname(await followLink(path.join(folder, 'a')))).toBe(folder);
  });
});

describe('swapping a site', () => {
  it('puts the new one in place of the old one and leaves nothing else', async () => {
    writeSite(out, 'old');
    writeSite(await makeStaging(out), 'new');
    await swapSite(siblingOf(out, 'staging', process.pid), out);
    expect(shown()).toBe('new');
    expect(readdirSync(folder)).toEqual(['public']);
  });

  it('works where there was no site', async () => {
    writeSite(await makeStaging(out), 'new');
    await swapSite(siblingOf(out, 'staging', process.pid), out);
    expect(shown()).toBe('new');
  });

  it('puts the old one back when the second rename fails', async () => {
    writeSite(out, 'old');
    const staging = await makeStaging(out);
    writeSite(staging, 'new');
    let renames = 0;
    const failing = {
      rename: async (from: string, to: string) => {
        if (++renames === 2) throw new Error('no');
        await rename(from, to);
      },
      remove: (where: string) => rm(where, { recursive: true, force: true }),
    };
    await expect(swapSite(staging, out, failing)).rejects.toThrow('no');
    expect(shown()).toBe('old');
  });

  it('does not fail when the old one can’t be removed: the next build does it', async () => {
    writeSite(out, 'old');
    const staging = await makeStaging(out);
    writeSite(staging, 'new');
    let removals = 0;
    const failing = {
      rename,
      remove: async () => {
        if (++removals > 1) throw new Error('busy');
      },
    };
    await swapSite(staging, out, failing);
    expect(shown()).toBe('new');
  });
});

describe('recovering after a kill', () => {
  it('between the two renames puts the old site back', async () => {
    writeSite(siblingOf(out, 'old', deadPid), 'old');
    writeSite(siblingOf(out, 'staging', deadPid), 'new');
    await recoverSite(out);
    expect(shown()).toBe('old');
    expect(readdirSync(folder)).toEqual(['public']);
  });
  it('after the second rename keeps the new site', async () => {
    writeSite(siblingOf(out, 'old', deadPid), 'old');
    writeSite(out, 'new');
    await recoverSite(out);
    expect(shown()).toBe('new');
    expect(readdirSync(folder)).toEqual(['public']);
  });
  it('leaves the staging of a build that still runs alone', async () => {
    writeSite(siblingOf(out, 'staging', process.ppid), 'other build');
    await recoverSite(out);
    expect(existsSync(siblingOf(out, 'staging', process.ppid))).toBe(true);
  });
});

describe('an output folder', () => {
  it('that kb did not build is never replaced', async () => {
    mkdirSync(out);
    writeFileSync(path.join(out, 'thesis.docx'), 'years of work');
    await expect(checkReplaceable(out)).rejects.toThrow(Problem);
  });
  it('that is empty, missing or built by kb may be replaced', async () => {
    await checkReplaceable(out);
    mkdirSync(out);
    await checkReplaceable(out);
    writeSite(out, 'old');
    await checkReplaceable(out);
  });
  it('that is a file is a problem', async () => {
    writeFileSync(out, 'not a folder');
    await expect(checkReplaceable(out)).rejects.toThrow(Problem);
  });
});
