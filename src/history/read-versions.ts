// The last versions of articles, for the pages of those who may know and for what is new: when, by whom, why, and what each was worth.
import type { ArticleDocument, KnowledgeBase } from '../content/knowledge-base.ts';
import type { ParseMarkdown } from '../content/markdown-parser.ts';
import type { IsoDate } from '../model/iso-date.ts';
import { type Digest, judgeTrust, type Trust } from '../model/trust.ts';
import type { FileHistories } from './file-history.ts';
import { blobsOf, isOnDisk, type PastState, readState, statesOf } from './past-state.ts';
import { readPastVariables } from './past-variables.ts';
import { readBlobs } from './read-blobs.ts';

/** An article as one commit left it. */
export interface ArticleVersion {
  /** Abbreviated commit id. */
  readonly commit: string;
  /** The author's calendar day. */
  readonly day: IsoDate;
  readonly author: string;
  /** First line of the commit's message. */
  readonly subject: string;
  /** What it was worth with the fragments and variables of then; both are undefined where it could not be read as an article. */
  readonly trust: Trust | undefined;
  readonly digest: Digest | undefined;
}

/** The newest versions of one article. */
export interface ArticleVersions {
  /** Newest first. */
  readonly versions: readonly ArticleVersion[];
  /** Whether the last of them is the first that there is. */
  readonly complete: boolean;
}

/** How many articles are read of git at once: the texts of all of them may be more than should be held in memory. */
const articlesPerRound = 200;

/** How many versions are read of each article. */
export interface VersionBounds {
  readonly most: number;
  /** One more is read where the last of these is not before this day: it tells what that one changed. */
  readonly since: IsoDate;
}

function pickStates(states: readonly PastState[], { most, since }: VersionBounds): readonly PastState[] {
  const last = states[most - 1];
  return states.slice(0, last !== undefined && last.commit.day >= since ? most + 1 : most);
}

/** Without the states in which no byte differs from the one before: a pure rename. */
function withoutRenames(states: readonly PastState[]): PastState[] {
  const key = (state: PastState | undefined) => state && [...blobsOf(state), state.shown].join();
  return states.filter((state, at) => key(state) !== key(states[at + 1]));
}

/**
 * The newest versions of each of `documents`, by path; an article that git does not know is absent. A version is
 * a commit that changed a byte of the article's file or of a fragment that it includes, or a variable that it shows; merges are none.
 *
 * `histories` are those of the whole base; `parse` is what `base` was read with. Rejects where git can't read its objects.
 */
export async function readVersions(
  { root, config }: KnowledgeBase,
  documents: readonly ArticleDocument[],
  histories: FileHistories,
  parse: ParseMarkdown,
  bounds: VersionBounds,
): Promise<ReadonlyMap<string, ArticleVersions>> {
  const past = await readPastVariables(root, config, documents, histories);
  const found = new Map<string, ArticleVersions>();
  for (let from = 0; from < documents.length; from += articlesPerRound) {
    const round = documents.slice(from, from + articlesPerRound).map((document) => {
      const states = withoutRenames(statesOf(document, histories, past));
      const picked = pickStates(states, bounds);
      const onDisk = picked.filter((state) => isOnDisk(document, state));
      return { document, onDisk, states: picked, complete: states.length === picked.length };
    });
    const needed = round.flatMap(({ states, onDisk }) => states.filter((state) => !onDisk.includes(state)));
    const blobs = await readBlobs(root, new Set(needed.flatMap(blobsOf)));
    for (const { document, onDisk, states, complete } of round) {
      if (states.length === 0) continue;
      const versions = states.map((state): ArticleVersion => {
        const { shortId, day, author, subject } = state.commit;
        const article = onDisk.includes(state)
          ? document.article
          : readState(state, blobs, config, parse)?.article;
        return {
          commit: shortId,
          day,
          author,
          subject,
          trust: article && judgeTrust(article),
          digest: article?.digest,
        };
      });
      found.set(document.path, { versions, complete });
    }
  }
  return found;
}
