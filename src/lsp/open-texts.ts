// The texts that are open in the editor, sorted to the knowledge bases that they belong to.
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { configFileName, findRoot } from '../config/read-config.ts';
import type { ParserName } from '../content/markdown-parser.ts';
import { Problem } from '../model/problem.ts';
import { type BaseDesk, createBaseDesk } from './base-desk.ts';

/** A text as it was at one moment: the editor goes on while it is looked at. */
export interface OpenText {
  readonly uri: string;
  readonly version: number;
  /** Path from the knowledge base's root, with `/`. */
  readonly path: string;
  readonly text: string;
}

export interface Sorted {
  readonly byDesk: ReadonlyMap<BaseDesk, readonly OpenText[]>;
  /** Why some of the texts belong to no base. */
  readonly problem: Problem | undefined;
}

export interface DeskFinder {
  readonly sort: (texts: readonly TextDocument[]) => Promise<Sorted>;
  /** Tells the bases that the file at `uri` changed on the disk. */
  readonly noteChange: (uri: string, change: 'edit' | 'other') => void;
  /** Tells them that anything may have. */
  readonly noteUpheaval: () => void;
}

/** The file that a URI names; undefined where it is none on this machine, such as a text that was never saved. */
function fileOf(uri: string): string | undefined {
  try {
    return fileURLToPath(uri);
  } catch {
    return undefined;
  }
}

/** Path of `file` from `root`, with `/`; undefined outside of it. */
function fromRoot(root: string, file: string): string | undefined {
  const relative = path.relative(root, file);
  return relative.startsWith('..') || path.isAbsolute(relative)
    ? undefined
    : relative.split(path.sep).join('/');
}

/** Finds the base of each text: the one at `onlyRoot`, else the nearest at or above the text's folder. */
export function createDeskFinder(onlyRoot: string | undefined, parser: ParserName | undefined): DeskFinder {
  const desks = new Map<string, BaseDesk>();
  const roots = new Map<string, Promise<string | Problem>>();

  const rootOf = (folder: string): Promise<string | Problem> => {
    const known = roots.get(folder);
    if (known) return known;
    const found = findRoot(folder).catch((error: unknown) => {
      if (error instanceof Problem) return error;
      throw error;
    });
    roots.set(folder, found);
    return found;
  };
  const deskAt = (root: string): BaseDesk => {
    const desk = desks.get(root) ?? createBaseDesk(root, parser);
    desks.set(root, desk);
    return desk;
  };
  const noteUpheaval = () => {
    roots.clear();
    for (const desk of desks.values()) desk.noteUpheaval();
  };

  return {
    sort: async (texts) => {
      const byDesk = new Map<BaseDesk, OpenText[]>();
      let problem: Problem | undefined;
      for (const text of texts) {
        const snapshot = { uri: text.uri, version: text.version, text: text.getText() };
        const file = fileOf(text.uri);
        if (file === undefined) continue;
        const root = onlyRoot ?? (await rootOf(path.dirname(file)));
        if (root instanceof Problem) {
          problem = root;
          continue;
        }
        const relative = fromRoot(root, file);
        if (relative === undefined) continue;
        const desk = deskAt(root);
        byDesk.set(desk, [...(byDesk.get(desk) ?? []), { ...snapshot, path: relative }]);
      }
      return { byDesk, problem };
    },
    noteChange: (uri, change) => {
      const file = fileOf(uri);
      if (file === undefined) return;
      if (path.basename(file) === configFileName) noteUpheaval();
      for (const desk of desks.values()) {
        const relative = fromRoot(desk.root, file);
        if (relative !== undefined) desk.noteChange(relative, change);
      }
    },
    noteUpheaval,
  };
}
