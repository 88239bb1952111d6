// Whether a word that stands where a secret could is one, or only says what belongs there.

/** Words by which writers say that something else belongs here. */
const placeholderWords =
  /your|votre|exemple|example|placeholder|change[-_]?(?:me|moi)|redact|masqu|dummy|sample|hidden|x{4}|\*{3}|•{2}|\.{3}|…/i;

/** Variables and templates: `$PASSWORD`, `${…}`, `{{…}}`, `%{…}`, `<…>`, `[…]`, `%PASSWORD%`, `!secret`. */
const template = /^[$<{[(%!]|\$\{|\{\{|\}\}|^@[\w.]+$/;

const commonWords =
  /^(?:pass(?:word|wd|phrase)?|pwd|secret|token|mot-?_?de-?_?passe|motdepasse|mdp|root|admin|user|test|guest|none|null|true|false|required|obligatoire)$/i;

/** Words that describe a secret; with digits they may well be one. */
const description = /password|passwd|secret|mot[-_]?de[-_]?passe|token/i;

/** An id of the kind that machines give to everything (RFC 9562). */
const uuid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/** One character over and over, or digits that count up. */
const filler = /^(.)\1*$/u;

/** Whether `value` only holds a secret's place. */
export function isPlaceholder(value: string): boolean {
  return (
    placeholderWords.test(value) ||
    template.test(value) ||
    commonWords.test(value) ||
    (description.test(value) && !/\d/.test(value)) ||
    uuid.test(value) ||
    filler.test(value) ||
    '01234567890'.includes(value)
  );
}

/** Code, addresses and paths, which name where the secret is. */
const reference = /[()[\]{}\\]|:\/\/|^\.{0,2}\/|^[\w-]+(?:\.[A-Za-z_][\w-]*)+$|^[^@]+@[^@]+\.\p{L}+$/u;

/**
 * Whether `value`, found after a word such as "password", looks like one rather than like a word of the sentence:
 * letters with digits or signs, or six digits and more. A `key` is long, and has several digits.
 */
export function hasSecretLook(value: string, key: boolean): boolean {
  if (value.length < 6 || isPlaceholder(value) || reference.test(value)) return false;
  const letters = /\p{L}/u.test(value);
  const digits = value.match(/\d/g)?.length ?? 0;
  if (key) return value.length >= 20 && letters && digits >= 3;
  return letters ? digits > 0 || /[!@#%^&*+=~§€£]/.test(value) : /^\d{6,}$/.test(value);
}
