// Reads the versions of a file that there is now, and what each of its texts said.
import type { Document } from '../content/document.ts';
import type { KnowledgeBase } from '../content/knowledge-base.ts';
import type { ParseMarkdown } from '../content/markdown-parser.ts';
import { parseDocument, unreadableDocument } from '../content/parse-document.ts';
import { decodeText } from '../content/read-text.ts';
import type { LifeVersion } from './describe-life.ts';
import type { FileVersion } from './file-history.ts';
import { readBlobs } from './read-blobs.ts';

function readVersion(
  version: FileVersion,
  bytes: Buffer | undefined,
  base: KnowledgeBase,
  parse: ParseMarkdown,
): LifeVersion {
  if (bytes === undefined) throw new Error(`Missing object ${version.blob} of ${version.path}`);
  const text = decodeText(bytes);
  const document = text.ok
    ? parseDocument(version.path, text.text, base.config, parse, base)
    : unreadableDocument(version.path, text.problem);
  return { version, document };
}

/** Whether two texts of a file differ by more than their line ends, which git may have changed on the way to the disk. */
function differs(a: string, b: string): boolean {
  return a.replace(/\r\n/g, '\n') !== b.replace(/\r\n/g, '\n');
}

/**
 * The `versions` of `document` (newest first) with their texts, and before them the file as it is on the disk where that
 * is another. `parse` is what `base` was read with. Rejects where git can't read its objects.
 */
export async function readLife(
  base: KnowledgeBase,
  document: Document,
  versions: readonly FileVersion[],
  parse: ParseMarkdown,
): Promise<readonly LifeVersion[]> {
  const blobs = await readBlobs(
    base.root,
    versions.map(({ blob }) => blob),
  );
  const past = versions.map((version) => readVersion(version, blobs.get(version.blob), base, parse));
  const [newest] = past;
  const same = newest !== undefined && !differs(newest.document.text, document.text);
  return same ? past : [{ version: undefined, document }, ...past];
}
