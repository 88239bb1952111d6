// What happened to articles since somebody answered for them: the validated version is the one in git whose digest the validation names.
import type { ArticleDocument, KnowledgeBase } from '../content/knowledge-base.ts';
import type { ParseMarkdown } from '../content/markdown-parser.ts';
import type { IsoDate } from '../model/iso-date.ts';
import { judgeTrust } from '../model/trust.ts';
import type { FileHistories } from './file-history.ts';
import { blobsOf, isOnDisk, type PastState, readState, statesOf } from './past-state.ts';
import { type PastVariables, readPastVariables } from './past-variables.ts';
import { readBlobs } from './read-blobs.ts';

/** The first change after the validated version; its three facts are absent where no commit of its own holds it yet. */
export interface ChangeSinceValidation {
  /** The author's calendar day. */
  readonly since: IsoDate | undefined;
  readonly by: string | undefined;
  /** Abbreviated commit id. */
  readonly commit: string | undefined;
  /** The article as it was validated, with the fragments that it included and the variables that it showed then. */
  readonly validated: ArticleDocument;
}

/** An article whose validated version is looked for. */
interface Search {
  readonly path: string;
  readonly digest: string;
  /** Newest first. */
  readonly states: readonly PastState[];
  /** How many of them were looked at. */
  readonly seen: number;
}

/** How many states of every article are read at first: what was validated is most often the last version but the one on the disk. Each round reads twice as many as the one before. */
const statesOfFirstRound = 1;
/** How many are read at once at most: a long past is large. */
const statesPerRound = 16;

function searchFor(document: ArticleDocument, histories: FileHistories, past: PastVariables): Search[] {
  const { path, article } = document;
  if (article.validation === undefined || judgeTrust(article) !== 'changed') return [];
  const states = statesOf(document, histories, past);
  // What is on the disk is not what was validated: that is what `changed` says.
  const seen = states[0] !== undefined && isOnDisk(document, states[0]) ? 1 : 0;
  return [{ path, digest: article.validation.digest, states, seen }];
}

/**
 * For each of `documents` whose trust is `changed`: its validated version and the first change after it, by path. An
 * article is absent where no version in git has the digest that its validation names. Merges are no versions.
 *
 * `histories` are those of the whole base, fragments included; `parse` is what `base` was read with. Rejects where git
 * can't read its objects.
 */
export async function findValidatedVersions(
  { root, config }: Pick<KnowledgeBase, 'root' | 'config'>,
  documents: readonly ArticleDocument[],
  histories: FileHistories,
  parse: ParseMarkdown,
): Promise<ReadonlyMap<string, ChangeSinceValidation>> {
  const found = new Map<string, ChangeSinceValidation>();
  const past = await readPastVariables(root, config, documents, histories);
  let searches = documents.flatMap((document) => searchFor(document, histories, past));
  for (let count = statesOfFirstRound; searches.length > 0; count = Math.min(2 * count, statesPerRound)) {
    const round = searches.map((search) => ({
      ...search,
      candidates: search.states.slice(search.seen, search.seen + count),
    }));
    const needed = round.flatMap(({ candidates }) => candidates.flatMap(blobsOf));
    const blobs = await readBlobs(root, [...new Set(needed)]);
    for (const { path, digest, states, seen, candidates } of round) {
      for (const [offset, state] of candidates.entries()) {
        const validated = readState(state, blobs, config, parse);
        if (validated?.article.digest !== digest) continue;
        const next = states[seen + offset - 1]?.commit;
        found.set(path, { since: next?.day, by: next?.author, commit: next?.shortId, validated });
        break;
      }
    }
    searches = searches
      .map((search) => ({ ...search, seen: search.seen + count }))
      .filter(({ path, states, seen }) => !found.has(path) && states.length > seen);
  }
  return found;
}
