// One file to carry: what is in it, its bytes, and what it may take the place of.
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { parseIsoDate } from '../../src/model/iso-date.ts';
import { checkZipReplaceable, zipSite } from '../../src/publish/zip-site.ts';
import { makeFolder, type TemporaryFolder } from '../support/folders.ts';

let folder: TemporaryFolder;
let site: string;
let archive: string;
const builtOn = parseIsoDate('2026-11-16') ?? expect.fail();

const files = {
  'kb-build.json': '{}\n',
  'index.html': '<!doctype html><title>É</title>',
  'media/plan é 1.png': '\u0089PNG',
  'fr/a.html': 'a'.repeat(100_000),
};

beforeEach(async () => {
  folder = await makeFolder();
  site = path.join(folder.path, 'public');
  archive = `${site}.zip`;
  for (const [name, text] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(site, name)), { recursive: true });
    await writeFile(path.join(site, name), text);
  }
});

afterEach(() => folder.remove());

async function zip(name = 'Mirandelle · Service client', lang = 'fr'): Promise<Buffer> {
  const place = await zipSite(site, archive, { name, lang, builtOn });
  await place();
  return readFile(archive);
}

it('holds every file as it is, in a folder named after the base, with a word on how to open it', async () => {
  const entries = unzipSync(await zip());
  const texts = Object.fromEntries(Object.entries(entries).map(([name, bytes]) => [name, strFromU8(bytes)]));
  const inside = 'mirandelle-service-client';
  const { [`${inside}/LISEZMOI.txt`]: readMe, ...rest } = texts;
  expect(rest).toEqual(
    Object.fromEntries(Object.entries(files).map(([name, text]) => [`${inside}/${name}`, text])),
  );
  expect(readMe).toContain('Ouvrez index.html');
  expect(readMe).not.toMatch(/[^\r]\n/);
});

it('speaks English to those who do not read French, and has a folder whatever the name', async () => {
  expect(Object.keys(unzipSync(await zip('客服', 'de')))).toContain('kb/README.txt');
});

it('has the same bytes whatever the times of the files', async () => {
  const digest = async () =>
    createHash('sha256')
      .update(await zip())
      .digest('hex');
  const first = await digest();
  await utimes(path.join(site, 'index.html'), new Date(0), new Date(0));
  expect(await digest()).toBe(first);
});

it('takes the place of an earlier one and of nothing else', async () => {
  await checkZipReplaceable(archive);
  await zip();
  await checkZipReplaceable(archive);
  await writeFile(archive, 'the only copy of something');
  await expect(checkZipReplaceable(archive)).rejects.toThrow('not made by');
});

it('leaves the earlier one, and nothing beside it, when it fails', async () => {
  const before = await zip();
  const signal = AbortSignal.abort(new Error('Ctrl-C'));
  const options = { name: 'x', lang: 'fr', builtOn, signal };
  await expect(zipSite(site, archive, options)).rejects.toThrow('Ctrl-C');
  expect(await readFile(archive)).toEqual(before);
  expect((await readdir(folder.path)).sort()).toEqual(['public', 'public.zip']);
});
