// The YAML that nearly all front matter is written in, read line by line: one key a line, its value a word, a quoted text or a short
// list. Twenty times as fast as a whole YAML parser, which 2,000 articles notice; whatever is not certainly plain is left to that one.

/** A key that YAML's core schema reads as text. */
const keyPattern = /^(?!(?:true|false|null)$)[a-z][a-z_]*$/;
/** A plain scalar with no sign that means something to YAML, at its start or within. */
const wordPattern = /^\p{L}(?:[\p{L}\p{N}\p{M} _.’'()/-]*[\p{L}\p{N}\p{M}_.’'()/-])?$/u;
/** The words that YAML's core schema takes for something else than text (YAML 1.2.2, 10.3.2), in more cases than it does. */
const reservedWord = /^(?:true|false|null)$/i;
const datePattern = /^\d{4}-\d{2}-\d{2}$/;
/** Text between double quotes without escapes, or between single ones without a doubled one. */
const quotedPattern = /^(?:"([^"\\\p{Cc}]*)"|'([^'\p{Cc}]*)')$/u;
const keyAndValue = /^([a-z_]+):(?: +(.*))?$/;

/** Where a value is not certainly plain. */
class Unsure extends Error {}

function readScalar(text: string): string {
  if (datePattern.test(text)) return text;
  if (wordPattern.test(text) && !reservedWord.test(text)) return text;
  const quoted = quotedPattern.exec(text);
  if (quoted === null) throw new Unsure();
  return quoted[1] ?? quoted[2] ?? '';
}

/** The items between the brackets of a one-line collection; a comma inside quotes leaves halves that no scalar can be. */
function itemsOf(text: string): string[] {
  const inner = text.slice(1, -1).trim();
  return inner === '' ? [] : inner.split(',').map((item) => item.trim());
}

function setOnce(into: Record<string, unknown>, key: string, value: unknown): void {
  if (!keyPattern.test(key) || Object.hasOwn(into, key)) throw new Unsure();
  into[key] = value;
}

function readPairs(items: readonly string[]): Record<string, string> {
  const pairs: Record<string, string> = {};
  for (const item of items) {
    const [, key = '', value] = keyAndValue.exec(item) ?? [];
    if (value === undefined) throw new Unsure();
    setOnce(pairs, key, readScalar(value));
  }
  return pairs;
}

function readValue(text: string): unknown {
  if (text === '') return null;
  if (text.startsWith('[') && text.endsWith(']')) return itemsOf(text).map(readScalar);
  if (text.startsWith('{') && text.endsWith('}')) return readPairs(itemsOf(text));
  return readScalar(text);
}

/** The value of `text` where it is a map in plain YAML, the very one that the `yaml` library gives; undefined where that is not certain. */
export function parsePlainYaml(text: string): Readonly<Record<string, unknown>> | undefined {
  const data: Record<string, unknown> = {};
  try {
    for (const line of text.split(/\r?\n/)) {
      if (line === '') continue;
      const pair = keyAndValue.exec(line);
      if (pair === null) return undefined;
      setOnce(data, pair[1] ?? '', readValue(pair[2] ?? ''));
    }
  } catch (error) {
    if (error instanceof Unsure) return undefined;
    throw error;
  }
  return Object.keys(data).length > 0 ? data : undefined;
}
