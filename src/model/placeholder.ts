// Places in a text that a value fills: `{{delai-remboursement}}`, or `{{customer.first_name|Madame, Monsieur}}` with what stands there when no value is known.

export interface Placeholder {
  /** Of a variable of the base, or with dots of the customer's case. */
  readonly name: string;
  /** What is written without a value; undefined where none is given. */
  readonly fallback: string | undefined;
  /** Where it begins and ends (exclusive) in the text, in UTF-16 code units. */
  readonly start: number;
  readonly end: number;
}

/** Longest fallback, in UTF-16 code units. */
const longestFallback = 200;

const pattern = new RegExp(
  String.raw`\{\{[ \t]*([a-z][a-z0-9]*(?:[-_.][a-z0-9]+)*)[ \t]*(?:\|([^{}\r\n]{0,${longestFallback}}))?\}\}`,
  'g',
);

/** The placeholders in `text`, in its order; anything else between braces is text. */
export function findPlaceholders(text: string): Placeholder[] {
  if (!text.includes('{{')) return [];
  return [...text.matchAll(pattern)].map(({ 0: whole, 1: name = '', 2: fallback, index }) => ({
    name,
    fallback: fallback?.trim(),
    start: index,
    end: index + whole.length,
  }));
}

/** `text` with each placeholder replaced by what `fillWith` says, or left as it is where that is undefined. */
export function fillPlaceholders(
  text: string,
  fillWith: (placeholder: Placeholder) => string | undefined,
): string {
  let filled = '';
  let at = 0;
  for (const placeholder of findPlaceholders(text)) {
    filled += text.slice(at, placeholder.start);
    filled += fillWith(placeholder) ?? text.slice(placeholder.start, placeholder.end);
    at = placeholder.end;
  }
  return filled + text.slice(at);
}
