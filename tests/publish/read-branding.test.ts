import { randomBytes } from 'node:crypto';
import { mkdir, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseConfig } from '../../src/config/parse-config.ts';
import { Problem } from '../../src/model/problem.ts';
import { readLogo } from '../../src/publish/read-branding.ts';
import { baseConfig } from '../serve/small-base.ts';
import { makeFolder, type TemporaryFolder } from '../support/folders.ts';

/** The head of a PNG of 400 by 100 pixels: all that its size is read from. */
const png = Buffer.from('89504e470d0a1a0a0000000d4948445200000190000000640806000000', 'hex');
const drawing = (size: string) => `<svg xmlns="http://www.w3.org/2000/svg" ${size}><path d="M0 0h9"/></svg>`;

let outer: TemporaryFolder;
let root: string;

beforeAll(async () => {
  outer = await makeFolder();
  root = path.join(outer.path, 'base');
  await mkdir(path.join(root, 'folder.svg'), { recursive: true });
  const files = {
    'base/logo.png': png,
    'base/logo.svg': drawing('viewBox="0 0 60 60"'),
    'base/wide.svg': drawing('width="900" height="10"'),
    'base/sizeless.svg': drawing(''),
    'base/text.svg': 'Bonjour',
    'base/named.png': drawing('viewBox="0 0 60 60"'),
    'base/heavy.png': Buffer.concat([png, randomBytes(30_000)]),
    'outside.svg': drawing('viewBox="0 0 60 60"'),
  };
  for (const [file, text] of Object.entries(files)) await writeFile(path.join(outer.path, file), text);
  await symlink(path.join(outer.path, 'outside.svg'), path.join(root, 'link.svg'));
});
afterAll(() => outer?.remove());

const read = (logo: string) =>
  readLogo(root, parseConfig(`${baseConfig}site: { logo: ${logo} }\n`), 'internal');

describe('the logo', () => {
  it.each([
    ['logo.png', { to: 'assets/logo.png', width: 120, height: 30 }],
    ['logo.svg', { to: 'assets/logo.svg', width: 30, height: 30 }],
    ['wide.svg', { to: 'assets/logo.svg', width: 160, height: 2 }],
  ])('%s is shown at its own proportions, within limits', async (logo, shown) => {
    expect(await read(logo)).toEqual({ from: logo, ...shown });
  });

  it.each([
    ['missing.svg', 'Missing logo'],
    ['folder.svg', 'Missing logo'],
    ['link.svg', 'Missing logo'],
    ['text.svg', 'Unreadable logo'],
    ['named.png', 'Unreadable logo'],
    ['heavy.png', 'Logo too heavy (31 kB), expected at most 4 kB compressed'],
  ])('%s stops the build at its place in the configuration', async (logo, words) => {
    const error = await read(logo).then(
      () => undefined,
      (thrown: unknown) => thrown,
    );
    if (!(error instanceof Problem)) throw error ?? new Error('no problem');
    expect(error.wording.en).toContain(words);
    expect(error.place).toMatch(/^kb\.config\.yaml:\d+:\d+$/);
  });

  it('is none where the configuration names none', async () => {
    expect(await readLogo(root, parseConfig(baseConfig), 'internal')).toBeUndefined();
  });
});
