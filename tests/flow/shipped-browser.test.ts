// Unpacking the shipped browser: at once, after a kill, after a cleaner, and beside somebody else's folder.
import { chmod, mkdir, mkdtemp, readdir, rm, stat, symlink, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { unpackShippedBrowser } from '../../src/flow/shipped-browser.ts';

const minute = 60_000;
let parent = '';

beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), 'kb-test-unpack-'));
});

afterEach(async () => {
  await rm(parent, { recursive: true, force: true });
});

describe.skipIf(process.platform !== 'linux' || process.arch !== 'x64')('the shipped browser', () => {
  it('is whole when two ask for it at once, and is mended when a file was cut', {
    timeout: minute,
  }, async () => {
    const [first, second] = await Promise.all([unpackShippedBrowser(parent), unpackShippedBrowser(parent)]);
    expect(first).toEqual(second);
    const home = dirname(first.executablePath);
    expect(await readdir(parent)).toEqual([basename(home)]);
    expect((await stat(home)).mode & 0o077).toBe(0);
    const { size } = await stat(first.executablePath);
    await truncate(first.executablePath, 1000);
    await unpackShippedBrowser(parent);
    expect((await stat(first.executablePath)).size).toBe(size);
    expect(await readdir(home)).not.toContain('damaged');
  });

  it('leaves the environment of this process as it was', { timeout: minute }, async () => {
    const before = { ...process.env };
    await unpackShippedBrowser(parent);
    expect(process.env).toEqual(before);
  });

  it('takes the place of what a killed process left, and sweeps its staging folder', {
    timeout: minute,
  }, async () => {
    const home = dirname((await unpackShippedBrowser(parent)).executablePath);
    await rm(home, { recursive: true });
    await mkdir(home, { mode: 0o700 });
    await writeFile(join(home, 'chromium'), 'half');
    // No process has this number: it is above the kernel's highest.
    await mkdir(`${home}.99999999-abc`);
    const { executablePath } = await unpackShippedBrowser(parent);
    expect((await stat(executablePath)).size).toBeGreaterThan(1_000_000);
    expect(await readdir(parent)).toEqual([basename(home)]);
  });

  it('does not run what lies in a folder that others can write to', { timeout: minute }, async () => {
    const home = dirname((await unpackShippedBrowser(parent)).executablePath);
    await chmod(home, 0o777);
    await expect(unpackShippedBrowser(parent)).rejects.toThrow(/yours alone/);
    await rm(home, { recursive: true });
    await symlink(tmpdir(), home);
    await expect(unpackShippedBrowser(parent)).rejects.toThrow(/yours alone/);
  });

  it('says that it can’t unpack where there is no such folder', async () => {
    await expect(unpackShippedBrowser(join(parent, 'missing'))).rejects.toMatchObject({
      name: 'Problem',
      wording: { fr: expect.stringContaining('TMPDIR'), en: expect.stringContaining('TMPDIR') },
    });
  });
});
