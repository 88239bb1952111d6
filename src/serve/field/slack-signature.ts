// Whether a request was signed by Slack, lately, and is here for the first time (https://docs.slack.dev/authentication/verifying-requests-from-slack).
import { createHmac, timingSafeEqual } from 'node:crypto';

export interface SignedRequest {
  /** `X-Slack-Request-Timestamp`: seconds since 1970. */
  readonly timestamp: string | undefined;
  /** `X-Slack-Signature`. */
  readonly signature: string | undefined;
  /** The body as it came, byte by byte: written anew it is another one. */
  readonly body: Uint8Array;
}

export type SlackVerdict = 'signed' | 'signature' | 'stale' | 'replayed';

/** How far Slack's clock may be from ours, in seconds. */
const clockWindow = 300;

/** Slack's signature, version 0, of `body` at `timestamp`. */
export function signSlackBody(secret: string, timestamp: string, body: Uint8Array): string {
  return `v0=${createHmac('sha256', secret).update(`v0:${timestamp}:`).update(body).digest('hex')}`;
}

function isSame(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}

/** A check that remembers the signatures of its window; only true ones, so that nobody can fill its memory. */
export function createSlackGuard(secret: string): (request: SignedRequest, now: Date) => SlackVerdict {
  const seen = new Map<string, number>();
  return ({ timestamp = '', signature = '', body }, now) => {
    const seconds = now.getTime() / 1000;
    if (!/^\d{1,12}$/.test(timestamp)) return 'signature';
    if (!isSame(signature, signSlackBody(secret, timestamp, body))) return 'signature';
    if (Math.abs(seconds - Number(timestamp)) > clockWindow) return 'stale';
    for (const [known, signedAt] of seen) if (seconds - signedAt > clockWindow) seen.delete(known);
    if (seen.has(signature)) return 'replayed';
    seen.set(signature, Number(timestamp));
    return 'signed';
  };
}
