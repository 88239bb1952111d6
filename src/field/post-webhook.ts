// Posts one message to a webhook, and says whether it can have arrived.
import { Problem } from '../model/problem.ts';
import { nameFailure, parseSafeAddress } from './remote-address.ts';

/** `unsure`: the message may have arrived, so that sending it again could show it twice. */
export type PostResult =
  | { readonly state: 'sent' }
  | { readonly state: 'refused' | 'unsure'; readonly why: string };

/** Failures before anything was sent. */
const neverConnected = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'];

/** The webhook that `text` names. Raises a `Problem`, which does not repeat the address, where it is neither https nor on this machine. */
export function parseWebhook(text: string): URL {
  const url = parseSafeAddress(text);
  if (url) return url;
  throw new Problem({
    fr: 'Adresse de webhook inattendue, attendu : https://…',
    en: 'Unexpected webhook address, expected https://…',
  });
}

/** Posts `message` to `url`; an answer takes `timeout` milliseconds at most. */
export async function postWebhook(
  url: URL,
  message: object,
  signal: AbortSignal,
  timeout = 10_000,
): Promise<PostResult> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json; charset=utf-8' },
      body: JSON.stringify(message),
      redirect: 'manual',
      signal: AbortSignal.any([signal, AbortSignal.timeout(timeout)]),
    });
    await response.body?.cancel();
    if (response.ok) return { state: 'sent' };
    const { status } = response;
    // Who answers 500, 502 or 504 may have taken the message; who answers 3xx, 4xx or 503 has not.
    const refused = status < 500 || status === 503;
    return { state: refused ? 'refused' : 'unsure', why: String(status) };
  } catch (error) {
    const why = nameFailure(error);
    return { state: neverConnected.includes(why) ? 'refused' : 'unsure', why };
  }
}
