// The text of a table as spreadsheets save it: UTF-8, UTF-16 with its mark ("Unicode text"), else Windows' own.
import { Problem } from '../model/problem.ts';

/** The text in `bytes`, without a byte order mark. Raises a `Problem` where it is no text at all. */
export function decodeTable(bytes: Uint8Array, file: string): string {
  const text = decode(bytes);
  if (!text.includes('\0')) return text;
  throw new Problem(
    {
      fr: 'Octet nul inattendu, attendu : un fichier CSV, et non un classeur',
      en: 'Unexpected null byte, expected a CSV file, not a workbook',
    },
    file,
  );
}

function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
