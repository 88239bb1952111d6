// Secrets in a text: keys by the shapes that their makers gave them, and passwords by the words before them.
import { hasSecretLook, isPlaceholder } from './secret-values.ts';
import type { TextSpan } from './text-span.ts';

export type SecretKind =
  | 'private-key'
  | 'aws'
  | 'github'
  | 'gitlab'
  | 'slack'
  | 'stripe'
  | 'google'
  | 'jwt'
  | 'bearer'
  | 'password'
  | 'token';

export interface Secret extends TextSpan {
  readonly kind: SecretKind;
}

/**
 * A secret's shape, as its maker documents it. The first group, where there is one, is the secret; repetitions are
 * bounded, so that no text takes long.
 */
interface Shape {
  readonly kind: SecretKind;
  readonly pattern: RegExp;
}

/** What one of the keys below begins with: a text without any is not searched for each. */
const keyStart =
  /A[KS]IA|gh[pousr]_|github_pat_|gl[a-z]{2,5}-|xox[a-z]-|xapp-|k_(?:live|test)_|whsec_|AIza|GOCSPX-|ya29\.|eyJ/;

const edge = '(?<![A-Za-z0-9])';

/** Keys that are one word. */
const keyShapes: readonly Shape[] = [
  { kind: 'aws', pattern: new RegExp(`${edge}(?:AKIA|ASIA)[A-Z2-7]{16}(?![A-Za-z0-9])`, 'g') },
  {
    kind: 'github',
    pattern: new RegExp(`${edge}(?:gh[pousr]_[A-Za-z0-9]{36,255}|github_pat_[A-Za-z0-9_]{60,255})`, 'g'),
  },
  {
    kind: 'gitlab',
    pattern: new RegExp(`${edge}gl(?:pat|oas|dt|rt|cbt|ptt|ft|imt|agent|soat)-[\\w-]{20,300}`, 'g'),
  },
  { kind: 'slack', pattern: new RegExp(`${edge}(?:xox[abeoprs]|xapp)-[A-Za-z0-9-]{10,250}`, 'g') },
  {
    kind: 'stripe',
    pattern: new RegExp(`${edge}(?:[sr]k_(?:live|test)|whsec)_[A-Za-z0-9]{16,250}`, 'g'),
  },
  {
    kind: 'google',
    pattern: new RegExp(`${edge}(?:AIza[\\w-]{35}(?![\\w-])|GOCSPX-[\\w-]{28}|ya29\\.[\\w-]{20,2000})`, 'g'),
  },
  // Header and claims both begin with {" in base64url (RFC 7519, section 3).
  { kind: 'jwt', pattern: /(?<![\w.-])eyJ[\w-]{8,4000}\.eyJ[\w-]{8,8000}\.[\w-]{16,2000}/g },
];

/** Shapes that go beyond a word, and what each of them holds: a text without it is not searched. */
const otherShapes: readonly (Shape & { readonly hint: string })[] = [
  {
    kind: 'private-key',
    hint: 'PRIVATE KEY',
    // With something after it: a procedure may name the line by which such a file is known.
    pattern:
      /-----BEGIN (?:[A-Z0-9]{1,20} ){0,3}PRIVATE KEY(?: BLOCK)?-----(?=(?:[\s>]|\\n){1,20}[A-Za-z0-9+/=:, -]{16})/g,
  },
  {
    kind: 'slack',
    hint: 'hooks.slack.com',
    pattern: /hooks\.slack\.com\/(?:services|workflows)\/[A-Za-z0-9_/-]{20,250}/g,
  },
  { kind: 'bearer', hint: 'earer ', pattern: /[Bb]earer {1,3}([\w.~+/=-]{16,4000})/g },
  {
    kind: 'bearer',
    hint: 'uthorization',
    pattern: /[Aa]uthorization["']?: {0,3}["']?Basic {1,3}([A-Za-z0-9+/=]{12,4000})/g,
  },
  // RFC 3986, section 3.2.1: user:password@host.
  { kind: 'password', hint: '://', pattern: /:\/\/[^\s/:@?#]{0,64}:([^\s/:@?#]{3,128})@/g },
];

const gap = '[ \\t\\u00A0\\u202F]';
const marks = '["\'`*_]{0,3}';
const colon = `${marks}${gap}{0,3}(?:[:=]{1,2}>?|\\||(?<=${gap})(?:est|is)(?=${gap}))${gap}{0,9}["'\`*_“«]{0,3}${gap}?`;

/** Words after which a secret stands, and how it is joined to them. Without the `i` flag, which takes five times as long. */
const labels: readonly { kind: SecretKind; label: RegExp; tail: RegExp }[] = [
  {
    kind: 'password',
    label:
      /(?:[Pp]ass(?:word|wd|phrase)|PASS(?:WORD|WD|PHRASE)|[Mm]ots?[ -]?de[ -]?passe|MOT DE PASSE|[Mm]dp|MDP|[Pp]wd|PWD)s?(?![A-Za-z])/g,
    tail: new RegExp(
      `${marks}(?:${gap}\\p{L}[\\p{L}’'-]{0,20}){0,4}?${colon}([^\\s"'\`<>|“”«»]{6,128})`,
      'uy',
    ),
  },
  {
    kind: 'token',
    label:
      /(?:[Aa]pi[ _-]?[Kk]ey|API[ _-]?KEY|[Cc]l[ée]s? d['’](?:API|api)|[Ss]ecret(?:[ _-](?:access[ _-])?key)?|SECRET(?:_(?:ACCESS_)?KEY)?|[Tt]oken|TOKEN|[Jj]eton)(?![A-Za-z])/g,
    tail: new RegExp(`${colon}([\\w+/=-]{20,500})(?![\\w.(])`, 'uy'),
  },
];

/** What stands on the line around `at`, 200 characters at the most on either side. */
function lineAround(text: string, at: number): string {
  const before =
    text
      .slice(Math.max(0, at - 200), at)
      .split('\n')
      .at(-1) ?? '';
  return before + (text.slice(at, at + 200).split('\n')[0] ?? '');
}

function* findShape({ kind, pattern }: Shape, text: string): Iterable<Secret> {
  for (const { 0: written, 1: value = written, index } of text.matchAll(pattern)) {
    // After "Bearer" a long word may follow, and no token.
    if (isPlaceholder(value) || (kind === 'bearer' && !/\d/.test(value))) continue;
    const start = index + written.lastIndexOf(value);
    yield { kind, start, end: start + value.length };
  }
}

function* findShapes(text: string): Iterable<Secret> {
  if (keyStart.test(text)) for (const shape of keyShapes) yield* findShape(shape, text);
  for (const shape of otherShapes) if (text.includes(shape.hint)) yield* findShape(shape, text);
}

function* findLabelled(text: string): Iterable<Secret> {
  for (const { kind, label, tail } of labels) {
    for (const { 0: name, index } of text.matchAll(label)) {
      tail.lastIndex = index + name.length;
      const [, written] = tail.exec(text) ?? [];
      if (written === undefined) continue;
      const value = written.replace(/[.,;:!?)*_]+$/, '');
      const start = tail.lastIndex - written.length;
      if (!hasSecretLook(value, kind === 'token') || /exemple|example|fictif/i.test(lineAround(text, start)))
        continue;
      yield { kind, start, end: start + value.length };
    }
  }
}

/** The secrets of `text`, in its order; one that answers to several shapes counts once. Placeholders are none. */
export function findSecrets(text: string): Secret[] {
  const found = [...findShapes(text), ...findLabelled(text)].sort(
    (a, b) => a.start - b.start || b.end - a.end,
  );
  let end = 0;
  return found.filter((secret) => {
    if (secret.start < end) return false;
    end = secret.end;
    return true;
  });
}
