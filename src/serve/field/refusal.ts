// A request that is not answered as it asks: one word for the log and the asker, and the status that goes with it.

/** Reason → HTTP status. Nothing of a request that is refused is stored. */
export const refusalStatus = {
  host: 403,
  origin: 403,
  proxy: 403,
  token: 401,
  rate: 429,
  'too-large': 413,
  'media-type': 415,
  json: 400,
  envelope: 400,
  version: 400,
  'too-many': 413,
  address: 400,
  'not-found': 404,
  signature: 401,
  stale: 401,
  replayed: 401,
  locked: 503,
  full: 503,
  corrupt: 503,
  unwritable: 503,
  failed: 500,
} as const;

export type RefusalReason = keyof typeof refusalStatus;

export class Refusal extends Error {
  readonly reason: RefusalReason;
  readonly statusCode: number;

  constructor(reason: RefusalReason, cause?: unknown) {
    super(reason, cause === undefined ? undefined : { cause });
    this.name = 'Refusal';
    this.reason = reason;
    this.statusCode = refusalStatus[reason];
  }
}

/** What the framework refuses by itself, by its status. */
const byStatus: Readonly<Record<number, RefusalReason>> = {
  400: 'envelope',
  413: 'too-large',
  415: 'media-type',
  429: 'rate',
};

/** Why a request failed that ended with `error`. */
export function refusalOf(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  const status = error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : 500;
  return new Refusal(byStatus[status] ?? 'failed', error);
}
