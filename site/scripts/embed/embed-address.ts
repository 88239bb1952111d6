// What a page of another tool asks for, as an address of `go.html`. Pure.

/** The `data-kb-…` attributes of one element, by what follows `kb` in them; an absent one is undefined. */
export interface EmbedRequest {
  readonly form?: string | undefined;
  readonly reason?: string | undefined;
  readonly article?: string | undefined;
  readonly order?: string | undefined;
  /** JSON: names of variables with a dot → texts. */
  readonly values?: string | undefined;
}

/** What `data-kb-values` says, as pairs; undefined where it is no JSON object. Whatever is no text, number or truth value is left out, and so are names without a dot, which would be parameters of the link. */
export function readEmbedValues(
  written: string | undefined,
): readonly (readonly [name: string, text: string])[] | undefined {
  if (written === undefined || written.trim() === '') return [];
  let values: unknown;
  try {
    values = JSON.parse(written);
  } catch {
    return undefined;
  }
  if (typeof values !== 'object' || values === null || Array.isArray(values)) return undefined;
  return Object.entries(values).flatMap(([name, value]: [string, unknown]) => {
    const said = ['string', 'number', 'boolean'].includes(typeof value) ? String(value).trim() : '';
    return name.includes('.') && said !== '' ? [[name, said] as const] : [];
  });
}

/** The address that `request` leads to on the site whose root is `root`; undefined where it asks for nothing. All of it stands behind `#`, which no server is sent. */
export function embedAddress(root: string, request: EmbedRequest, lang: string): string | undefined {
  const { form = '', reason = '', article = '', order = '' } = request;
  const asked = [
    ['form', form],
    ['reason', reason],
    ['id', article],
  ].filter(([, text]) => text !== '');
  if (asked.length === 0) return undefined;
  const rest = [
    ['lang', lang],
    ['order', order],
  ].filter(([, text]) => text !== '');
  const values = readEmbedValues(request.values) ?? [];
  const pairs = [...asked, ...rest, ...values] as (readonly [string, string])[];
  return `${root}go.html#${pairs.map((pair) => pair.map(encodeURIComponent).join('=')).join('&')}`;
}
