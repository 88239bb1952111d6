// What this reader marked and read last, kept in this browser: id, language and title of articles, nothing else. Whatever else is found there is not believed.
import { readStored, store } from './reader-storage.ts';

export interface ReadingEntry {
  readonly id: string;
  readonly lang: string;
  readonly title: string;
}

type ListName = 'favourites' | 'recent';

/** Bases that share a browser's storage (folders opened by double click do) are told apart by their names. */
interface StoredEntry extends ReadingEntry {
  readonly site: string;
}

/** How many articles of one base a list holds. */
export const mostEntries: Readonly<Record<ListName, number>> = { favourites: 50, recent: 8 };
/** How many entries of other bases are left in place. */
const mostOfOthers = 150;
/** Characters; more than two full lists could ever fill. */
const mostStored = 200_000;

/** The articles that the reader marked, the last one first. */
export function readFavourites(): readonly ReadingEntry[] {
  return readList('favourites');
}

/** The articles that the reader opened, the last one first. */
export function readRecent(): readonly ReadingEntry[] {
  return readList('recent');
}

export function isFavourite(article: Pick<ReadingEntry, 'id' | 'lang'>): boolean {
  return readFavourites().some((entry) => isSame(entry, article));
}

/** Marks an article; `full` and `denied` say why it was not kept. */
export function keepFavourite(article: ReadingEntry): 'kept' | 'full' | 'denied' {
  const others = readFavourites().filter((entry) => !isSame(entry, article));
  if (others.length >= mostEntries.favourites) return 'full';
  return writeList('favourites', [article, ...others]) ? 'kept' : 'denied';
}

/** Takes the mark away; false where the browser would not have it. */
export function dropFavourite(article: Pick<ReadingEntry, 'id' | 'lang'>): boolean {
  return writeList(
    'favourites',
    readFavourites().filter((entry) => !isSame(entry, article)),
  );
}

/** Puts an article at the head of what was read; a favourite takes over the title that the article has today. */
export function noteReading(article: ReadingEntry): void {
  writeList('recent', [article, ...readRecent().filter((entry) => !isSame(entry, article))]);
  const favourites = readFavourites();
  if (favourites.some((entry) => isSame(entry, article) && entry.title !== article.title))
    writeList(
      'favourites',
      favourites.map((entry) => (isSame(entry, article) ? article : entry)),
    );
}

export function clearRecent(): void {
  writeList('recent', []);
}

/** The article's address as a link of the page in view. */
export function addressOf({ id, lang }: Pick<ReadingEntry, 'id' | 'lang'>): string {
  return `${document.documentElement.dataset.root || './'}${lang}/${id}.html`;
}

/** Calls `changed` when another tab changes a list, or the reader comes back to a page that the browser kept as it was. */
export function watchLists(changed: () => void): void {
  window.addEventListener('storage', ({ key }) => {
    if (key === null || key === keyOf('favourites') || key === keyOf('recent')) changed();
  });
  window.addEventListener('pageshow', ({ persisted }) => {
    if (persisted) changed();
  });
}

function readList(name: ListName): readonly ReadingEntry[] {
  return readAll(name)
    .filter(({ site }) => site === siteName())
    .slice(0, mostEntries[name])
    .map(({ id, lang, title }) => ({ id, lang, title }));
}

function writeList(name: ListName, entries: readonly ReadingEntry[]): boolean {
  const site = siteName();
  const others = readAll(name).filter((entry) => entry.site !== site);
  const own = entries.slice(0, mostEntries[name]).map(({ id, lang, title }) => ({ id, lang, title, site }));
  return store('localStorage', keyOf(name), JSON.stringify([...own, ...others.slice(0, mostOfOthers)]));
}

function readAll(name: ListName): readonly StoredEntry[] {
  const text = readStored('localStorage', keyOf(name)) ?? '';
  if (text === '' || text.length > mostStored) return [];
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? value.filter(isEntry) : [];
  } catch {
    return [];
  }
}

/** Ids and languages become part of an address, so they have to be what the base allows them to be. */
function isEntry(value: unknown): value is StoredEntry {
  const { id, lang, title, site } = (value ?? {}) as Readonly<Record<string, unknown>>;
  return (
    typeof id === 'string' &&
    /^[a-z0-9]+(-[a-z0-9]+)*$/.test(id) &&
    typeof lang === 'string' &&
    /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(lang) &&
    typeof title === 'string' &&
    title !== '' &&
    typeof site === 'string'
  );
}

function isSame(one: Pick<ReadingEntry, 'id' | 'lang'>, other: Pick<ReadingEntry, 'id' | 'lang'>): boolean {
  return one.id === other.id && one.lang === other.lang;
}

function keyOf(name: ListName): string {
  return `kb:${name}`;
}

function siteName(): string {
  return document.querySelector<HTMLMetaElement>('meta[name="application-name"]')?.content ?? '';
}
