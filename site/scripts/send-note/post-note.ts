// Sends one case note to the tool that the configuration names, and nowhere else.
import type { SendFailure } from '../../locales/send-words.ts';
import type { NoteReceiver } from '../../note-message.ts';

export type Sending =
  | { readonly ok: true }
  | { readonly ok: false; readonly why: SendFailure; readonly status: number };

/** One `POST` of `message`; never rejects. Of the answer nothing but its status is read. */
export async function postNote({ url, timeout }: NoteReceiver, message: string): Promise<Sending> {
  if (!navigator.onLine) return failure('offline');
  const signal = AbortSignal.timeout(timeout);
  try {
    const response = await fetch(url, {
      method: 'POST',
      body: message,
      signal,
      cache: 'no-store',
      credentials: 'omit',
      // A redirect is seen and not followed: the note is for the address that the configuration names.
      redirect: 'manual',
      referrerPolicy: 'no-referrer',
      headers: { 'Content-Type': 'application/json' },
    });
    void response.body?.cancel().catch(() => undefined);
    if (response.type === 'opaqueredirect') return failure('redirected');
    if (response.ok) return { ok: true };
    return failure(response.status < 500 ? 'refused' : 'broken', response.status);
  } catch {
    return failure(signal.aborted ? 'slow' : 'unreachable');
  }
}

function failure(why: SendFailure, status = 0): Sending {
  return { ok: false, why, status };
}
