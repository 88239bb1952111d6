// Sets one field of a file's front matter as a text edit: every byte outside the field stays as it is.
import { isMap, isScalar, parseDocument } from 'yaml';

/** A file's text with `line` (`key: value`, no line end) in place of the field `key`, or as the last line of the front matter. */
export function setFrontMatterField(text: string, key: string, line: string): string {
  const opener = /^\uFEFF?---\r?\n/.exec(text);
  if (!opener) throw new Error('A file without front matter can’t be edited');
  const start = opener[0].length;
  const closer = /(^|\r?\n)---[ \t]*(?=\r?\n|$)/.exec(text.slice(start));
  if (!closer) throw new Error('A file whose front matter is not closed can’t be edited');
  const end = start + closer.index;
  const yaml = text.slice(start, end);
  const lineEnd = opener[0].endsWith('\r\n') ? '\r\n' : '\n';

  const range = fieldRange(yaml, key);
  if (!range)
    return `${text.slice(0, end)}${yaml === '' ? '' : lineEnd}${line}${yaml === '' ? lineEnd : ''}${text.slice(end)}`;
  return `${text.slice(0, start + range.from)}${line}${text.slice(start + range.to)}`;
}

/** From the key's first character to the end of its value, without the comment or line end behind it. */
function fieldRange(yaml: string, key: string): { readonly from: number; readonly to: number } | undefined {
  const { contents } = parseDocument(yaml, { schema: 'core' });
  if (!isMap(contents)) return undefined;
  const pair = contents.items.find((item) => isScalar(item.key) && item.key.value === key);
  const keyRange = isScalar(pair?.key) ? pair.key.range : undefined;
  if (!pair || !keyRange) return undefined;
  const value = pair.value as { readonly range?: readonly [number, number, number] | null } | null;
  const raw = yaml.slice(keyRange[0], value?.range?.[1] ?? keyRange[1]);
  return { from: keyRange[0], to: keyRange[0] + raw.trimEnd().length };
}
