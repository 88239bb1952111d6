// How many text messages a text takes: the alphabet that it needs, and the segments that it is cut into (3GPP TS 23.038 and 23.040).

/** The default alphabet of GSM, 7 bits a character (3GPP TS 23.038, 6.2.1); without the escape to the extension. */
const basic = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
);
/** Its extension, an escape and 7 bits each (6.2.1.1). */
const extension = new Set('\f^{}\\[~]|€');

/** Units in a message that stands alone, and in one of several: each then begins with a header of 6 bytes (3GPP TS 23.040, 9.2.3.24). */
const capacity = { 'GSM-7': { alone: 160, joined: 153 }, 'UCS-2': { alone: 70, joined: 67 } } as const;

export interface SmsCount {
  readonly encoding: keyof typeof capacity;
  /** Septets in GSM-7, code units of 16 bits in UCS-2. */
  readonly units: number;
  /** Messages that are sent and paid for; 0 for an empty text. */
  readonly segments: number;
  /** The characters for which GSM-7 is not enough, each once, in the order of the text. */
  readonly outside: readonly string[];
}

/** Counts `text`; a character, an emoji of several signs too, is never cut in two. */
export function countSms(text: string): SmsCount {
  const characters = splitCharacters(text);
  const outside = [...new Set(characters.filter((each) => !basic.has(each) && !extension.has(each)))];
  const encoding = outside.length === 0 ? 'GSM-7' : 'UCS-2';
  const sizes = characters.map((each) => (encoding === 'UCS-2' ? each.length : extension.has(each) ? 2 : 1));
  const units = sizes.reduce((sum, size) => sum + size, 0);
  const { alone, joined } = capacity[encoding];
  return { encoding, units, segments: units <= alone ? Math.sign(units) : cut(sizes, joined), outside };
}

/** How many segments of `room` units `sizes` fill, in their order. */
function cut(sizes: readonly number[], room: number): number {
  let segments = 1;
  let used = 0;
  for (const size of sizes) {
    if (used + size > room) {
      segments += 1;
      used = 0;
    }
    used += size;
  }
  return segments;
}

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** What a reader sees as one character each; line ends, which two signs may make, as one. */
function splitCharacters(text: string): readonly string[] {
  return [...graphemes.segment(text.replace(/\r\n?/g, '\n'))].map(({ segment }) => segment);
}
