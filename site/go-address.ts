// What a link of another tool asks for, and where it leads. Pure: the page's script acts on it.
import { readReference, referenceName } from '../src/model/context-source.ts';

/** Ids of articles, as the front matter's schema has them: nothing else may become part of an address. */
const idPattern = /^[a-z0-9]+(-[a-z0-9]+)*$/;
/** The most that is searched for, as in the search field. */
const mostCharacters = 500;

export interface GoRequest {
  readonly form: string;
  readonly reason: string;
  readonly id: string;
  readonly lang: string;
  /** Whether it came behind `#`, and so was never sent to any server. */
  readonly kept: boolean;
}

/** What `go.html` knows of one language of the site; addresses as they stand in its links. */
export interface GoLanguage {
  readonly lang: string;
  readonly search: string;
  /** The folder of the articles. */
  readonly articles: string;
  readonly reasons: ReadonlyMap<string, string>;
  /** The article of each form of another tool. */
  readonly forms: ReadonlyMap<string, string>;
}

/** Where to go, or what to say on the page itself. */
export type GoAnswer =
  | { readonly kind: 'open'; readonly href: string }
  | { readonly kind: 'unknown'; readonly words: string }
  | { readonly kind: 'stay' };

/** The parameters of a link: those behind `#` where there are any, which no server was sent. */
function parametersOf(search: string, hash: string): URLSearchParams {
  return new URLSearchParams(hash.length > 1 ? hash.slice(1) : search);
}

/** Names and texts of what a link says of the contact: a variable's name has a dot, as no other parameter has. */
export function readGoContext(
  search: string,
  hash: string,
): readonly (readonly [name: string, text: string])[] {
  return [...parametersOf(search, hash)].filter(([name]) => name.includes('.'));
}

/** What a link gives for the company's own service to be asked for. */
export function readGoReference(search: string, hash: string): string | undefined {
  return readReference(parametersOf(search, hash).get(referenceName) ?? '');
}

/** Reads `?reason=…&form=…&id=…&lang=…`, or the same behind `#`; anything else in it is ignored. */
export function readGoRequest(search: string, hash: string): GoRequest {
  const kept = hash.length > 1;
  const parameters = parametersOf(search, hash);
  const read = (name: string) => (parameters.get(name) ?? '').trim().slice(0, mostCharacters);
  return { reason: read('reason'), form: read('form'), id: read('id'), lang: read('lang'), kept };
}

/** The language that is asked for, else the reader's first that the site has, else the site's own. */
export function chooseGoLanguage<Language extends Pick<GoLanguage, 'lang'>>(
  languages: readonly Language[],
  asked: string,
  readers: readonly string[],
): Language | undefined {
  const base = (code: string) => code.toLowerCase().split('-')[0];
  for (const wanted of [asked, ...readers].filter((code) => code !== '')) {
    const found =
      languages.find(({ lang }) => lang.toLowerCase() === wanted.toLowerCase()) ??
      languages.find(({ lang }) => base(lang) === base(wanted));
    if (found) return found;
  }
  return languages[0];
}

/** Where `request` leads in `language`: by its id, else by its form, else by its reason. Of all that it holds only a known form or reason, an id or words to search for go on. */
export function answerGoRequest({ reason, form, id, kept }: GoRequest, language: GoLanguage): GoAnswer {
  if (idPattern.test(id)) return { kind: 'open', href: `${language.articles}${id}.html` };
  const ofForm = language.forms.get(form.toLowerCase().replace(/\s+/g, '-'));
  if (ofForm !== undefined) return { kind: 'open', href: ofForm };
  const wanted = reason || id || form;
  if (wanted === '') return { kind: 'stay' };
  const known = language.reasons.get(wanted.toLowerCase());
  if (known !== undefined) return { kind: 'open', href: known };
  const words = wanted.replace(/[._\-/]+/g, ' ').trim();
  // What was kept from every server stays on the page until the reader sends it.
  if (kept || words === '') return { kind: 'unknown', words };
  return { kind: 'open', href: `${language.search}?q=${encodeURIComponent(words)}` };
}
