// What a person hands over on the command line: the text of files, or of standard input for `-`.
import { createReadStream } from 'node:fs';
import path from 'node:path';
import { decodeText } from '../content/read-text.ts';
import { Problem } from '../model/problem.ts';
import type { Host } from './host.ts';

/** Largest file that is read, in bytes (32 MiB): some 50,000 remarks. */
const sizeLimit = 32 * 1_048_576;

async function collect(chunks: AsyncIterable<Uint8Array>, place: string): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    parts.push(chunk);
    size += chunk.length;
    if (size <= sizeLimit) continue;
    throw new Problem(
      {
        fr: 'Fichier de plus de 32 Mio, attendu : moins',
        en: 'Unexpected file of more than 32 MiB, expected less',
      },
      place,
    );
  }
  return Buffer.concat(parts);
}

/** The text of `file`, or of standard input where it is `-`. Raises a `Problem` where it can't be read, is too large or no UTF-8. */
export async function readInput(file: string, host: Host): Promise<string> {
  let bytes: Buffer;
  try {
    const chunks =
      file === '-' ? host.input() : (createReadStream(path.resolve(host.cwd, file)) as AsyncIterable<Buffer>);
    bytes = await collect(chunks, file);
  } catch (cause) {
    if (cause instanceof Problem) throw cause;
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause);
    throw new Problem({ fr: `Fichier illisible (${code})`, en: `Unreadable file (${code})` }, file, cause);
  }
  const decoded = decodeText(bytes);
  if (!decoded.ok) throw new Problem(decoded.problem.wording, `${file}:${decoded.problem.line}`);
  return decoded.text;
}
