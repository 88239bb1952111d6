// Keeps drawn pictures in a folder, one file each, named after everything that decides how the picture looks.
import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { mermaidBundle } from './mermaid-bundle.ts';
import { pictureSettings, pictureVersion } from './picture-settings.ts';

export interface PictureCache {
  /** The picture drawn for `code` before, or undefined where there is none or its file was damaged. */
  readonly read: (code: string) => Promise<string | undefined>;
  readonly write: (code: string, svg: string) => Promise<void>;
}

/** The cache in `folder`, which is made when the first picture is written. Writing raises what the file system raises. */
export async function openPictureCache(folder: string): Promise<PictureCache> {
  const drawers = [await readMermaidVersion(), await readBundleDigest()];
  const fileOf = (code: string) => {
    const key = sha256(JSON.stringify([drawers, pictureVersion, pictureSettings, code]));
    return join(folder, `${key}.picture`);
  };
  let folderMade: Promise<unknown> | undefined;
  return {
    read: async (code) => unseal(await readFile(fileOf(code), 'utf8').catch(() => '')),
    write: async (code, svg) => {
      folderMade ??= mkdir(folder, { recursive: true });
      await folderMade;
      const temporary = join(folder, `${randomUUID()}.tmp`);
      try {
        await writeFile(temporary, seal(svg));
        await rename(temporary, fileOf(code));
      } finally {
        await rm(temporary, { force: true });
      }
    },
  };
}

/** The picture after a line with its digest, by which a file that was cut or changed is told from a whole one. */
function seal(svg: string): string {
  return `${sha256(svg)}\n${svg}`;
}

function unseal(file: string): string | undefined {
  const end = file.indexOf('\n');
  const svg = file.slice(end + 1);
  return end > 0 && file.slice(0, end) === sha256(svg) ? svg : undefined;
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** Tells which code draws flowcharts: the package carries its own copy of Mermaid for them. */
async function readBundleDigest(): Promise<string> {
  const files = [mermaidBundle('flowcharts'), mermaidBundle('page')];
  return sha256((await Promise.all(files.map((file) => readFile(file, 'utf8')))).join('\n'));
}

/** Of the Mermaid that draws all other diagrams. */
async function readMermaidVersion(): Promise<string> {
  const file = createRequire(import.meta.url).resolve('mermaid/package.json');
  return String((JSON.parse(await readFile(file, 'utf8')) as { version: unknown }).version);
}
