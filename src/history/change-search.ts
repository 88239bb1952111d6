// Looks up what happened to articles while others are still read: git answers beside whatever else this process does.
import type { ArticleDocument } from '../content/knowledge-base.ts';
import type { ParseMarkdown } from '../content/markdown-parser.ts';
import { judgeTrust } from '../model/trust.ts';
import type { FileHistories } from './file-history.ts';
import { type ArticleChange, type BaseFolder, readChanges } from './read-changes.ts';

export interface ChangeSearch {
  /** Looks up what happened to `document` since its validation, if anything did. */
  readonly add: (document: ArticleDocument) => void;
  /** What `readChanges` gives for all that were added. */
  readonly changes: () => Promise<ReadonlyMap<string, ArticleChange>>;
}

/** A search in the histories that `asked` will give: all articles that wait are looked up in one call of git, then those that came meanwhile. */
export function createChangeSearch(
  base: BaseFolder,
  asked: Promise<FileHistories>,
  parse: ParseMarkdown,
  options: { readonly withLines: boolean },
): ChangeSearch {
  const waiting: ArticleDocument[] = [];
  const changes = new Map<string, ArticleChange>();
  let search: Promise<void> | undefined;
  const lookUp = async () => {
    const histories = await asked;
    while (waiting.length > 0) {
      const found = await readChanges(base, waiting.splice(0), histories, parse, options);
      for (const [path, change] of found) changes.set(path, change);
    }
    search = undefined;
  };
  return {
    add: (document) => {
      if (judgeTrust(document.article) !== 'changed') return;
      waiting.push(document);
      search ??= lookUp();
    },
    changes: async () => {
      await search;
      return changes;
    },
  };
}
