// The index for pages opened from a folder: each index file in a classic script, since `file://` allows no fetch.

/** Name of the global function that a twin script calls with the files it carries: path in the index → bytes in base64. */
export const receiverName = 'kbIndexFiles';

const fragmentPattern = /^fragment\/(.*_)?([0-9a-f]{2})[0-9a-f]*\.pf_fragment$/;

/**
 * The script that carries the index file `path`; both count from the index's folder. There is one fragment per article, and they
 * share scripts by the first two digits of their hash: at most 256 scripts per language, which keeps the folder quick to copy.
 */
export function twinScript(path: string): string {
  const [, lang = '', digits] = fragmentPattern.exec(path) ?? [];
  return digits === undefined ? `file/${path}.js` : `file/fragment/${lang}${digits}.js`;
}
