// What a build tells the service worker: every file that a reader needs, by its bytes, and a version that changes with any of them.
import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { BuildList, BuildNotice } from '../../site/scripts/offline/messages.ts';
import { parseIsoDate } from '../../src/model/iso-date.ts';
import { buildList, writeOfflineFiles } from '../../src/publish/offline-files.ts';
import { makeFolder, type TemporaryFolder } from '../support/folders.ts';

let folder: TemporaryFolder;
const builtOn = parseIsoDate('2026-11-16') ?? expect.fail();
const files = { 'index.html': 'Accueil', 'media/plan é.svg': '<svg/>', 'pagefind/file/x.js': 'twin' };

beforeEach(async () => {
  folder = await makeFolder();
  for (const [name, text] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(folder.path, name)), { recursive: true });
    await writeFile(path.join(folder.path, name), text);
  }
});

afterEach(() => folder.remove());

const read = async <Shape>(name: string) =>
  JSON.parse(await readFile(path.join(folder.path, name), 'utf8')) as Shape;

it('lists the files of a web server’s reader with hash and size, without the index’s twin for folders', async () => {
  await writeOfflineFiles(folder.path, { name: 'Mirandelle · Service client', lang: 'fr', builtOn });
  const notice = await read<BuildNotice>('offline.json');
  const list = await read<BuildList>(notice.list);
  expect(list).toMatchObject({ version: notice.version, builtOn: '2026-11-16' });
  expect(list.files.map(([name]) => name)).toEqual([
    'index.html',
    'manifest.webmanifest',
    'media/plan é.svg',
  ]);
  const hash = createHash('sha256').update('Accueil').digest('hex').slice(0, 32);
  expect(list.files[0]).toEqual(['index.html', hash, 7]);
  expect(await read('manifest.webmanifest')).toMatchObject({
    name: 'Mirandelle · Service client',
    short_name: 'Mirandelle',
    start_url: './index.html',
  });
});

it('gives another version when a file changes, comes, goes or is renamed', () => {
  const versionOf = (...listed: [string, string, number][]) => buildList(listed, builtOn).notice.version;
  const versions = [
    versionOf(['a', '00', 1], ['b', '11', 1]),
    versionOf(['a', '01', 1], ['b', '11', 1]),
    versionOf(['a', '00', 1]),
    versionOf(['a', '00', 1], ['c', '11', 1]),
  ];
  expect(new Set(versions).size).toBe(4);
});

it('leaves only a worker that ends the earlier ones where the site is not offered offline', async () => {
  await writeOfflineFiles(folder.path, undefined);
  expect(await readFile(path.join(folder.path, 'sw.js'), 'utf8')).toContain('unregister');
  await expect(readFile(path.join(folder.path, 'offline.json'))).rejects.toThrow('ENOENT');
});
