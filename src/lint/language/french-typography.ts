// What French typography asks of spaces and quotation marks, on bare text. After the « Lexique des règles typographiques en usage à l’Imprimerie nationale ».

/** U+00A0, before the colon and inside guillemets. */
export const wideSpace = '\u00A0';
/** U+202F, before the semicolon, the exclamation mark and the question mark. */
const narrowSpace = '\u202F';

/** A mark that misses its no-break space. */
export interface SpaceIssue {
  readonly mark: string;
  /** Index of the mark. */
  readonly at: number;
  /** The plain spaces beside the mark; `end` equals `start` where there is none, at the side where one belongs. */
  readonly start: number;
  readonly end: number;
  /** The space that belongs there. */
  readonly space: string;
}

/** What a mark stands before when it ends something: not `12:30`, `a:b`, `?page=1`. */
const after = /[\s)\]»”"’'…,.;!?|—–\uFFFC]/;
/** What a mark comes right after when its space is missing. */
const before = /[\p{L}\p{M}\p{N})\]»”"’'%€°…*\uFFFC]/u;
/** Eyes, perhaps a nose, and a mouth. */
const emoticon = /^[:;]['’]?-?[)(|\\/*]/;
/** An HTML entity that the parser left as it was. */
const entityEnd = /&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|\w{2,31})$/;

/** The marks with a space, by their code: looking each character up is quicker than searching with an expression. */
const spacedMarks = Uint8Array.from({ length: 0xbc }, (_, code) =>
  ':;!?«»'.includes(String.fromCharCode(code)) ? 1 : 0,
);

const isNoBreak = (character: string | undefined): boolean =>
  character === wideSpace || character === narrowSpace;

const isPlain = (character: string | undefined): boolean => character === ' ' || character === '\t';

function insideGuillemet(text: string, at: number): SpaceIssue | undefined {
  if (isNoBreak(text[at + 1])) return undefined;
  let end = at + 1;
  while (isPlain(text[end])) end++;
  const next = text[end];
  // At a line's end there is nothing to join it to; after a letter it closes a quotation in another tradition.
  if (next === undefined || /[»\r\n\u2029]/.test(next) || /[\p{L}\p{N}]/u.test(text[at - 1] ?? ''))
    return undefined;
  if (end === at + 1 && /\s/.test(next)) return undefined;
  return { mark: '«', at, start: at + 1, end, space: wideSpace };
}

function beforeMark(text: string, mark: string, at: number): SpaceIssue | undefined {
  if (isNoBreak(text[at - 1])) return undefined;
  let start = at;
  while (isPlain(text[start - 1])) start--;
  const previous = text[start - 1];
  if (previous === undefined || previous === '«' || /[\r\n\u2029]/.test(previous)) return undefined;
  const space = mark === ':' || mark === '»' ? wideSpace : narrowSpace;
  const issue = { mark, at, start, end: at, space };
  if (mark === '»') return start < at || !/\s/.test(previous) ? issue : undefined;
  const next = text[at + 1];
  if (next !== undefined && !after.test(next)) return undefined;
  if (start < at) return emoticon.test(text.slice(at, at + 4)) ? undefined : issue;
  if (!before.test(previous) || previous === mark) return undefined;
  return mark === ';' && entityEnd.test(text.slice(Math.max(0, at - 40), at)) ? undefined : issue;
}

/**
 * Where `text` has a plain space, or none, where French wants a no-break space: before : ; ! ? and », after «. Either kind
 * of no-break space will do. Times, ratios, addresses, `::`, emoticons, the second mark of `?!` and a » that closes nothing
 * (« Menu » Compte ») are left alone.
 */
export function findSpaceIssues(text: string): SpaceIssue[] {
  const issues: SpaceIssue[] = [];
  let open = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code > 0xbb || spacedMarks[code] === 0) continue;
    const mark = text[at] as string;
    const issue = mark === '«' ? insideGuillemet(text, at) : beforeMark(text, mark, at);
    if (issue && (mark !== '»' || open > 0)) issues.push(issue);
    if (mark === '«') open++;
    else if (mark === '»' && open > 0) open--;
  }
  return issues;
}

/** What stands before a straight quotation mark that opens. */
const opensAfter = /[\s([«“’'—–\-/:,\uFFFC]/;

/**
 * The pairs of straight double quotation marks of `text`, as indexes of the two marks. Inches (15") and marks without a partner
 * make no pair; where their number is odd nothing is certain, and there are no pairs at all.
 */
export function findQuotePairs(text: string): { readonly start: number; readonly end: number }[] {
  const pairs: { start: number; end: number }[] = [];
  let open: number | undefined;
  for (const { index } of text.matchAll(/"/g)) {
    const [previous, next] = [text[index - 1] ?? ' ', text[index + 1] ?? ' '];
    if (open !== undefined && !/\s/.test(previous) && !/[\p{L}\p{N}]/u.test(next)) {
      if (index > open + 1) pairs.push({ start: open, end: index });
      open = undefined;
    } else if (open === undefined && opensAfter.test(previous) && !/\s/.test(next)) open = index;
    else if (!/\d/.test(previous)) return [];
  }
  return open === undefined ? pairs : [];
}
