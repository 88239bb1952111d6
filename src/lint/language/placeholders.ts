// Blanks that a writer meant to fill before anyone reads the article.

/** Words that nothing but a draft holds: in capitals, as writers put them, and whole. */
const drafts = /(?<![\p{L}\p{N}_/-])(?:TODO|FIXME|TBD|TBC|XXX|[Ll]orem [Ii]psum)(?![\p{L}\p{N}_/-])/gu;

const phrases = [
  'à (?:compléter|définir|préciser|confirmer|renseigner|rédiger)',
  'A (?:COMPLETER|DEFINIR|PRECISER|CONFIRMER)',
  'to be (?:completed|defined|confirmed|determined|written|decided|added)',
].join('|');

/**
 * A phrase that stands alone: in brackets, after a colon or a dash, or as a whole paragraph or cell. « Le formulaire à compléter »
 * and "the form to be completed by the customer" are sound sentences.
 */
const alone = new RegExp(
  `[([]\\s*(?:${phrases})\\s*[.…]*\\s*[)\\]]|(?:(?<=^\\s*)|(?<=[:–—]\\s))(?:${phrases})(?=[\\s.…!*]*$)`,
  'giu',
);

/** Empty brackets, and question marks where a word is missing: before the rest of the sentence, or alone. */
const blanks = /\[(?:\.{2,}|…|\?+|[xX]{2,})\]|(?<![?!])\?{3,}(?=\s\p{Ll}|\s?[€%])|(?<=^\s*)\?{2,}(?=\s*$)/gu;

/** A cut in a quotation is no blank: « Le vendeur […] répond ». */
const openQuote = /[«“"][^»”"]*$/;

/** A cheap test that rules most documents out, on the text of a file or of a part of it. */
const possible =
  /TODO|FIXME|TB[CD]|XXX|[Ll]orem|[àÀA] (?:compl|d[ée]fin|pr[ée]cis|confirm|renseig|r[ée]dig|COMPL|DEFI|PRECI|CONFI)|[Tt]o be (?:compl|defin|confi|deter|writt|decid|added)|\[[.…?xX]|\?\?/;

/** Whether `text` may hold a blank. */
export function mayHoldPlaceholders(text: string): boolean {
  return possible.test(text);
}

export interface Placeholder {
  readonly start: number;
  readonly text: string;
}

/** The blanks of `text`, in its order. */
export function findPlaceholders(text: string): Placeholder[] {
  if (!possible.test(text)) return [];
  const found: Placeholder[] = [];
  for (const { 0: word, index: start } of text.matchAll(drafts)) found.push({ start, text: word });
  for (const { 0: phrase, index: start } of text.matchAll(alone)) found.push({ start, text: phrase });
  for (const { 0: blank, index: start } of text.matchAll(blanks)) {
    const isCut =
      /^\[(?:\.+|…)\]$/.test(blank) && openQuote.test(text.slice(Math.max(0, start - 500), start));
    if (!isCut) found.push({ start, text: blank });
  }
  return found.sort((a, b) => a.start - b.start);
}
