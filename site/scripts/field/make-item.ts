// A reader's words → an item: cut to what receivers take, with a key that is made once.
import {
  type ArticleReference,
  type FeedbackItem,
  fieldLimits as limits,
  type ReceiptItem,
  type Verdict,
} from '../../../src/model/field-item.ts';
import type { IsoDate } from '../../../src/model/iso-date.ts';

/** A random UUID (RFC 9562, version 4); pages on plain `http://` have no `randomUUID`. */
export function makeKey(
  source: Pick<Crypto, 'getRandomValues'> & Partial<Pick<Crypto, 'randomUUID'>>,
): string {
  if (source.randomUUID) return source.randomUUID();
  const bytes = source.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

export interface Remark {
  readonly verdict: Verdict;
  readonly about?: ArticleReference | undefined;
  readonly step?: string | undefined;
  readonly query?: string | undefined;
  readonly lang: string;
  readonly comment?: string | undefined;
  readonly quote?: string | undefined;
}

/** `text` without the space around it, at most `most` units long and never half a character; undefined where nothing is left. */
export function cutText(text: string | undefined, most: number): string | undefined {
  const trimmed = text?.trim() ?? '';
  const cut = trimmed
    .slice(0, most)
    .replace(/[\uD800-\uDBFF]$/, '')
    .trim();
  return cut === '' ? undefined : cut;
}

export function makeFeedback(remark: Remark, key: string, on: IsoDate): FeedbackItem {
  return {
    key,
    on,
    kind: 'feedback',
    verdict: remark.verdict,
    about: remark.about,
    step: cutText(remark.step, limits.step),
    query: cutText(remark.query, limits.query),
    lang: remark.lang,
    comment: cutText(remark.comment, limits.comment),
    quote: cutText(remark.quote, limits.quote),
  };
}

/** FNV-1a, 32 bits: tells apart names that look alike once they are plain. */
function hash(text: string): string {
  let value = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) value = Math.imul(value ^ byte, 0x01000193) >>> 0;
  return value.toString(16).padStart(8, '0');
}

/** `name` as a part of a key: as it is where it is plain, else what is plain of it and a mark of the whole. */
function plainName(name: string): string {
  if (/^[\w.-]+$/.test(name) && name.length <= 30) return name;
  const plain = name
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-');
  return `${plain.slice(0, 20)}.${hash(name)}`;
}

/** The key of a receipt follows from what it says: whoever confirms twice says one thing. */
function receiptKey({ lang, id, version }: ArticleReference, reader: string): string {
  const key = `r:${lang}/${id}:${version}:${plainName(reader)}`;
  return key.length <= limits.key ? key : `r:${hash(`${lang}/${id}`)}:${version}:${plainName(reader)}`;
}

export function makeReceipt(about: ArticleReference, reader: string, on: IsoDate): ReceiptItem {
  return { key: receiptKey(about, reader), on, kind: 'receipt', reader, about };
}

/** Of a finished quiz: another day or another score is another receipt. */
export function makeQuizReceipt(
  about: ArticleReference,
  score: NonNullable<ReceiptItem['score']>,
  reader: string,
  on: IsoDate,
): ReceiptItem {
  const receipt = makeReceipt(about, reader, on);
  const key = `${receipt.key}:${hash(`${on} ${score.right}/${score.of}`)}`;
  return { ...receipt, key: key.length <= limits.key ? key : `r:${hash(key)}:${about.version}`, score };
}
