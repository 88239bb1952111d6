// `receipts/<yyyy-mm>.txt`: who acknowledged which version of an article on which day, and a quiz's score.
import type { ArticleReference, ReceiptItem } from '../model/field-item.ts';
import { type IsoDate, parseIsoDate } from '../model/iso-date.ts';
import type { LedgerKind } from './ledger.ts';

export interface Receipt {
  readonly on: IsoDate;
  readonly about: ArticleReference;
  /** A key of `roster.yaml`, or what the reader typed in its place; undefined where the device was told no name. */
  readonly reader: string | undefined;
  readonly score?: { readonly right: number; readonly of: number } | undefined;
}

/** Stands where a receipt has no name, or no score. */
const nothing = '-';

const linePattern =
  /^(\d{4}-\d{2}-\d{2}) ([a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)\/([a-z0-9]+(?:-[a-z0-9]+)*)@([0-9a-f]{12}) (?:(\d{1,4})\/(\d{1,4})|-) (\S.*)$/;

function parseReceipt(line: string): Receipt | undefined {
  const match = linePattern.exec(line.trimEnd());
  const on = match?.[1] === undefined ? undefined : parseIsoDate(match[1]);
  if (!match || on === undefined) return undefined;
  const [, , lang = '', id = '', version = '', right, of, reader] = match;
  const score =
    right === undefined || of === undefined ? undefined : { right: Number(right), of: Number(of) };
  return { on, about: { id, lang, version }, reader: reader === nothing ? undefined : reader, score };
}

function renderReceipt({ on, about, reader, score }: Receipt): string {
  const result = score ? `${score.right}/${score.of}` : nothing;
  return `${on} ${about.lang}/${about.id}@${about.version} ${result} ${reader ?? nothing}`;
}

/** The ledger of receipts: nothing twice for one reader, article, version, day and score. */
export const receiptLedger: LedgerKind<Receipt> = {
  folder: 'receipts',
  parse: parseReceipt,
  render: renderReceipt,
  identify: renderReceipt,
  expected: {
    fr: 'jour langue/article@version score lecteur, comme « 2026-11-16 fr/colis-perdu@0123456789ab - lea-martin »',
    en: 'day language/article@version score reader, such as `2026-11-16 fr/lost-parcel@0123456789ab - lea-martin`',
  },
};

/** A name on one line: what separates words becomes a space, what nobody sees goes. */
function plainName(name: string | undefined): string | undefined {
  const plain = name
    ?.replace(/[\s\p{Z}]+/gu, ' ')
    .replace(/\p{C}/gu, '')
    .trim();
  return plain === '' || plain === nothing ? undefined : plain;
}

/** The receipt that `item` is, in the name of `named` where it has none of its own. */
export function toReceipt({ on, about, reader, score }: ReceiptItem, named?: string): Receipt {
  return { on, about, reader: plainName(reader) ?? plainName(named), score };
}
