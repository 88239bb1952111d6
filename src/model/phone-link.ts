// Links that call: `tel:` addresses (RFC 3966), which of them a telephone can dial from anywhere, and how their number is shown.

/** The most digits of a number, its country code included (ITU-T E.164). */
const mostDigits = 15;
const leastDigits = 4;

/** Whether `url` is meant to call. */
export function isPhoneLink(url: string): boolean {
  return /^\s*tel:/i.test(url);
}

/** What comes after the number, such as `;ext=12`; names and values as in RFC 3966, section 3. */
const parameters = /^(?:;[a-z0-9-]+(?:=(?:[\w[\]/:&+$!~*'().-]|%[0-9a-f]{2})+)?)*$/i;
const context = /;phone-context=(?:\+[\d().-]*\d[\d().-]*|[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?\.?)(?=;|$)/i;
const global = /^\+[\d().-]+$/;
/** `#` begins a fragment in an address, so it is written as `%23`. */
const local = /^(?:[\da-f*().-]|%23)+$/i;

/** Whether the `tel:` address `url` is a number with its country code, or says in `phone-context` where its number is one. */
export function canBeDialled(url: string): boolean {
  const [number = '', rest = ''] = /^tel:([^;]*)(.*)$/is.exec(url)?.slice(1) ?? [];
  const digits = number.replace(/\D/g, '').length;
  if (!parameters.test(rest)) return false;
  if (global.test(number)) return digits >= leastDigits && digits <= mostDigits;
  return local.test(number) && digits > 0 && context.test(rest);
}

/** A French number with its country code, as it is grouped. */
const french = /^\+33([1-9])(\d\d)(\d\d)(\d\d)(\d\d)$/;

/** The number of a `tel:` address as paper shows it; undefined where it is none. */
export function phoneOfLink(url: string): string | undefined {
  if (!canBeDialled(url)) return undefined;
  const number = url.replace(/^tel:/i, '').replace(/;.*$/s, '').replaceAll('%23', '#');
  const bare = number.replace(/[().-]/g, '');
  const grouped = bare.replace(french, '+33 $1 $2 $3 $4 $5');
  const extension = /;ext=([\d().-]+)/i.exec(url)?.[1];
  return `${grouped === bare ? number : grouped}${extension === undefined ? '' : ` - ${extension}`}`;
}
