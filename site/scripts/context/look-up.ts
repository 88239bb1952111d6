// Asks the company's own service for what it knows of one reference. The reference goes there and nowhere else, and nothing of the answer is kept but the values.
import { readSourcedValues, sourceAddress } from '../../../src/model/context-source.ts';
import type { ContextData } from '../../context-data.ts';
import type { LookupFailure } from '../../locales/context-words.ts';
import { variableOf } from './context-page.ts';

/** Bytes of the longest answer that is read. */
const longestAnswer = 65_536;

export type Lookup =
  | { readonly ok: true; readonly values: ReadonlyMap<string, string>; readonly unfit: boolean }
  | { readonly ok: false; readonly why: LookupFailure };

type Source = NonNullable<ContextData['source']>;

/** The values that `source` has for `reference`; never rejects. */
export async function lookUp(
  source: Source,
  fields: ContextData['fields'],
  reference: string,
): Promise<Lookup> {
  const signal = AbortSignal.timeout(source.timeout);
  try {
    const response = await fetch(sourceAddress({ ...source, ask: {} }, reference), {
      signal,
      cache: 'no-store',
      credentials: 'omit',
      // An answer from elsewhere is nobody's that the configuration names.
      redirect: 'error',
      referrerPolicy: 'no-referrer',
      headers: { Accept: 'application/json' },
    });
    if (!response.ok) return { ok: false, why: failureOf(response.status) };
    if (!isJson(response.headers.get('Content-Type'))) return { ok: false, why: 'unreadable' };
    const text = await readCapped(response);
    if (text === undefined) return { ok: false, why: 'large' };
    const { values, unfit } = readSourcedValues(
      { ...source, ask: {} },
      fields.map(variableOf),
      JSON.parse(text),
    );
    return { ok: true, values, unfit: unfit.length > 0 };
  } catch (error) {
    if (signal.aborted) return { ok: false, why: 'slow' };
    return { ok: false, why: error instanceof SyntaxError ? 'unreadable' : 'unreachable' };
  }
}

function failureOf(status: number): LookupFailure {
  if (status === 404 || status === 410) return 'unknown';
  return status < 500 ? 'refused' : 'unreachable';
}

/** Whether a media type is JSON's (RFC 8259, or RFC 6839 for the suffix). */
function isJson(type: string | null): boolean {
  return /^application\/([\w.-]+\+)?json\s*(;|$)/i.test(type ?? '');
}

/** The text of `response`; undefined where it is too long, which is found out before it is all here. */
async function readCapped(response: Response): Promise<string | undefined> {
  const reader = response.body?.getReader();
  if (!reader) return '';
  const decoder = new TextDecoder();
  let text = '';
  for (let size = 0; ; ) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    size += value.length;
    if (size > longestAnswer) {
      void reader.cancel().catch(() => undefined);
      return undefined;
    }
    text += decoder.decode(value, { stream: true });
  }
}
