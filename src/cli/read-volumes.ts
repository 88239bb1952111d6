// `--volumes`: reads a CSV of contacts, tells what was left out of it, and hands on the contacts a month by reason.
import { createReadStream } from 'node:fs';
import path from 'node:path';
import { printable } from '../model/printable.ts';
import { Problem } from '../model/problem.ts';
import { decodeTable } from '../report/decode-table.ts';
import { parseVolumes } from '../report/parse-volumes.ts';
import type { Session } from './common-options.ts';
import type { Host } from './host.ts';

/** Largest file that is read, in bytes (5 MiB): ten years of thirty reasons in ten channels are a fifth of it. */
const sizeLimit = 5 * 1_048_576;

/** Most lines that are told of: past these, the file is another one than was meant. */
const mostWarnings = 10;

/** The bytes of `file`, which may be a pipe. Raises a `Problem` where it can't be read or is too large. */
async function readBytes(file: string, shown: string): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) {
      chunks.push(chunk);
      size += chunk.length;
      if (size > sizeLimit) break;
    }
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause);
    throw new Problem({ fr: `Fichier illisible (${code})`, en: `Unreadable file (${code})` }, shown, cause);
  }
  if (size > sizeLimit) {
    throw new Problem(
      {
        fr: 'Fichier de plus de 5 Mio, attendu : une ligne par motif et par mois',
        en: 'Unexpected file of more than 5 MiB, expected one line per reason and month',
      },
      shown,
    );
  }
  return Buffer.concat(chunks);
}

/** Contacts a month by contact reason, from the file that the person named. Raises a `Problem` where nothing in it can be used. */
export async function readVolumes(
  file: string,
  session: Session,
  host: Host,
): Promise<ReadonlyMap<string, number>> {
  const text = decodeTable(await readBytes(path.resolve(host.cwd, file), file), file);
  const { perMonth, warnings } = parseVolumes(text, { file, reasons: session.config.reasons });
  for (const { line, wording } of warnings.slice(0, mostWarnings))
    host.err(`kb: ${printable(`${file}:${line}: ${session.say(wording)}`)}\n`);
  const more = warnings.length - mostWarnings;
  if (more > 0) {
    const rest = { fr: `… et ${more} lignes ignorées de plus`, en: `… and ${more} more lines left out` };
    host.err(`kb: ${printable(file)}: ${session.say(rest)}\n`);
  }
  return perMonth;
}
