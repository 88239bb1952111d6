// Fragments: pieces of Markdown that several articles include, each kept once in `fragments/`.
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { listFiles } from './list-files.ts';
import { readText, type TextResult } from './read-text.ts';

/** Folder of the fragments, from the knowledge base's root. */
export const fragmentsFolder = 'fragments';

export interface Fragment {
  /** The file's name without `.md`: what an article includes it by. */
  readonly id: string;
  /** Path from the knowledge base's root, with `/`. */
  readonly path: string;
  /** The Markdown, or why it can't be read. */
  readonly content: TextResult;
}

/** The fragments of a base by id. */
export type Fragments = ReadonlyMap<string, Fragment>;

export const noFragments: Fragments = new Map();

/** A line that includes a fragment, as a leaf directive of the generic directives proposal for CommonMark. */
const includeLine = /^::include\{\s*id=(["']?)([a-z0-9]+(?:-[a-z0-9]+)*)\1\s*\}[ \t]*$/;

/** The id that a line of a paragraph includes, or undefined where it is text. */
export function parseInclude(line: string): string | undefined {
  return includeLine.exec(line)?.[2];
}

/** The same line wherever it may stand in a file: in a quote or a list too. */
const includeAnywhere = /^[ \t>*+-]*(?:\d+[.)][ \t]+)?(::include\{[^{}\r\n]*\})[ \t]*\r?$/gm;

/** The ids that `text` includes, as often as it does. */
export function findIncludedIds(text: string): string[] {
  if (!text.includes('::include{')) return [];
  return [...text.matchAll(includeAnywhere)].flatMap(([, directive = '']) => parseInclude(directive) ?? []);
}

/** What an article includes: by id, with the fragments that its fragments include; undefined for one that there is not. */
export type Included = ReadonlyMap<string, Fragment | undefined>;

export const nothingIncluded: Included = new Map();

/**
 * The fragments that `body` includes, one in another too, sorted by id. A directive shown in a code block counts: an
 * article that is asked to be validated once too often does less harm than one that is not.
 */
export function collectIncluded(body: string, fragments: Fragments): Included {
  const waiting = findIncludedIds(body);
  if (waiting.length === 0) return nothingIncluded;
  const found = new Map<string, Fragment | undefined>();
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (found.has(id)) continue;
    const fragment = fragments.get(id);
    found.set(id, fragment);
    if (fragment?.content.ok) waiting.push(...findIncludedIds(fragment.content.text));
  }
  return new Map([...found].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The fragments that are in `files`, by id; a file that can't be included, because of its name or its folder, is none. */
export function indexFragments(files: readonly Omit<Fragment, 'id'>[]): Fragments {
  return new Map(
    files.flatMap(({ path: file, content }) => {
      const id = /^[^/]+\/([a-z0-9]+(?:-[a-z0-9]+)*)\.md$/.exec(file)?.[1];
      return id === undefined ? [] : [[id, { id, path: file, content }] as const];
    }),
  );
}

/**
 * Reads the fragments of the base at `root`. A base without the folder has none; a file that can't be read, or a link
 * out of the base, is a fragment that says so. Raises a `Problem` where the folder can't be read.
 */
export async function readFragments(root: string): Promise<Fragments> {
  const isFolder = await stat(path.join(root, fragmentsFolder)).then(
    (stats) => stats.isDirectory(),
    () => false,
  );
  if (!isFolder) return noFragments;
  const { articles, refused } = await listFiles(root, fragmentsFolder);
  const outside: TextResult = {
    ok: false,
    problem: {
      line: 1,
      column: 1,
      wording: {
        fr: 'Lien symbolique inattendu, attendu : un fichier de la base elle-même',
        en: 'Unexpected symbolic link, expected a file inside the knowledge base',
      },
    },
  };
  const all = [
    ...articles.map((file) => ({ file, content: readText(path.join(root, file)) })),
    ...refused.map((file) => ({ file, content: outside })),
  ];
  return indexFragments(all.map(({ file, content }) => ({ path: file, content })));
}
