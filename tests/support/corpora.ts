// Test data that others wrote, kept beside the project and never in it: used where present, skipped with a notice where not.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const projectRoot = fileURLToPath(new URL('../../', import.meta.url));

const corporaFolder = path.join(projectRoot, '../shared/corpora');

/** The folder of a corpus, or undefined (with a notice) where it is not on this machine. */
export function findCorpus(name: string): string | undefined {
  const folder = path.join(corporaFolder, name);
  if (existsSync(folder)) return folder;
  process.stderr.write(`Skipped: no corpus ${name} beside the project.\n`);
  return undefined;
}

/** A corpus file as JSON; the caller names its shape. */
export function readCorpusJson<Shape>(folder: string, file: string): Shape {
  return JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as Shape;
}

/** Every Markdown file below `folder`, as path from it and text, sorted. */
export function readMarkdownFiles(folder: string): { readonly path: string; readonly text: string }[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .sort()
    .map((file) => ({
      path: file.split(path.sep).join('/'),
      text: readFileSync(path.join(folder, file), 'utf8'),
    }));
}
