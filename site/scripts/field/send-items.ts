// Sends what waits to the site's endpoint, in pieces that it takes; only what it acknowledges by key leaves the outbox.
import { type FieldItem, fieldBodyLimit } from '../../../src/model/field-item.ts';
import { makeEnvelope } from './hand-over.ts';

/** Most items of one request. */
const mostOfPiece = 100;

/** Milliseconds after which an answer is not waited for any longer. */
const patience = 30_000;

const areas = { feedback: 'feedback', receipt: 'receipts', usage: 'usage', presence: 'presence' } as const;

export interface Piece {
  readonly area: (typeof areas)[FieldItem['kind']];
  readonly items: readonly FieldItem[];
}

const sizeOf = (base: string, items: readonly FieldItem[]) =>
  new TextEncoder().encode(JSON.stringify(makeEnvelope(base, items))).length;

/** `items` in pieces of one kind, each no larger than a request may be; an item that alone is larger has a piece of its own. */
export function planPieces(base: string, items: readonly FieldItem[]): readonly Piece[] {
  const pieces: Piece[] = [];
  for (const [kind, area] of Object.entries(areas)) {
    let piece: FieldItem[] = [];
    for (const item of items.filter((one) => one.kind === kind)) {
      const next = [...piece, item];
      if (piece.length > 0 && (next.length > mostOfPiece || sizeOf(base, next) > fieldBodyLimit)) {
        pieces.push({ area, items: piece });
        piece = [item];
      } else piece = next;
    }
    if (piece.length > 0) pieces.push({ area, items: piece });
  }
  return pieces;
}

/** Minutes to wait after so many failures in a row: 1, 2, 4 … 60. */
export function minutesToWait(failures: number): number {
  return Math.min(60, 2 ** Math.max(0, failures - 1));
}

export interface SendOutcome {
  /** Keys that the server has now. */
  readonly accepted: readonly string[];
  /** What it will never take. */
  readonly refused: readonly { readonly key: string; readonly why: string }[];
  /** Whether something is to be tried again. */
  readonly failed: boolean;
}

export type Post = (url: string, body: string) => Promise<{ readonly status: number; readonly text: string }>;

/** Sends every piece, one after the other; the first that gets no proper answer ends it, and the rest waits. */
export async function sendItems(
  endpoint: string,
  base: string,
  items: readonly FieldItem[],
  post: Post,
): Promise<SendOutcome> {
  const accepted: string[] = [];
  const refused: { key: string; why: string }[] = [];
  const pieces = [...planPieces(base, items)];
  for (let piece = pieces.shift(); piece; piece = pieces.shift()) {
    const { area, items: sent } = piece;
    const url = `${endpoint.replace(/\/*$/, '')}/api/${area}`;
    const answer = await post(url, JSON.stringify(makeEnvelope(base, sent))).catch(() => undefined);
    if (answer?.status === 413 && sent.length > 1) {
      const half = Math.ceil(sent.length / 2);
      pieces.unshift({ area, items: sent.slice(0, half) }, { area, items: sent.slice(half) });
      continue;
    }
    const [only] = sent;
    if (answer?.status === 413 && only) {
      refused.push({ key: only.key, why: '413' });
      continue;
    }
    const read = answer && readAnswer(answer.status, answer.text, sent);
    if (!read) return { accepted, refused, failed: true };
    accepted.push(...read.accepted);
    refused.push(...read.refused);
    // A server that answers and says nothing of some items would be asked for ever.
    if (read.accepted.length + read.refused.length < sent.length) return { accepted, refused, failed: true };
  }
  return { accepted, refused, failed: false };
}

/** What the answer says of the items `sent`; undefined where it is not the documented answer. */
function readAnswer(
  status: number,
  text: string,
  sent: readonly FieldItem[],
): Omit<SendOutcome, 'failed'> | undefined {
  if (status < 200 || status >= 500 || (status >= 300 && status < 400)) return undefined;
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof data !== 'object' || data === null) return undefined;
  const { accepted, refused } = data as Readonly<Record<string, unknown>>;
  const known = new Set(sent.map(({ key }) => key));
  const taken = status < 300 && Array.isArray(accepted) ? accepted.filter((key) => known.has(key)) : [];
  const left = Array.isArray(refused)
    ? refused.flatMap((one: unknown) => {
        const { index, key, why } = (one ?? {}) as Readonly<Record<string, unknown>>;
        const named = typeof key === 'string' ? key : sent[Number(index)]?.key;
        return named !== undefined && known.has(named) && !taken.includes(named)
          ? [{ key: named, why: String(why ?? status).slice(0, 200) }]
          : [];
      })
    : [];
  return Array.isArray(accepted) || left.length > 0
    ? { accepted: taken as string[], refused: left }
    : undefined;
}

/** Asks the network. An answer from elsewhere than the endpoint is none. */
export const postJson: Post = async (url, body) => {
  const stop = new AbortController();
  const timer = window.setTimeout(() => stop.abort(), patience);
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
      redirect: 'error',
      signal: stop.signal,
    });
    return { status: response.status, text: (await response.text()).slice(0, 1_000_000) };
  } finally {
    window.clearTimeout(timer);
  }
};
