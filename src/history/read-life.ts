// Reads the versions of a file that there is now, and what each of its texts said.
import type { Document } from '../content/document.ts';
import type { ParseMarkdown } from '../content/markdown-parser.ts';
import { parseDocument, unreadableDocument } from '../content/parse-document.ts';
import { decodeText } from '../content/read-text.ts';
import type { Config } from '../model/config.ts';
import type { LifeVersion } from './describe-life.ts';
import type { FileVersion } from './file-history.ts';
import { readBlobs } from './read-blobs.ts';

function readVersion(
  version: FileVersion,
  bytes: Buffer | undefined,
  config: Config,
  parse: ParseMarkdown,
): LifeVersion {
  if (bytes === undefined) throw new Error(`Missing object ${version.blob} of ${version.path}`);
  const text = decodeText(bytes);
  const document = text.ok
    ? parseDocument(version.path, text.text, config, parse)
    : unreadableDocument(version.path, text.problem);
  return { version, document };
}

/** Whether two texts of a file differ by more than their line ends, which git may have changed on the way to the disk. */
function differs(a: string, b: string): boolean {
  return a.replace(/\r\n/g, '\n') !== b.replace(/\r\n/g, '\n');
}

/**
 * The `versions` of `document` (newest first) with their texts, and before them the file as it is on the disk where that
 * is another. `config` and `parse` are those with which `document` was read. Rejects where git can't read its objects.
 */
export async function readLife(
  root: string,
  document: Document,
  versions: readonly FileVersion[],
  config: Config,
  parse: ParseMarkdown,
): Promise<readonly LifeVersion[]> {
  const blobs = await readBlobs(
    root,
    versions.map(({ blob }) => blob),
  );
  const past = versions.map((version) => readVersion(version, blobs.get(version.blob), config, parse));
  const [newest] = past;
  const same = newest !== undefined && !differs(newest.document.text, document.text);
  return same ? past : [{ version: undefined, document }, ...past];
}
