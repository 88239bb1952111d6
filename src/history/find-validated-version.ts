// What happened to articles since somebody answered for them: the validated version is the one in git whose digest the validation names.
import { indexFragments } from '../content/fragments.ts';
import { type ArticleDocument, isArticleDocument, type KnowledgeBase } from '../content/knowledge-base.ts';
import type { ParseMarkdown } from '../content/markdown-parser.ts';
import { parseDocument } from '../content/parse-document.ts';
import { decodeText } from '../content/read-text.ts';
import type { Config } from '../model/config.ts';
import type { IsoDate } from '../model/iso-date.ts';
import { judgeTrust } from '../model/trust.ts';
import type { FileHistories, FileVersion } from './file-history.ts';
import { readBlobs } from './read-blobs.ts';

/** The first change after the validated version; its three facts are absent where no commit of its own holds it yet. */
export interface ChangeSinceValidation {
  /** The author's calendar day. */
  readonly since: IsoDate | undefined;
  readonly by: string | undefined;
  /** Abbreviated commit id. */
  readonly commit: string | undefined;
  /** The article as it was validated, with the fragments that it included then. */
  readonly validated: ArticleDocument;
}

/** An article as one commit left it: its own file, or a fragment that it includes, may be what that commit changed. */
interface PastState {
  readonly commit: FileVersion;
  readonly file: FileVersion;
  readonly fragments: readonly FileVersion[];
}

/** An article whose validated version is looked for. */
interface Search {
  readonly path: string;
  readonly digest: string;
  /** Newest first. */
  readonly states: readonly PastState[];
}

/** How many states of every article are read at first: what was validated is most often the last version but one. Each round reads twice as many as the one before. */
const statesOfFirstRound = 2;
/** How many are read at once at most: a long past is large. */
const statesPerRound = 16;

/** The states of `document`, newest first. A fragment that it includes no more is not among them. */
function statesOf({ path, included }: ArticleDocument, { versions }: FileHistories): PastState[] {
  const own = versions.get(path) ?? [];
  const fragments = [...included.values()].flatMap((fragment) =>
    fragment ? [versions.get(fragment.path) ?? []] : [],
  );
  const changes = [own, ...fragments].flat().sort((a, b) => b.order - a.order);
  return changes.flatMap((commit, at): PastState[] => {
    // One commit may have changed several of the files.
    if (changes[at - 1]?.order === commit.order) return [];
    const then = (all: readonly FileVersion[]) => all.find(({ order }) => order <= commit.order);
    const file = then(own);
    return file ? [{ commit, file, fragments: fragments.flatMap((all) => then(all) ?? []) }] : [];
  });
}

function searchFor(document: ArticleDocument, histories: FileHistories): Search[] {
  const { path, article } = document;
  if (article.validation === undefined || judgeTrust(article) !== 'changed') return [];
  return [{ path, digest: article.validation.digest, states: statesOf(document, histories) }];
}

/** The article that a state was, or undefined where it was none. */
function readState(
  { file, fragments }: PastState,
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
  const document = parseDocument(file.path, text.text, config, parse, included);
  return isArticleDocument(document) ? document : undefined;
}

/**
 * For each of `documents` whose trust is `changed`: its validated version and the first change after it, by path. An
 * article is absent where no version in git has the digest that its validation names. Merges are no versions.
 *
 * `histories` are those of the whole base, fragments included; `parse` is what `base` was read with. Rejects where git
 * can't read its objects.
 */
export async function findValidatedVersions(
  { root, config }: KnowledgeBase,
  documents: readonly ArticleDocument[],
  histories: FileHistories,
  parse: ParseMarkdown,
): Promise<ReadonlyMap<string, ChangeSinceValidation>> {
  const found = new Map<string, ChangeSinceValidation>();
  let searches = documents.flatMap((document) => searchFor(document, histories));
  for (let from = 0, count = statesOfFirstRound; searches.length > 0; ) {
    const end = from + count;
    const round = searches.map((search) => ({ ...search, candidates: search.states.slice(from, end) }));
    const needed = round.flatMap(({ candidates }) =>
      candidates.flatMap(({ file, fragments }) => [file.blob, ...fragments.map(({ blob }) => blob)]),
    );
    const blobs = await readBlobs(root, [...new Set(needed)]);
    for (const { path, digest, states, candidates } of round) {
      for (const [offset, state] of candidates.entries()) {
        const validated = readState(state, blobs, config, parse);
        if (validated?.article.digest !== digest) continue;
        const next = states[from + offset - 1]?.commit;
        found.set(path, { since: next?.day, by: next?.author, commit: next?.commit, validated });
        break;
      }
    }
    searches = searches.filter(({ path, states }) => !found.has(path) && states.length > end);
    [from, count] = [end, Math.min(2 * count, statesPerRound)];
  }
  return found;
}
