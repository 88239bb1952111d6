// A voice menu: the flow of an article as a caller walks through it with the keys of a telephone. Pure.

/** The keys of a telephone (ITU-T E.161), in the order in which a menu names them. */
export const menuKeys = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0', '*', '#'] as const;

export type MenuKey = (typeof menuKeys)[number];

/** Something that is said, and recorded once however many steps say it. */
export interface Recording {
  /** Name of the sound file, without a folder and an ending: lower-case letters, digits, hyphens. */
  readonly name: string;
  /** What is said, on one line. */
  readonly text: string;
}

/** One key that a menu knows. */
export interface MenuChoice {
  readonly key: MenuKey;
  /** What the flow's answer says after the key; may be empty. */
  readonly words: string;
  /** Name of the step that it leads to. */
  readonly next: string;
}

/** What comes after a step's prompt. */
export type MenuTurn =
  | { readonly kind: 'choices'; readonly choices: readonly MenuChoice[] }
  | { readonly kind: 'goto'; readonly next: string }
  /** `to` is a `tel:` or `sip:` address that `transferPattern` accepts. */
  | { readonly kind: 'transfer'; readonly to: string }
  | { readonly kind: 'hangup' };

export interface MenuStep {
  /** A letter, then letters, digits and `_`, and no other step's whatever the case: a name in XML and in a dialplan. */
  readonly name: string;
  /** Id of the flow's node. */
  readonly node: string;
  /** The node's text. */
  readonly title: string;
  readonly recordings: readonly Recording[];
  readonly turn: MenuTurn;
}

/** Steps with the first one first. */
export type VoiceMenu = readonly [MenuStep, ...MenuStep[]];

/** How often a caller may press nothing or a key that is none before the menu hangs up. */
export const mostTries = 3;

/** How long a menu waits for a key, in seconds. */
export const keySeconds = 7;

/** Where a call may be transferred to: a telephone number with its country code (RFC 3966, without visual separators) or a SIP address (RFC 3261) without parameters. */
export const transferPattern =
  /^(?:tel:\+\d{4,15}|sip:[A-Za-z0-9._+-]{1,64}@[A-Za-z0-9.-]{1,253}(?::\d{1,5})?)$/;

/** The key that an answer of a flow begins with, and the words after it; undefined where it begins with none. */
export function parseMenuKey(answer: string): { readonly key: MenuKey; readonly words: string } | undefined {
  const [, sign, words = ''] = /^\s*([0-9*#])(?:\s*[.:)–—-])?(?:\s+(.*))?$/su.exec(answer) ?? [];
  const key = menuKeys.find((each) => each === sign);
  return key && { key, words: words.trim() };
}

/** Words a minute of a recorded announcement, spoken for people who hear it once. */
const wordsPerMinute = 150;
/** What a speaker rests after a sentence, in seconds. */
const restSeconds = 0.4;

/**
 * How long `text` takes to say, in seconds: 150 words a minute, two digits of a number for a word, and a rest after each
 * sentence. An estimate, for menus that are too long to listen to; no voice is measured.
 */
export function estimateSeconds(text: string): number {
  const words = text.match(/[\p{L}\p{M}]+|\d{1,2}/gu)?.length ?? 0;
  const rests = text.match(/[.!?…]+(?=\s|$)/gu)?.length ?? 0;
  return (words * 60) / wordsPerMinute + rests * restSeconds;
}

/** How long the prompt of `step` takes to say, in seconds. */
export function promptSeconds({ recordings }: Pick<MenuStep, 'recordings'>): number {
  return recordings.reduce((sum, { text }) => sum + estimateSeconds(text), 0);
}

/** All that a menu says, each recording once, in the order of its steps. */
export function recordingsOf(menu: VoiceMenu): readonly Recording[] {
  const byName = new Map<string, Recording>();
  for (const { recordings } of menu)
    for (const each of recordings) if (!byName.has(each.name)) byName.set(each.name, each);
  return [...byName.values()];
}
