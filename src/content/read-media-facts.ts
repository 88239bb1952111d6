// Weighs and measures the pictures that articles show, for the rules on them.
import { open, stat } from 'node:fs/promises';
import path from 'node:path';
import type { KnowledgeBase } from './knowledge-base.ts';
import type { MediaFacts } from './media-facts.ts';
import { imageExtensions, resolveLink } from './resolve-link.ts';

/** Bytes that are read of every picture: their size stands within them, but for photos. */
const headBytes = 16_384;

/** Most bytes that are read of a picture. Cameras put previews and colour profiles before a photo’s size. */
const mostBytes = 262_144;

/** Pictures that are open at one time. */
const atOnce = 16;

type MeasureImage = typeof import('image-size').imageSize;

/** Paths of the pictures that the documents at `only` show, or those of all documents. */
function shownPictures(base: KnowledgeBase, only: ReadonlySet<string> | undefined): Set<string> {
  const shown = new Set<string>();
  for (const document of base.documents) {
    // No Markdown picture begins otherwise, and most documents have none: they need not be parsed for the question.
    if (!(only?.has(document.path) ?? true) || !document.body.includes('![')) continue;
    for (const { url } of document.markdown?.images ?? []) {
      const target = resolveLink(url, document, base);
      if (target.kind !== 'asset') continue;
      if (imageExtensions.includes(path.posix.extname(target.path).toLowerCase())) shown.add(target.path);
    }
  }
  return shown;
}

/** Whether the size of a picture that begins with `head` may stand behind it: in a JPEG or an AVIF file. */
function mayGoOn(head: Uint8Array): boolean {
  const jpeg = head[0] === 0xff && head[1] === 0xd8;
  return jpeg || Buffer.from(head.subarray(4, 8)).toString('latin1') === 'ftyp';
}

/** Width and height as shown: a photo taken upright is stored lying down and says so (Exif 2.3, orientations 5 to 8). */
function measure(bytes: Uint8Array, measureImage: MeasureImage): Omit<MediaFacts, 'bytes'> | undefined {
  try {
    const { width, height, orientation = 1 } = measureImage(bytes);
    // A drawing may lack one of the two, or give no number.
    if (!(width > 0 && height > 0)) return undefined;
    return orientation >= 5 ? { width: height, height: width } : { width, height };
  } catch {
    return undefined;
  }
}

/** Width and height of the picture `bytes`, or undefined where it is none of `type` (a file name's ending) or names no size. */
export async function measurePicture(
  bytes: Uint8Array,
  type: string,
): Promise<{ readonly width: number; readonly height: number } | undefined> {
  const { imageSize } = await import('image-size');
  const size = measure(bytes, (input) => {
    const measured = imageSize(input);
    if (measured.type !== type) throw new Error(`Unexpected ${String(measured.type)}`);
    return measured;
  });
  return size?.width !== undefined && size.height !== undefined
    ? { width: size.width, height: size.height }
    : undefined;
}

/** The first `length` bytes of `file`, or all where it has fewer. */
async function readHead(file: string, length: number): Promise<Uint8Array> {
  const handle = await open(file);
  try {
    const { bytesRead, buffer } = await handle.read(new Uint8Array(length), 0, length, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

/** Weight and size of `file`; its weight alone where the size can’t be made out, undefined where it can’t be read. */
async function readFacts(file: string, measureImage: MeasureImage): Promise<MediaFacts | undefined> {
  try {
    const stats = await stat(file);
    // Opening a pipe would wait for its writer.
    if (!stats.isFile()) return undefined;
    const head = await readHead(file, headBytes);
    const size =
      measure(head, measureImage) ??
      (stats.size > headBytes && mayGoOn(head)
        ? measure(await readHead(file, mostBytes), measureImage)
        : undefined);
    return { bytes: stats.size, ...size };
  } catch {
    return undefined;
  }
}

/**
 * Weight (bytes) and size (pixels) of every picture that the documents at `only` show, or those of all documents, by the
 * picture's path from the root. Reads the disk, at most 256 KiB of a file. Never raises: a picture that can't be read is
 * absent, and one that can't be measured has its weight alone.
 */
export async function readMediaFacts(
  base: KnowledgeBase,
  only?: ReadonlySet<string>,
): Promise<Map<string, MediaFacts>> {
  const facts = new Map<string, MediaFacts>();
  const shown = [...shownPictures(base, only)].sort();
  if (shown.length === 0) return facts;
  const { imageSize } = await import('image-size');
  for (let first = 0; first < shown.length; first += atOnce) {
    const paths = shown.slice(first, first + atOnce);
    const read = await Promise.all(paths.map((file) => readFacts(path.join(base.root, file), imageSize)));
    for (const [index, file] of paths.entries()) {
      const known = read[index];
      if (known) facts.set(file, known);
    }
  }
  return facts;
}
