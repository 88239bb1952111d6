// The browser's storage, tolerant of a browser that denies it (private windows, strict policies, some `file://` settings).

type Kind = 'localStorage' | 'sessionStorage';

/** The text kept under `key`, or undefined where there is none or storage is denied. */
export function readStored(kind: Kind, key: string): string | undefined {
  try {
    return window[kind].getItem(key) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Keeps `value` under `key` and says whether it could: a browser that denies storage, or has no room left, forgets it with the page. */
export function store(kind: Kind, key: string, value: string): boolean {
  try {
    window[kind].setItem(key, value);
    return true;
  } catch {
    return false;
  }
}

/** Forgets what was kept under `key`. */
export function forget(kind: Kind, key: string): void {
  try {
    window[kind].removeItem(key);
  } catch {
    // Nothing was kept.
  }
}

/** The names under which something is kept; none where storage is denied. */
export function storedKeys(kind: Kind): readonly string[] {
  try {
    return Object.keys(window[kind]);
  } catch {
    return [];
  }
}
