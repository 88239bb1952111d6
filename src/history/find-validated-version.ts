// What happened to articles since somebody answered for them: the validated text is the one in git whose digest the validation names.
import type { Document } from '../content/document.ts';
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
  /** The text of the file as it was validated. */
  readonly before: string;
}

/** An article whose validated version is looked for. */
interface Search {
  readonly path: string;
  readonly digest: string;
  readonly versions: readonly FileVersion[];
}

/** How many versions of every article are read at once: most edits are recent, and a long past is large. */
const versionsPerRound = 16;

/** The digest of the text of an article that was at `path`, or undefined where it was none. */
function digestOf(path: string, text: string, config: Config, parse: ParseMarkdown): string | undefined {
  return parseDocument(path, text, config, parse).article?.digest;
}

function searchFor({ path, article }: Document, { versions }: FileHistories): Search[] {
  if (article?.validation === undefined || judgeTrust(article) !== 'changed') return [];
  return [{ path, digest: article.validation.digest, versions: versions.get(path) ?? [] }];
}

/** The change that followed the version `at`. */
function changeAfter(versions: readonly FileVersion[], at: number, before: string): ChangeSinceValidation {
  const next = versions[at - 1];
  return { since: next?.day, by: next?.author, commit: next?.commit, before };
}

/**
 * For each of `documents` whose trust is `changed`: its validated text and the first change after it, by path. An
 * article is absent where no version in git has the digest that its validation names. Merges are no versions.
 *
 * `config` and `parse` are those with which `documents` were read. Rejects where git can't read its objects.
 */
export async function findValidatedVersions(
  root: string,
  documents: readonly Document[],
  histories: FileHistories,
  config: Config,
  parse: ParseMarkdown,
): Promise<ReadonlyMap<string, ChangeSinceValidation>> {
  const found = new Map<string, ChangeSinceValidation>();
  let searches = documents.flatMap((document) => searchFor(document, histories));
  for (let from = 0; searches.length > 0; from += versionsPerRound) {
    const round = searches.map((search) => ({
      ...search,
      candidates: search.versions.slice(from, from + versionsPerRound),
    }));
    const blobs = await readBlobs(
      root,
      round.flatMap(({ candidates }) => candidates.map(({ blob }) => blob)),
    );
    for (const { path, digest, versions, candidates } of round) {
      for (const [offset, version] of candidates.entries()) {
        const bytes = blobs.get(version.blob);
        const text = bytes && decodeText(bytes);
        if (!text?.ok || digestOf(version.path, text.text, config, parse) !== digest) continue;
        found.set(path, changeAfter(versions, from + offset, text.text));
        break;
      }
    }
    searches = searches.filter(
      ({ path, versions }) => !found.has(path) && versions.length > from + versionsPerRound,
    );
  }
  return found;
}
