// Word documents (.docx) → an export: vetted as archives first, converted by mammoth, and counted apart from it.
import path from 'node:path';
import { zipSync } from 'fflate';
import { Problem } from '../model/problem.ts';
import { parseHtmlPage } from './html-page.ts';
import { readSourceFile } from './read-source-file.ts';
import { openZip, type ZipEntries, type ZipLimits } from './read-zip.ts';
import { scanDocx } from './scan-docx.ts';
import type { Source, SourcePage } from './source-page.ts';
import { noteHandlers, prepareNotes } from './word-notes.ts';

/** Largest file, in bytes (100 MiB), and what it may hold: a manual of 300 pages with photos stays below. */
const largestFile = 100 * 1_048_576;
const limits: ZipLimits = { entries: 5000, bytes: 400 * 1_048_576 };
/** Largest text of a document, in bytes of XML: some 2,000 pages. */
const largestText = 32 * 1_048_576;

const documentPart = 'word/document.xml';

function unexpected(place: string, fr: string, en: string): Problem {
  return new Problem(
    { fr: `${fr}, attendu : un document Word (.docx)`, en: `${en}, expected a Word document (.docx)` },
    place,
  );
}

/** The text of a part. A document type could define entities that grow without end; Word writes none. */
function readPart(entries: ZipEntries, name: string, place: string): string {
  const bytes = entries.read(name);
  if (bytes === undefined) return '';
  if (bytes.length > largestText)
    throw unexpected(place, 'Texte de plus de 32 Mio', 'Unexpected text of more than 32 MiB');
  const text = bytes.toString('utf8');
  if (/<!(?:DOCTYPE|ENTITY)/i.test(text))
    throw unexpected(place, 'Type de document inattendu', 'Unexpected document type');
  return text;
}

function checkParts(entries: ZipEntries, place: string) {
  if (!entries.names.includes(documentPart))
    throw unexpected(place, 'Archive sans texte', 'Unexpected archive without a text');
  for (const name of entries.names) if (/\.(?:xml|rels)$/i.test(name)) readPart(entries, name, place);
  const margins = entries.names.filter((name) => /^word\/(?:header|footer)\d*\.xml$/.test(name));
  return {
    document: readPart(entries, documentPart, place),
    styles: readPart(entries, 'word/styles.xml', place),
    notes: ['word/footnotes.xml', 'word/endnotes.xml'].map((name) => readPart(entries, name, place)),
    margins: margins.map((name) => readPart(entries, name, place)),
  };
}

/** Only what was vetted reaches the converter, which unpacks archives by a reader of its own. */
function repack(entries: ZipEntries): Buffer {
  const files = entries.names.map((name) => [name, entries.read(name) ?? Buffer.alloc(0)] as const);
  return Buffer.from(zipSync(Object.fromEntries(files), { level: 0 }));
}

async function convert(entries: ZipEntries, place: string): Promise<string> {
  const { default: mammoth } = await import('mammoth');
  try {
    const { value } = await mammoth.convertToHtml(
      { buffer: repack(entries) },
      {
        styleMap: ["p[style-name='Title'] => h1:fresh"],
        externalFileAccess: false,
        includeEmbeddedStyleMap: false,
      },
    );
    return value;
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new Problem(
      { fr: `Document illisible (${reason})`, en: `Unreadable document (${reason})` },
      place,
      cause,
    );
  }
}

async function readDocument(file: string, shown: string): Promise<SourcePage> {
  const entries = openZip(await readSourceFile(file, shown, largestFile), shown, limits);
  const scanned = scanDocx(checkParts(entries, shown));
  const page = parseHtmlPage(await convert(entries, shown), {
    prepare: prepareNotes,
    handlers: noteHandlers,
  });
  if (!page) throw unexpected(shown, 'Document imbriqué sans fin', 'Unexpected endless nesting');
  return {
    ...page,
    ...scanned,
    title: undefined,
    lang: undefined,
    remarks: [...scanned.remarks, ...page.remarks.map(({ line, ...remark }) => remark)],
    place: shown,
    key: path.basename(file),
    folder: [],
  };
}

/** Reads `files`, as typed in `cwd`. Raises a `Problem` at the first that can't be read. */
export async function readDocx(files: readonly string[], cwd: string): Promise<Source> {
  const pages: SourcePage[] = [];
  for (const file of new Set(files)) pages.push(await readDocument(path.resolve(cwd, file), file));
  // Documents of one name in two folders are two pages; no link leads to either.
  const keyed = pages.map((page, index) => ({ ...page, key: `${index}/${page.key}` }));
  return { pages: keyed, keyOf: () => undefined, readAsset: async () => undefined, remarks: [] };
}
