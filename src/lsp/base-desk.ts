// A knowledge base as an editor has it: the files as last read, with the open texts in the place of theirs.
import { isDeepStrictEqual } from 'node:util';
import type { Document } from '../content/document.ts';
import { fragmentsFolder } from '../content/fragments.ts';
import { indexKnowledgeBase, type KnowledgeBase, replaceDocuments } from '../content/knowledge-base.ts';
import { loadMarkdownParser, type ParseMarkdown, type ParserName } from '../content/markdown-parser.ts';
import { parseDocument } from '../content/parse-document.ts';
import { variablesFile } from '../content/parse-variables.ts';
import { readKnowledgeBase } from '../content/read-knowledge-base.ts';
import { readText } from '../content/read-text.ts';
import type { Config } from '../model/config.ts';
import { Problem } from '../model/problem.ts';

export interface DeskState {
  /** The last good reading; undefined where there was none yet. */
  readonly base: KnowledgeBase | undefined;
  /** How often all files were read. */
  readonly reading: number;
  /** Why the base can't be read as it is now. */
  readonly problem: Problem | undefined;
}

export interface BaseDesk {
  /** Absolute path of the knowledge base. */
  readonly root: string;
  /** The base with `texts` (by path from the root) in the place of files; those that are no content are left out. */
  readonly read: (texts: ReadonlyMap<string, string>) => Promise<DeskState>;
  /** The file at `path` (from the root) changed on the disk: it was edited, or else came or went. */
  readonly noteChange: (path: string, change: 'edit' | 'other') => void;
  /** Anything may have changed on the disk. */
  readonly noteUpheaval: () => void;
  /** `text` as the document at `path` of the last reading. Raises where nothing was read yet. */
  readonly parse: (path: string, text: string) => Document;
}

/** Whether the file at `path` (from the root) would be read as an article; see `listFiles`. */
export function isContentPath(path: string, content: string): boolean {
  if (!path.startsWith(`${content}/`) || !/\.(md|markdown)$/i.test(path)) return false;
  return path.split('/').every((name) => !name.startsWith('.'));
}

function isAtOrBelow(path: string, folder: string): boolean {
  return path === folder || path.startsWith(`${folder}/`);
}

/** What a configuration sets, without where its keys stand. */
function settingsOf({ placeOf: _, ...settings }: Config): Omit<Config, 'placeOf'> {
  return settings;
}

/** `next` with the documents of `previous` that are the same: what was worked out about them is kept. */
function keepUnchanged(next: KnowledgeBase, previous: KnowledgeBase | undefined): KnowledgeBase {
  if (!previous || !isDeepStrictEqual(settingsOf(next.config), settingsOf(previous.config))) return next;
  const documents = next.documents.map((document) => {
    const known = previous.byPath.get(document.path);
    const same = known?.text === document.text && known.article?.digest === document.article?.digest;
    return known && known.text !== '' && same ? known : document;
  });
  return indexKnowledgeBase(next.root, previous.config, documents, [...next.assets], next, next.paths);
}

function asProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  const reason = error instanceof Error ? error.message : String(error);
  return new Problem({ fr: `Erreur inattendue : ${reason}`, en: `Unexpected error: ${reason}` });
}

function sameItems<Item>(a: readonly Item[], b: readonly Item[]): boolean {
  return a.length === b.length && a.every((item, index) => item === b[index]);
}

/** A desk for the base at `root`. Nothing is read before it is asked for. */
export function createBaseDesk(root: string, parser?: ParserName): BaseDesk {
  let onDisk: KnowledgeBase | undefined;
  let parse: ParseMarkdown | undefined;
  let upheaval = true;
  let reading = 0;
  const edited = new Set<string>();
  /** The documents of the open texts, and the base that they make with the files of `from`. */
  let open: readonly Document[] = [];
  let shown: { readonly from: KnowledgeBase; readonly base: KnowledgeBase } | undefined;
  let work: Promise<unknown> = Promise.resolve();

  const parseText = (path: string, text: string): Document => {
    if (!onDisk || !parse) throw new Error('Nothing was read yet');
    return parseDocument(path, text, onDisk.config, parse, onDisk);
  };

  const readFiles = async (): Promise<void> => {
    parse ??= (await loadMarkdownParser(parser)).parse;
    const texts = [...edited].map((path) => ({ path, result: readText(`${root}/${path}`) }));
    // A file that can't be read was a rename or a deletion that nobody told of, or will be told by a full reading.
    if (!onDisk || upheaval || texts.some(({ path, result }) => !result.ok || !onDisk?.byPath.has(path))) {
      upheaval = false;
      edited.clear();
      try {
        const next = keepUnchanged(await readKnowledgeBase(root, { parser }), onDisk);
        if (onDisk?.config !== next.config) open = [];
        onDisk = next;
        reading++;
      } catch (error) {
        upheaval = true;
        throw error;
      }
      return;
    }
    edited.clear();
    const documents = texts.flatMap(({ path, result }) => (result.ok ? [parseText(path, result.text)] : []));
    onDisk = replaceDocuments(onDisk, documents);
  };

  const readNow = async (texts: ReadonlyMap<string, string>): Promise<DeskState> => {
    let problem: Problem | undefined;
    try {
      if (upheaval || edited.size > 0) await readFiles();
    } catch (error) {
      problem = asProblem(error);
    }
    if (!onDisk) return { base: undefined, reading, problem };
    const { content } = onDisk.config;
    const known = new Map(open.map((document) => [document.path, document]));
    const next = [...texts]
      .filter(([path]) => isContentPath(path, content))
      .map(([path, text]) => {
        const document = known.get(path);
        return document?.text === text ? document : parseText(path, text);
      });
    // The same base is kept for the same texts, and with it what the checks worked out about it.
    if (shown?.from !== onDisk || !sameItems(next, open))
      shown = { from: onDisk, base: next.length === 0 ? onDisk : replaceDocuments(onDisk, next) };
    open = next;
    return { base: shown.base, reading, problem };
  };

  return {
    root,
    read: (texts) => {
      const result = work.then(() => readNow(texts));
      work = result.catch(() => undefined);
      return result;
    },
    noteChange: (path, change) => {
      const content = onDisk?.config.content;
      if (change === 'edit' && content !== undefined && isContentPath(path, content)) edited.add(path);
      else if (
        [content, fragmentsFolder, variablesFile].some(
          (shared) => shared === undefined || isAtOrBelow(path, shared),
        )
      )
        upheaval = true;
    },
    noteUpheaval: () => {
      upheaval = true;
    },
    parse: parseText,
  };
}
