// Looks lines up in the texts of a lint result, each text split once.

/** The line (from 1) of the file at `path`, without its line end; undefined where there is no such text or line. */
export type ReadLine = (path: string, line: number) => string | undefined;

/** A `ReadLine` over `texts`, the texts of files by path. */
export function sourceLines(texts: ReadonlyMap<string, string>): ReadLine {
  const split = new Map<string, readonly string[]>();
  return (path, line) => {
    let lines = split.get(path);
    if (lines === undefined) {
      lines = texts.get(path)?.split(/\r\n|\n|\r/) ?? [];
      split.set(path, lines);
    }
    return lines[line - 1];
  };
}
