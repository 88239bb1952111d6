// Loads a style sheet of the site when it is first needed.

/** Style sheets on their way or there, by address. */
const sheets = new Map<string, Promise<void>>();

/** Resolves when the sheet at `href` applies, or can't be had: without it everything still works. */
export function loadStyle(href: string | undefined): Promise<void> {
  if (href === undefined || document.querySelector(`link[href="${CSS.escape(href)}"]`))
    return sheets.get(href ?? '') ?? Promise.resolve();
  const loading = new Promise<void>((resolve) => {
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.href = href;
    link.addEventListener('load', () => resolve());
    link.addEventListener('error', () => resolve());
    document.head.append(link);
  });
  sheets.set(href, loading);
  return loading;
}
