// A Notion export ("Markdown & CSV" or "HTML", as a ZIP or unpacked) → pages: names without Notion's numbers, databases as tables.
import path, { posix } from 'node:path';
import type { ParseMarkdown } from '../content/markdown-parser.ts';
import { decodeText } from '../content/read-text.ts';
import { Problem } from '../model/problem.ts';
import { type ExportFiles, openExport } from './export-files.ts';
import { parseNotionHtml } from './notion-html.ts';
import { type NotionPage, parseNotionPage, parseNotionTable } from './notion-page.ts';
import { resolveAddress } from './resolve-address.ts';
import type { Remark, Source, SourcePage } from './source-page.ts';

/** The number that Notion puts at the end of every name. */
const number = / ?([0-9a-f]{32})(?=$|_all$)/;

const htmlName = /\.html?$/i;

function stemOf(name: string): string {
  return posix.basename(name).replace(/\.\w+$/, '');
}

function nameOf(stem: string): string {
  return stem.replace(/_all$/, '').replace(number, '').trim() || stem;
}

function numberOf(name: string): string | undefined {
  return number.exec(stemOf(name))?.[1];
}

/** The folders above `name`, without the one that Notion names after the export. */
function foldersOf(name: string): string[] {
  const names = posix
    .dirname(name)
    .split('/')
    .filter((each) => each !== '.' && !/^Export-[0-9a-f-]{36}/i.test(each));
  return names.map(nameOf);
}

/** The folder that has the pages of a database's rows. */
function rowsFolder(csv: string): string {
  return csv.replace(/(?:_all)?\.csv$/i, '');
}

async function readText(files: ExportFiles, name: string, place: string): Promise<string | undefined> {
  const bytes = await files.read(name);
  if (bytes === undefined || bytes === 'too-large') return undefined;
  const decoded = decodeText(Buffer.from(bytes));
  if (decoded.ok) return decoded.text.replace(/\r\n?/g, '\n');
  throw new Problem(decoded.problem.wording, `${place}:${decoded.problem.line}`);
}

/** The address, relative to the database at `csv`, of the page of its row called so. */
function rowLinks(files: ExportFiles, csv: string): (name: string) => string | undefined {
  const folder = rowsFolder(csv);
  const rows = files.names.filter((name) => posix.dirname(name) === folder && /\.md$/i.test(name));
  const byName = new Map(rows.map((name) => [nameOf(stemOf(name)).toLowerCase(), name]));
  return (name) => {
    const row = byName.get(name.trim().toLowerCase());
    return row === undefined ? undefined : encodeURI(posix.relative(posix.dirname(csv), row));
  };
}

/** Reads the export at `file`, as typed in `cwd`. Raises a `Problem` where it can't be read or has no page. */
export async function readNotion(file: string, cwd: string, parse: ParseMarkdown): Promise<Source> {
  const files = await openExport(path.resolve(cwd, file), file);
  const databases = files.names.filter((name) => /\.csv$/i.test(name));
  const rowFolders = new Set(databases.map(rowsFolder));
  const pages: SourcePage[] = [];
  const remarks: Remark[] = [];

  async function readPage(name: string, place: string): Promise<NotionPage | undefined> {
    const text = await readText(files, name, place);
    if (text === undefined) return undefined;
    if (htmlName.test(name)) return parseNotionHtml(text);
    if (/\.md$/i.test(name)) return parseNotionPage(text, rowFolders.has(posix.dirname(name)), parse);
    return parseNotionTable(text, nameOf(stemOf(name)), rowLinks(files, name));
  }

  for (const name of files.names) {
    if (!/\.(?:md|csv|html?)$/i.test(name)) continue;
    // A database of an HTML export is a page of its own, with the same rows.
    if (/\.csv$/i.test(name) && files.names.includes(`${rowsFolder(name)}.html`)) continue;
    // Beside a database as it was shown stands one with all its rows: that one is taken.
    if (
      /\.csv$/i.test(name) &&
      files.names.includes(`${rowsFolder(name)}_all.csv`) &&
      !/_all\.csv$/i.test(name)
    )
      continue;
    const place = `${file} › ${name}`;
    const page = await readPage(name, place);
    if (!page) {
      remarks.push({ code: 'page-unreadable', detail: name });
      continue;
    }
    const id = numberOf(name);
    // A database also goes by the name of the table that it was shown as.
    const shown = /\.(?:csv|html?)$/i.test(name)
      ? [`${name.replace(/(?:_all)?\.\w+$/, '')}.csv`].filter((table) => files.names.includes(table))
      : [];
    const aliases = [
      ...(id === undefined ? [] : [`notion:${id}`]),
      ...shown.filter((alias) => alias !== name),
    ];
    pages.push({
      ...page,
      title: page.title ?? nameOf(stemOf(name)),
      place,
      key: name,
      aliases,
      folder: foldersOf(name),
    });
  }
  if (pages.length === 0)
    throw new Problem(
      {
        fr: 'Aucune page, attendu : un export de Notion, « Markdown & CSV » ou « HTML » (.zip ou dossier)',
        en: 'No page, expected an export of Notion, “Markdown & CSV” or “HTML” (.zip or folder)',
      },
      file,
    );
  const known = new Set(pages.flatMap(({ aliases = [] }) => aliases));
  const keyOf = (address: string, page: SourcePage) => {
    const id = /^https?:\/\/(?:[\w-]+\.)*notion\.(?:so|site)\/[^?#]*?([0-9a-f]{32})(?:[?#]|$)/i.exec(
      address,
    )?.[1];
    const alias = `notion:${id?.toLowerCase()}`;
    return id !== undefined && known.has(alias) ? alias : resolveAddress(address, page.key);
  };
  return { pages, keyOf, readAsset: files.read, remarks };
}
