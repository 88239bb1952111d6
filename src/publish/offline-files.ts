// What lets a built site be read offline: the service worker, the list of all files with their hashes, and the web app's manifest.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { copyFile, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { BuildList, BuildNotice, ListedFile } from '../../site/scripts/offline/messages.ts';
import type { IsoDate } from '../model/iso-date.ts';
import { packageAssets } from './package-assets.ts';
import { indexFolder } from './search-files.ts';

/** The worker has to lie at the root of what it serves. */
const workerFile = 'sw.js';
const noticeFile = 'offline.json';
const manifestFile = 'manifest.webmanifest';

/** How many files are read before the process looks up at signals. */
const filesPerTurn = 50;

export interface OfflineOptions {
  readonly name: string;
  readonly lang: string;
  readonly builtOn: IsoDate;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Writes into the finished site `folder` what offline reading needs; all other files must be there by now. Without `options` the site gets
 * the worker that removes what an earlier build left in readers' browsers. Raises the signal's reason, and what the disk raises.
 */
export async function writeOfflineFiles(folder: string, options: OfflineOptions | undefined): Promise<void> {
  const worker = options ? 'worker.js' : 'worker-end.js';
  await copyFile(path.join(packageAssets(), worker), path.join(folder, workerFile));
  if (!options) return;
  await writeFile(path.join(folder, manifestFile), json(buildManifest(options)));
  const files = await listFiles(folder, options.signal);
  const { notice, list } = buildList(files, options.builtOn);
  await writeFile(path.join(folder, notice.list), json(list));
  await writeFile(path.join(folder, noticeFile), json(notice));
}

const json = (value: unknown) => `${JSON.stringify(value)}\n`;

/** The notice and the list of the build that consists of `files`; its version is a hash of theirs. */
export function buildList(
  files: readonly ListedFile[],
  builtOn: IsoDate,
): { readonly notice: BuildNotice; readonly list: BuildList } {
  const lines = files.map(([file, hash]) => `${hash} ${file}\n`).join('');
  const version = createHash('sha256').update(lines).digest('hex').slice(0, 16);
  const shared = { format: 1, version, builtOn } as const;
  return {
    notice: { ...shared, list: `offline-${version}.json` },
    list: { ...shared, files },
  };
}

/** The web app's manifest (W3C Web Application Manifest): its addresses count from the manifest, so the site may lie in any folder. */
function buildManifest({ name, lang }: OfflineOptions): object {
  const icon = (src: string, sizes: string, type: string) => ({ src: `./assets/${src}`, sizes, type });
  return {
    name,
    short_name: name.split(/\s[·|–—-]\s/)[0],
    lang,
    start_url: './index.html',
    scope: './',
    display: 'standalone',
    theme_color: '#0d4d53',
    background_color: '#f6f7f5',
    icons: [icon('icon-192.png', '192x192', 'image/png'), icon('icon-512.png', '512x512', 'image/png')],
  };
}

/** Every file that a reader may need, sorted; the search index's twin for folders is of no use on a web server. */
async function listFiles(folder: string, signal: AbortSignal | undefined): Promise<ListedFile[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .filter((file) => file !== workerFile && !file.startsWith(`${indexFolder}/file/`))
    .sort();
  const files: ListedFile[] = [];
  for (const [index, file] of paths.entries()) {
    if (index % filesPerTurn === 0) {
      await nextTurn();
      signal?.throwIfAborted();
    }
    // At once: through the thread pool, so many small files cost three times as much.
    const bytes = readFileSync(path.join(folder, file));
    files.push([file, createHash('sha256').update(bytes).digest('hex').slice(0, 32), bytes.length]);
  }
  return files;
}
