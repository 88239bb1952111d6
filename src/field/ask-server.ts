// Asks the field's server for what readers sent: page after page, within limits, believing nothing of what comes back.
import { Problem } from '../model/problem.ts';
import { checkEnvelope, type EnvelopeFault, type ParsedItems } from './parse-field-items.ts';
import { nameFailure, parseSafeAddress } from './remote-address.ts';

export type PulledKind = 'feedback' | 'receipts' | 'usage' | 'presence';

export interface ServerAccess {
  /** Address of the server's root. */
  readonly server: URL;
  readonly token: string;
  readonly signal: AbortSignal;
  /** How long one answer may take, in milliseconds. */
  readonly timeout?: number | undefined;
}

export interface PulledPage {
  readonly parsed: ParsedItems;
  /** Where the next question goes on. */
  readonly next: string;
}

/** Largest answer that is read, in bytes (8 MiB). */
const answerLimit = 8 * 1_048_576;

/** Most pages of one pull, so that a server that never ends does not keep us for ever. */
const mostPages = 1_000;

const longestCursor = 200;

/** The server that `text` names. Raises a `Problem` where a token would travel in clear: over http to another machine. */
export function parseServer(text: string): URL {
  const url = parseSafeAddress(text);
  if (url?.username === '') return url;
  throw new Problem({
    fr: 'Adresse de serveur inattendue, attendu : https://…, ou http:// sur cette machine',
    en: 'Unexpected server address, expected https://…, or http:// on this machine',
  });
}

function problem(fr: string, en: string, { server }: ServerAccess, cause?: unknown): Problem {
  return new Problem({ fr, en }, server.host, cause);
}

async function readAnswer(response: Response, access: ServerAccess): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of (response.body ?? []) as AsyncIterable<Uint8Array>) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > answerLimit)
      throw problem(
        'Réponse de plus de 8 Mio, attendu : moins',
        'Unexpected answer of more than 8 MiB',
        access,
      );
  }
  return Buffer.concat(chunks).toString('utf8');
}

async function ask(url: URL, access: ServerAccess): Promise<string> {
  const { token, signal, timeout = 30_000 } = access;
  try {
    const response = await fetch(url, {
      headers: { authorization: `Bearer ${token}`, accept: 'application/json' },
      // Another address must not get the token.
      redirect: 'error',
      signal: AbortSignal.any([signal, AbortSignal.timeout(timeout)]),
    });
    if (response.status === 401 || response.status === 403) {
      const { status } = response;
      await response.body?.cancel();
      throw problem(
        `Jeton refusé (${status}), attendu : KB_TOKEN valable`,
        `Token refused (${status}), expected a valid KB_TOKEN`,
        access,
      );
    }
    if (!response.ok) {
      const { status } = response;
      await response.body?.cancel();
      throw problem(
        `Réponse inattendue ${status}, attendu : 200`,
        `Unexpected answer ${status}, expected 200`,
        access,
      );
    }
    return await readAnswer(response, access);
  } catch (cause) {
    if (cause instanceof Problem || signal.aborted) throw cause;
    const reason = nameFailure(cause);
    throw problem(`Pas de réponse (${reason})`, `No answer (${reason})`, access, cause);
  }
}

/** The answer's envelope: each item without the instant at which the server received it. */
function checkPage(data: unknown): PulledPage | EnvelopeFault {
  if (typeof data !== 'object' || data === null) return { fault: 'envelope' };
  const { next, items } = data as Readonly<Record<string, unknown>>;
  if (typeof next !== 'string' || next.length > longestCursor) return { fault: 'envelope' };
  const stripped = Array.isArray(items) ? items.map(withoutReceived) : items;
  const parsed = checkEnvelope({ ...data, items: stripped });
  return 'fault' in parsed ? parsed : { parsed, next };
}

function withoutReceived(item: unknown): unknown {
  if (typeof item !== 'object' || item === null || Array.isArray(item)) return item;
  const { received: _, ...rest } = item as Readonly<Record<string, unknown>>;
  return rest;
}

/**
 * What the server has of `kind` after `cursor` (the beginning, where it is undefined), page by page. Raises a `Problem`
 * on any answer but the agreed one.
 */
export async function* askServer(
  kind: PulledKind,
  cursor: string | undefined,
  access: ServerAccess,
): AsyncGenerator<PulledPage> {
  let after = cursor;
  for (let count = 0; count < mostPages; count++) {
    const url = new URL(`api/${kind}`, access.server.href.replace(/\/*$/, '/'));
    if (after !== undefined) url.searchParams.set('after', after);
    const text = await ask(url, access);
    let data: unknown;
    try {
      data = JSON.parse(text);
    } catch {
      throw problem('Réponse illisible, attendu : du JSON', 'Unreadable answer, expected JSON', access);
    }
    const page = checkPage(data);
    if ('fault' in page) {
      throw page.fault === 'version'
        ? problem(
            'Version inattendue du serveur ; mettez à jour kb ou le serveur',
            'Unexpected version of the server; update kb or the server',
            access,
          )
        : problem(
            'Réponse inattendue, attendu : version, base, items, next',
            'Unexpected answer, expected version, base, items, next',
            access,
          );
    }
    const isEmpty = page.parsed.items.length + page.parsed.refused.length === 0;
    if (!isEmpty) yield page;
    if (isEmpty || page.next === after) return;
    after = page.next;
  }
}
