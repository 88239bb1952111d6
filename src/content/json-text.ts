// JSON of which nearly all is one long text, byte for byte as `JSON.stringify` writes it: that is slow on texts of many lines.

/** The longest article with each byte escaped, and as much around it. */
const spaceSize = 4 * 1_048_576;

/** How JSON writes what it escapes with a letter or a sign (RFC 8259, 7). */
const escapedSigns: readonly (readonly [sign: string, letter: string])[] = [
  ['\t', 't'],
  ['\n', 'n'],
  ['"', '"'],
  ['\\', '\\'],
];

const backslash = 0x5c;

/** Of the other control characters, which are rare: only `JSON.stringify` is to write them. */
const rare = 0xff;

/** By byte: 0 for one that stands for itself, `rare`, or what stands behind the backslash. */
function listEscapes(): Uint8Array {
  const escapes = new Uint8Array(256).fill(rare, 0, 0x20);
  for (const [sign, letter] of escapedSigns) escapes[sign.charCodeAt(0)] = letter.charCodeAt(0);
  return escapes;
}

/**
 * The bytes of `before`, those of `text` (UTF-8) in quotation marks, and `after`; undefined where only `JSON.stringify` knows.
 * They stand in memory that the next call writes anew.
 */
export type WriteJsonText = (before: string, text: Uint8Array, after: string) => Buffer | undefined;

/** The only writer there is. Its tables are its own, so that the compiler knows that they stay: without that it takes a third longer. */
function createWriter(): WriteJsonText {
  const escapes = listEscapes();
  const space = Buffer.allocUnsafeSlow(spaceSize);

  /**
   * Writes `text` from `start` on, and tells where it ends; undefined where it can't. A function of its own, with nothing but the
   * loop: code that is compiled while a loop runs knows nothing of what follows it, and is left there each time.
   */
  function writeEscaped(text: Uint8Array, start: number): number | undefined {
    let at = start;
    for (let index = 0; index < text.length; index++) {
      const byte = text[index] as number;
      const sign = escapes[byte] as number;
      if (sign === 0) {
        space[at++] = byte;
        continue;
      }
      if (sign === rare) return undefined;
      space[at++] = backslash;
      space[at++] = sign;
    }
    return at;
  }

  return (before, text, after) => {
    if (3 * (before.length + after.length) + 2 * text.length + 2 > spaceSize) return undefined;
    const end = writeEscaped(text, space.write(`${before}"`, 'utf8'));
    return end === undefined ? undefined : space.subarray(0, end + space.write(`"${after}`, end, 'utf8'));
  };
}

export const writeJsonText: WriteJsonText = createWriter();
