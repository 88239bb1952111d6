// KnowledgeBase → the lines of a CODEOWNERS file: whom a forge asks to review which article.
import { codeownersOf } from '../model/codeowner.ts';
import { type ArticleDocument, articleDocuments, type KnowledgeBase } from './knowledge-base.ts';

/** One line of a CODEOWNERS file: for a folder the pattern ends in `/`. Of the lines that match a file, the last one counts. */
export interface CodeownersLine {
  readonly pattern: string;
  /** `@user`, `@org/team` and e-mail addresses, parted by spaces; empty for nobody. */
  readonly owners: string;
}

export interface CodeownersPlan {
  /** Sorted by path, folders before what is inside them. */
  readonly lines: readonly CodeownersLine[];
  /** Owners that answer for articles and have nobody whom a forge could ask, with how many articles. */
  readonly silent: ReadonlyMap<string, number>;
}

/** An article and whom to ask about it: an empty text for nobody. */
interface Entry {
  readonly path: string;
  readonly owners: string;
}

/**
 * `path` as a pattern that matches it: spaces escaped, a wildcard for what has a meaning in a pattern or may part words. GitHub and
 * GitLab read brackets, `#` and backslashes each in its own way; `\ `, `?` (one character, which may be one byte) and `*` they read alike.
 */
function patternOf(path: string, prefix: string): string {
  const escaped = `${prefix}${path}`.replace(/[\p{Cc}\p{Z}[\]\\*?#]/gu, (character) => {
    if (character === ' ') return '\\ ';
    return character < '\u0080' ? '?' : '*';
  });
  return `/${escaped}`;
}

/** Whom to ask about `document`: an owner that the configuration does not know has nobody. */
function ownersOf({ article }: ArticleDocument, { config }: KnowledgeBase): string {
  const owner = Object.hasOwn(config.owners, article.owner) ? config.owners[article.owner] : undefined;
  return owner ? codeownersOf(owner).join(' ') : '';
}

/** The owners of more than half of `entries`. Undefined where nobody has as many, or an entry has no owner: a folder's line would name one for it. */
function majorityOf(entries: readonly Entry[]): string | undefined {
  const counts = new Map<string, number>();
  for (const { owners } of entries) counts.set(owners, (counts.get(owners) ?? 0) + 1);
  if (counts.has('')) return undefined;
  return [...counts].find(([, count]) => count * 2 > entries.length)?.[0];
}

/** The lines for `entries`, all below `folder` (which ends in `/`), where a folder above has named `inherited`. */
function* planFolder(
  folder: string,
  entries: readonly Entry[],
  inherited: string,
): Iterable<{ readonly path: string; readonly owners: string }> {
  const owners = majorityOf(entries) ?? inherited;
  if (owners !== inherited) yield { path: folder, owners };
  const inner = new Map<string, Entry[]>();
  for (const entry of entries) {
    const end = entry.path.indexOf('/', folder.length);
    const name = end === -1 ? entry.path : entry.path.slice(0, end + 1);
    const group = inner.get(name);
    if (group) group.push(entry);
    else inner.set(name, [entry]);
  }
  for (const [path, group] of inner) {
    if (path.endsWith('/')) yield* planFolder(path, group, owners);
    else if (group[0] && group[0].owners !== owners) yield { path, owners: group[0].owners };
  }
}

/**
 * The lines that say whom to ask about each article of `base`, for a file in the repository in which the base is at `prefix`.
 *
 * A folder's line names the owner of more than half of its articles, so that a new article there is looked at by somebody; the
 * others have lines of their own after it. An article of an owner whom no forge can ask has no line, and no folder around it has one.
 */
export function planCodeowners(base: KnowledgeBase, prefix: string): CodeownersPlan {
  const silent = new Map<string, number>();
  const entries = articleDocuments(base).map((document): Entry => {
    const owners = ownersOf(document, base);
    const { owner } = document.article;
    if (owners === '' && Object.hasOwn(base.config.owners, owner))
      silent.set(owner, (silent.get(owner) ?? 0) + 1);
    return { path: document.path, owners };
  });
  const lines = [...planFolder(`${base.config.content}/`, entries, '')];
  return {
    lines: lines.map(({ path, owners }) => ({ pattern: patternOf(path, prefix), owners })),
    silent,
  };
}

/** Whom `lines` name for the article at `path`: an empty text for nobody. Patterns with wildcards, which `planCodeowners` does not write, match nothing. */
export function findCodeowners(lines: readonly CodeownersLine[], path: string, prefix: string): string {
  const wanted = patternOf(path, prefix);
  const last = lines.findLast(
    ({ pattern }) => pattern === wanted || (pattern.endsWith('/') && wanted.startsWith(pattern)),
  );
  return last?.owners ?? '';
}
