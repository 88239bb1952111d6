// Which version of an announcement or of an article to confirm this reader has read, kept in this browser.
import { readStored, store } from './reader-storage.ts';

/** What a reader has read, and when. */
export interface ReadMark {
  /** A version, or the mark of an answer. */
  readonly version: string;
  /** Day, as text: nobody calculates with it. */
  readonly on: string;
}

/** Where the mark of `what` is: bases that share a browser's storage are told apart by their names. */
function keyOf(what: string): string {
  const name = document.querySelector<HTMLMetaElement>('meta[name="application-name"]')?.content ?? '';
  return `kb:read:${name}:${what}`;
}

/** @param what `<lang>/<id>` of an article, or `answer/<key>` */
export function readMark(what: string): ReadMark | undefined {
  const [version = '', on = ''] = (readStored('localStorage', keyOf(what)) ?? '').split(' ');
  return version === '' ? undefined : { version, on };
}

/** Whether the browser kept it. */
export function writeMark(what: string, { version, on }: ReadMark): boolean {
  return store('localStorage', keyOf(what), `${version} ${on}`);
}
