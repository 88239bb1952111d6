// The reader's choice of a light or dark theme; without one the system's setting holds.
import { readStored, store } from './reader-storage.ts';

export type Theme = 'light' | 'dark';

const storageKey = 'kb-theme';

/** The theme that the reader chose on an earlier page, or undefined. */
export function storedTheme(): Theme | undefined {
  const stored = readStored('localStorage', storageKey);
  return stored === 'light' || stored === 'dark' ? stored : undefined;
}

/** Shows the whole page in `theme`. */
export function applyTheme(theme: Theme): void {
  document.documentElement.dataset.theme = theme;
}

/** Brings the theme button to life: it shows where it leads and remembers the choice. */
export function setUpThemeToggle(): void {
  const button = document.getElementById('themeToggle');
  if (!button) return;
  const dark = window.matchMedia('(prefers-color-scheme: dark)');
  const current = (): Theme => storedOnPage() ?? (dark.matches ? 'dark' : 'light');
  const show = () => {
    button.dataset.leadsTo = current() === 'dark' ? 'light' : 'dark';
  };
  button.addEventListener('click', () => {
    const next: Theme = current() === 'dark' ? 'light' : 'dark';
    applyTheme(next);
    store('localStorage', storageKey, next);
    show();
  });
  dark.addEventListener('change', show);
  show();
  button.hidden = false;
}

function storedOnPage(): Theme | undefined {
  const theme = document.documentElement.dataset.theme;
  return theme === 'light' || theme === 'dark' ? theme : undefined;
}
