// What the writers are told of a search that found nothing: a text to copy, or to send where the site names an address.
import type { IsoDate } from '../../src/model/iso-date.ts';
import { formatDate, languageName } from '../locales/format.ts';
import type { SearchWords } from '../locales/search-words.ts';
import type { Found } from './ask-engine.ts';

export interface SearchReport {
  readonly subject: string;
  readonly lines: readonly string[];
}

/** @param limits the filters in force, in the reader's words */
export function reportSearch(
  { wanted, answer, lang }: Pick<Found, 'wanted' | 'answer' | 'lang'>,
  limits: readonly string[],
  builtOn: IsoDate | undefined,
  words: SearchWords,
): SearchReport {
  const { unknown } = answer;
  return {
    subject: words.tell.subject(wanted.query),
    lines: [
      words.tell.query(wanted.query),
      words.tell.language(languageName(lang)),
      ...(limits.length > 0 ? [words.empty.limited(limits.join(', '))] : []),
      ...(unknown.length > 0 ? [words.unknown(unknown.length, unknown.map(words.quote).join(', '))] : []),
      ...(builtOn === undefined ? [] : [words.tell.version(formatDate(builtOn, words.lang))]),
    ],
  };
}

/** Where the writers are written to: a `mailto:` link that holds the report, or their own page; undefined where `contact` is neither. */
export function linkReport(contact: string, { subject, lines }: SearchReport): string | undefined {
  if (/^https?:\/\//.test(contact)) return contact;
  if (!/^[\w.+-]+@[\w-]+(\.[\w-]+)+$/.test(contact)) return undefined;
  // RFC 6068: lines end in CR LF.
  return `mailto:${contact}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(lines.join('\r\n'))}`;
}
