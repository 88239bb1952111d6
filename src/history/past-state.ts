// An article as each commit left it: which versions of its own file, of its fragments and of the variables belonged together, and what they said.
import { createHash } from 'node:crypto';
import { indexFragments } from '../content/fragments.ts';
import { type ArticleDocument, isArticleDocument } from '../content/knowledge-base.ts';
import type { ParseMarkdown } from '../content/markdown-parser.ts';
import { parseDocument } from '../content/parse-document.ts';
import { decodeText } from '../content/read-text.ts';
import type { Config } from '../model/config.ts';
import { Problem } from '../model/problem.ts';
import { noVariables, type Variables } from '../model/variable.ts';
import type { FileHistories, FileVersion } from './file-history.ts';
import type { Commit } from './parse-raw-log.ts';
import { type PastVariables, shownOf, turnsOf } from './past-variables.ts';

/** An article as one commit left it: its own file, a fragment that it includes, or a variable that it shows may be what that commit changed. */
export interface PastState {
  readonly commit: Commit;
  readonly file: FileVersion;
  readonly fragments: readonly FileVersion[];
  /** All variables of then. */
  readonly variables: Variables;
  /** What it shows of them; see `shownOf`. */
  readonly shown: string;
}

/** The states of `document`, newest first. A fragment that it includes no more is not among them, nor a variable that it shows no more. */
export function statesOf(
  document: ArticleDocument,
  { versions }: FileHistories,
  past: PastVariables,
): PastState[] {
  const { path, included } = document;
  const own = versions.get(path) ?? [];
  const fragments = [...included.values()].flatMap((fragment) =>
    fragment ? [versions.get(fragment.path) ?? []] : [],
  );
  const changes = [own, ...fragments, turnsOf(document, past)]
    .flat()
    .sort((a, b) => b.commit.order - a.commit.order);
  return changes.flatMap(({ commit }, at): PastState[] => {
    // One commit may have changed several of the files.
    if (changes[at - 1]?.commit.order === commit.order) return [];
    const then = (all: readonly FileVersion[]) => all.find((version) => version.commit.order <= commit.order);
    const file = then(own);
    if (!file) return [];
    const { variables = noVariables } =
      past.find(({ version }) => version.commit.order <= commit.order) ?? {};
    const state = { commit, file, fragments: fragments.flatMap((all) => then(all) ?? []) };
    return [{ ...state, variables, shown: shownOf(document, variables) }];
  });
}

/** Ids of the objects that a state is read from. */
export function blobsOf({ file, fragments }: PastState): string[] {
  return [file.blob, ...fragments.map(({ blob }) => blob)];
}

/** Hexadecimal digits of a SHA-256. */
const sha256Length = 64;

/** The id that git gives to a file with this `text`; ids like `other` are of SHA-1 or of SHA-256. */
function blobIdOf(text: string, other: string): string {
  const bytes = Buffer.from(text);
  const algorithm = other.length === sha256Length ? 'sha256' : 'sha1';
  return createHash(algorithm).update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
}

/**
 * Whether a state without fragments and variables is the very text that was read from the disk. One that was edited on the
 * disk since then, so that its text can't be had any more, is not.
 */
export function isOnDisk(document: ArticleDocument, { file, fragments }: PastState): boolean {
  if (fragments.length > 0 || document.variables.size > 0) return false;
  try {
    return blobIdOf(document.text, file.blob) === file.blob;
  } catch (error) {
    if (error instanceof Problem) return false;
    throw error;
  }
}

/** The article that a state was, or undefined where it was none. */
export function readState(
  { file, fragments, variables }: PastState,
  blobs: ReadonlyMap<string, Buffer>,
  config: Config,
  parse: ParseMarkdown,
): ArticleDocument | undefined {
  const textOf = ({ blob }: FileVersion) => decodeText(blobs.get(blob) ?? Buffer.alloc(0));
  const text = textOf(file);
  if (!text.ok) return undefined;
  const included = indexFragments(
    fragments.map((version) => ({ path: version.path, content: textOf(version) })),
  );
  const document = parseDocument(file.path, text.text, config, parse, { fragments: included, variables });
  return isArticleDocument(document) ? document : undefined;
}
