// The reader's choice of theme: light, dark or of high contrast; without one the system's settings hold.
import { forget, readStored, store } from './reader-storage.ts';

const themes = ['light', 'dark', 'contrast'] as const;
export type Theme = (typeof themes)[number];

const storageKey = 'kb-theme';

/** The theme that the reader chose on an earlier page, or undefined. */
export function storedTheme(): Theme | undefined {
  return themeNamed(readStored('localStorage', storageKey));
}

/** Shows the whole page in `theme`; undefined leaves it to the system. */
export function applyTheme(theme: Theme | undefined): void {
  if (theme === undefined) delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}

/** Brings the list of themes to life, in every open tab: it shows the choice and remembers it. */
export function setUpThemeChoice(): void {
  const list = document.getElementById('themeChoice');
  if (!(list instanceof HTMLSelectElement)) return;
  const show = (theme: Theme | undefined) => {
    applyTheme(theme);
    list.value = theme ?? 'system';
  };
  list.addEventListener('change', () => {
    const theme = themeNamed(list.value);
    show(theme);
    if (theme === undefined) forget('localStorage', storageKey);
    else store('localStorage', storageKey, theme);
  });
  window.addEventListener('storage', ({ key }) => {
    if (key === null || key === storageKey) show(storedTheme());
  });
  show(themeNamed(document.documentElement.dataset.theme));
}

function themeNamed(name: string | undefined): Theme | undefined {
  return themes.find((theme) => theme === name);
}
