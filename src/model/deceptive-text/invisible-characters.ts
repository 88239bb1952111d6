// Characters that readers don't see: those that hide, reorder or split what is written (Unicode UAX 9, UTS 39; CVE-2021-42574).

/** Kinds of invisible characters, as messages name them. */
export type InvisibleKind =
  | 'zero-width-space'
  | 'word-joiner'
  | 'soft-hyphen'
  | 'byte-order-mark'
  | 'joiner'
  | 'non-joiner'
  | 'direction'
  | 'tag'
  | 'variation'
  | 'line-separator'
  | 'control'
  | 'other';

/** A run of characters of one kind. */
export interface InvisibleRun {
  /** Offsets in UTF-16 code units; the end is exclusive. */
  readonly start: number;
  readonly end: number;
  readonly kind: InvisibleKind;
  /** The first character's. */
  readonly codePoint: number;
  readonly count: number;
  /** Whether it can be taken out and leave all that is seen, and all that Markdown makes of it, as it is. */
  readonly removable: boolean;
}

const invisible =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u2028\u2029\uFFF9-\uFFFB\p{Default_Ignorable_Code_Point}]+/gu;

/** All but the ranges in which nearly every text stays, none of which is invisible: a text without any of these is done with. */
const unusual =
  /[^\t\n\r -~\u00A0-\u00AC\u00AE-\u02FF\u2010-\u2027\u202F-\u205E\u2190-\u2BFF\uD83C-\uD83E\uDC00-\uDFFF]/;

/** First and last code point of each kind; what is in none is `other`. */
const kinds: readonly (readonly [number, number, InvisibleKind])[] = [
  [0x00, 0x1f, 'control'],
  [0x7f, 0x9f, 'control'],
  [0xad, 0xad, 'soft-hyphen'],
  [0x61c, 0x61c, 'direction'],
  [0x200b, 0x200b, 'zero-width-space'],
  [0x200c, 0x200c, 'non-joiner'],
  [0x200d, 0x200d, 'joiner'],
  [0x200e, 0x200f, 'direction'],
  [0x2028, 0x2029, 'line-separator'],
  [0x202a, 0x202e, 'direction'],
  [0x2060, 0x2060, 'word-joiner'],
  [0x2066, 0x2069, 'direction'],
  [0xfe00, 0xfe0f, 'variation'],
  [0xfeff, 0xfeff, 'byte-order-mark'],
  [0xe0000, 0xe007f, 'tag'],
  [0xe0100, 0xe01ef, 'variation'],
];

function kindOf(codePoint: number): InvisibleKind {
  return kinds.find(([from, to]) => from <= codePoint && codePoint <= to)?.[2] ?? 'other';
}

/** Scripts in which joiners, or spaces without width, are a part of spelling (Unicode 16, section 23.2). */
const joiningScripts =
  /[\p{scx=Arab}\p{scx=Syrc}\p{scx=Deva}\p{scx=Beng}\p{scx=Guru}\p{scx=Gujr}\p{scx=Orya}\p{scx=Taml}\p{scx=Telu}\p{scx=Knda}\p{scx=Mlym}\p{scx=Sinh}\p{scx=Mong}\p{scx=Nkoo}]/u;
const spacelessScripts = /[\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}\p{scx=Tibt}\p{scx=Java}]/u;
const rightToLeft = /[\p{Script=Arab}\p{Script=Hebr}\p{Script=Syrc}\p{Script=Thaa}\p{Script=Nkoo}]/u;
const emoji = /^[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Regional_Indicator}]$/u;
/** What a variation selector may follow: symbols, digits of keycaps, and characters that have registered variants. */
const variable = /^[\p{Emoji}\p{S}\p{scx=Han}\p{scx=Mong}\p{scx=Mymr}\p{scx=Phag}]$/u;

/** The last and the first character of what stands beside a run. */
interface Neighbours {
  readonly before: string;
  readonly after: string;
}

function neighboursOf(text: string, start: number, end: number): Neighbours {
  const before = [...text.slice(Math.max(0, start - 2), start)].at(-1) ?? '';
  const next = text.codePointAt(end);
  return { before, after: next === undefined ? '' : String.fromCodePoint(next) };
}

type Writable<Type> = { -readonly [Key in keyof Type]: Type[Key] };

/** Whether `character`, at `index` of its run, is there for a reason that readers see. */
function isNeeded(
  character: string,
  kind: InvisibleKind,
  run: readonly string[],
  index: number,
  beside: Neighbours,
): boolean {
  const { before, after } = beside;
  const last = index === run.length - 1;
  switch (kind) {
    case 'joiner':
    case 'non-joiner':
      if (index === 0 && (joiningScripts.test(before) || spacelessScripts.test(before))) return true;
      // 👩‍🚒, and ❤️‍🔥 with its variation selector before the joiner.
      return character === '\u200D' && last && index <= 1 && emoji.test(before) && emoji.test(after);
    case 'variation':
      if (index > 0 || !variable.test(before)) return false;
      return !/^[\d#*]$/.test(before) || (last && after === '\u20E3');
    case 'tag':
      // Flags of regions: 🏴, letters as tags, and the tag that ends them (UTS 51, ED-14a).
      return before === '\u{1F3F4}' && run.at(-1) === '\u{E007F}' && run.length <= 8;
    case 'zero-width-space':
      return spacelessScripts.test(before) || spacelessScripts.test(after);
    case 'other':
      return (
        joiningScripts.test(before) || spacelessScripts.test(before) || /\p{scx=Hang}/u.test(before + after)
      );
    default:
      return false;
  }
}

const removableKinds: ReadonlySet<InvisibleKind> = new Set<InvisibleKind>([
  'zero-width-space',
  'word-joiner',
  'soft-hyphen',
  'byte-order-mark',
]);

/** Signs of addresses, of markup and of code. */
const markup = /[/@#\\`<>|{}[\]()=:&*_~$]/;

/**
 * Whether nothing of Markdown can begin or end where the run stands: inside of a word, or where a word of letters
 * begins or ends. Elsewhere such a character may keep a sign from being markup, or a word from being an address.
 */
function canBeRemoved(run: readonly string[], word: string, { before, after }: Neighbours): boolean {
  return (
    run.every((character) => removableKinds.has(kindOf(character.codePointAt(0) ?? 0))) &&
    ((/^[\p{L}\p{M}]$/u.test(before) && /^[\p{L}\p{N}\s]?$/u.test(after)) ||
      (/^\s?$/.test(before) && /^\p{L}$/u.test(after))) &&
    !markup.test(word)
  );
}

/** What stands around a run up to the next characters that `edge` matches, 80 at the most on either side: enough to judge, and bounded. */
function around(text: string, start: number, end: number, edge: RegExp): string {
  const before = text.slice(Math.max(0, start - 80), start).split(edge);
  return (before.at(-1) ?? '') + (text.slice(end, end + 80).split(edge)[0] ?? '');
}

function judgeRun(text: string, written: string, start: number): InvisibleRun[] {
  const run = [...written];
  const stop = start + written.length;
  const beside = neighboursOf(text, start, stop);
  const removable = canBeRemoved(run, around(text, start, stop, /\s/), beside);
  // Marks of direction do their work beside letters that run from right to left; overrides and isolates are for machines.
  const marksWork = rightToLeft.test(around(text, start, stop, /\n/));
  const found: Writable<InvisibleRun>[] = [];
  let at = start;
  for (const [index, character] of run.entries()) {
    const codePoint = character.codePointAt(0) ?? 0;
    const kind = kindOf(codePoint);
    const end = at + character.length;
    const mark = marksWork && /[\u200E\u200F\u061C]/.test(character);
    const startsFile = at === 0 && codePoint === 0xfeff;
    if (!mark && !startsFile && !isNeeded(character, kind, run, index, beside)) {
      const previous = found.at(-1);
      if (previous?.kind === kind && previous.end === at) {
        previous.end = end;
        previous.count++;
      } else {
        found.push({ start: at, end, kind, codePoint, count: 1, removable });
      }
    }
    at = end;
  }
  return found;
}

/** The invisible characters of `text` that have no business there. */
export function findInvisibleCharacters(text: string): InvisibleRun[] {
  if (!unusual.test(text)) return [];
  return [...text.matchAll(invisible)].flatMap(({ 0: written, index }) => judgeRun(text, written, index));
}
