// Which steps of which articles are done in this call: kept for the tab alone, by article and version, and forgotten with it.
import { forget, readStored, store } from './reader-storage.ts';

const storageKey = 'kb:ticked';
/** Articles that one call can touch; the oldest are forgotten. */
const mostArticles = 30;

type Ticked = readonly (readonly [article: string, steps: readonly number[]])[];

/** The steps done in `article`, as positions among the page's steps. */
export function readTicked(article: string): ReadonlySet<number> {
  return new Set(readAll().find(([name]) => name === article)?.[1]);
}

/** Remembers the steps of `article`; where storage is denied they hold as long as the page. */
export function keepTicked(article: string, steps: ReadonlySet<number>): void {
  const others = readAll().filter(([name]) => name !== article);
  const all: Ticked = steps.size === 0 ? others : [[article, [...steps]], ...others];
  store('sessionStorage', storageKey, JSON.stringify(all.slice(0, mostArticles)));
}

/** A new call: nothing is done yet, in any article. */
export function forgetTicked(): void {
  forget('sessionStorage', storageKey);
}

function readAll(): Ticked {
  try {
    const value: unknown = JSON.parse(readStored('sessionStorage', storageKey) ?? '[]');
    return Array.isArray(value) ? value.filter(isTicked) : [];
  } catch {
    return [];
  }
}

function isTicked(value: unknown): value is Ticked[number] {
  return (
    Array.isArray(value) &&
    typeof value[0] === 'string' &&
    Array.isArray(value[1]) &&
    value[1].every(Number.isSafeInteger)
  );
}
