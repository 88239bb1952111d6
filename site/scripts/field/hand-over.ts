// What leaves the outbox by the reader's own hand: a file, a text, a mail, an issue. Pure.
import {
  type FeedbackItem,
  type FieldEnvelope,
  type FieldItem,
  fieldVersion,
} from '../../../src/model/field-item.ts';
import type { IsoDate } from '../../../src/model/iso-date.ts';
import { verdictWords } from '../../../src/model/verdict-words.ts';
import type { FieldWords } from '../../locales/field-words.ts';

/** Characters of an address after which mail programs, and then forges, cut or refuse it. */
const longestMail = 1_900;
const longestIssue = 6_000;

export function makeEnvelope(base: string, items: readonly FieldItem[]): FieldEnvelope {
  return { version: fieldVersion, base, items };
}

/** The envelope as a file holds it. */
export function envelopeText(base: string, items: readonly FieldItem[]): string {
  return `${JSON.stringify(makeEnvelope(base, items), null, 1)}\n`;
}

/** One item in words, a line for each thing that it says. */
export function describeItem(item: FieldItem, words: FieldWords): readonly string[] {
  if (item.kind === 'usage' || item.kind === 'presence') return [`${words.outbox.usage} · ${item.on}`];
  const { about } = item;
  const where = about && `${about.lang}/${about.id} (${about.version})`;
  if (item.kind === 'receipt')
    return [`${words.outbox.receipt} · ${where} · ${item.reader ?? ''} · ${item.on}`];
  const { verdict, step, query, quote, comment, on } = item;
  return [
    [verdictWords[verdict][words.lang], where, step, on].filter((part) => part !== undefined).join(' · '),
    ...(query === undefined ? [] : [words.feedback.search(query)]),
    ...(quote === undefined ? [] : [words.quote(quote)]),
    ...(comment === undefined ? [] : [comment]),
  ];
}

/** An address that holds `lines`, as many of them as `most` characters allow. */
function withLines(build: (body: string) => string, lines: readonly string[], most: number): string {
  let shown = lines;
  while (shown.length > 1 && build([...shown, '…'].join('\r\n')).length > most) shown = shown.slice(0, -1);
  let text = shown.join('\r\n');
  while (build(text).length > most) text = [...text].slice(0, Math.floor([...text].length * 0.8)).join('');
  return build(shown.length < lines.length || text !== shown.join('\r\n') ? `${text}\r\n…` : text);
}

/** A `mailto:` link (RFC 6068) with the remarks in words; a long list is cut, so the mail asks for the file as well. */
export function mailLink(
  address: string,
  base: string,
  items: readonly FieldItem[],
  words: FieldWords,
): string {
  const lines = [words.outbox.mailFile, '', ...items.flatMap((item) => [...describeItem(item, words), ''])];
  const subject = encodeURIComponent(words.outbox.mailSubject(base));
  return withLines(
    (body) => `mailto:${address}?subject=${subject}&body=${encodeURIComponent(body)}`,
    lines,
    longestMail,
  );
}

/** The address at which GitHub or GitLab has the issue of one remark filled in. */
export function issueLink(page: string, item: FeedbackItem, words: FieldWords): string {
  const isGitLab = /\/-\/issues\/new\/?$/.test(page);
  const [title, body] = isGitLab ? ['issue[title]', 'issue[description]'] : ['title', 'body'];
  const [head = '', ...rest] = describeItem(item, words);
  const build = (text: string) =>
    `${page}?${new URLSearchParams({ [title]: head.slice(0, 200), [body]: text })}`;
  return withLines(build, [...rest, `kb: ${item.key}`], longestIssue);
}

export function fileName(on: IsoDate, words: FieldWords): string {
  return `${words.lang === 'fr' ? 'remarques' : 'remarks'}-${on}.json`;
}
