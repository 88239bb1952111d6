// Loads a script of the site when it is first needed: a script element is the one way that works from a folder too.

/** Scripts on their way or run, by address. */
const scripts = new Map<string, Promise<void>>();

/** Runs the script at `url`, once; a failed load may be tried again. */
export function loadScript(url: string): Promise<void> {
  const known = scripts.get(url);
  if (known) return known;
  const loading = new Promise<void>((resolve, reject) => {
    const script = document.createElement('script');
    script.src = url;
    script.onload = () => {
      script.remove();
      resolve();
    };
    script.onerror = () => {
      script.remove();
      scripts.delete(url);
      reject(new Error(`Unable to load ${url}`));
    };
    document.head.append(script);
  });
  scripts.set(url, loading);
  return loading;
}
