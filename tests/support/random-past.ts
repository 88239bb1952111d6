// A repository with a past that chance wrote: articles are added, edited, moved, moved with an edit, and deleted. One seed, one past.
import { type GitRepository, makeRepository } from './git-repository.ts';

export interface RandomPast {
  readonly repository: GitRepository;
  /** Days with commits, in their order. */
  readonly days: readonly string[];
  /** Ids of every article that there ever was. */
  readonly ids: readonly string[];
  /** One of `items`, by the same chance. */
  readonly pick: (items: readonly string[]) => string;
}

export interface RandomPastOptions {
  readonly seed: number;
  readonly commits: number;
  /** The files that are there from the start. */
  readonly files: Readonly<Record<string, string>>;
  /** The text of the article `id` after `edits` edits. */
  readonly textOf: (id: string, edits: number) => string;
}

/** Numbers in [0, 1): a linear congruential generator (the constants of Numerical Recipes) is random enough here. */
function chanceOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return state / 2 ** 32;
  };
}

/** Makes the repository: one to four commits a day from 1 March 2026 on, at any hour of three time zones. */
export function makeRandomPast({ seed, commits, files, textOf }: RandomPastOptions): RandomPast {
  const chance = chanceOf(seed);
  const below = (end: number) => Math.floor(chance() * end);
  const repository = makeRepository(files, { at: '2026-02-28T12:00:00+0100' });
  const articles: { readonly id: string; path: string; edits: number }[] = [];
  const ids: string[] = [];
  const days = new Set<string>();
  let instant = Date.UTC(2026, 2, 1, 0, 30);

  const put = (article: (typeof articles)[number]) =>
    repository.put(article.path, textOf(article.id, article.edits));
  const add = () => {
    const id = `article-${ids.length}`;
    const article = { id, path: `content/dossier-${below(3)}/${id}.md`, edits: 0 };
    ids.push(id);
    articles.push(article);
    put(article);
  };
  const move = (article: (typeof articles)[number]) => {
    const path = `content/dossier-${below(3)}/${article.id}-${ids.length}-${article.edits}-${below(1000)}.md`;
    repository.put(path, '');
    repository.git('mv', '--force', article.path, path);
    article.path = path;
  };

  for (let number = 0; number < commits; number++) {
    const kind = articles.length < 5 ? 0 : chance();
    const at = below(articles.length);
    const article = articles[at];
    if (article === undefined || kind < 0.15) add();
    else if (kind < 0.5) {
      article.edits++;
      put(article);
    } else if (kind < 0.7) move(article);
    else if (kind < 0.92) {
      move(article);
      article.edits++;
      put(article);
    } else {
      repository.git('rm', '--quiet', '--force', article.path);
      articles.splice(at, 1);
    }
    const zone = ['+0100', '+0300', '-0500'][below(3)];
    instant += (1 + below(10)) * 3_600_000;
    repository.commit({ at: `${instant / 1000} ${zone}` });
    days.add(new Date(instant).toISOString().slice(0, 10));
  }
  return { repository, days: [...days], ids, pick: (items) => items[below(items.length)] ?? '' };
}
