// A text that is ready for a customer: for which channel it is, and how its places for values are filled.
import type { ContextValues } from './context.ts';
import { fillPlaceholders, findPlaceholders, type Placeholder } from './placeholder.ts';

/** Ways to a customer, in the order in which they are named. */
export const channels = ['email', 'chat', 'sms', 'phone'] as const;

export type Channel = (typeof channels)[number];

/** A macro, as one block of an article gives it. */
export interface Macro {
  /** Place among those of its article, from 1. */
  readonly number: number;
  readonly channel: Channel;
  /** What its author called it; undefined where it has no label. */
  readonly title: string | undefined;
  /** Of an e-mail: its label, with places for values as they were written. */
  readonly subject: string | undefined;
  /** Plain, with its places for values as they were written. */
  readonly text: string;
}

export function isChannel(name: string | undefined): name is Channel {
  return (channels as readonly (string | undefined)[]).includes(name);
}

/** Whether a place is for what is known of the contact: its name has a dot. */
function isOfContact({ name }: Placeholder): boolean {
  return name.includes('.');
}

/** The places for what is known of a contact in `text`, each name once. */
export function fieldsOf(text: string): readonly Placeholder[] {
  const fields = findPlaceholders(text).filter(isOfContact);
  return fields.filter(({ name }, index) => fields.findIndex((each) => each.name === name) === index);
}

/** `text` with each place filled by what is known, else by what is written for that; a place with neither stays. */
export function fillMacro(text: string, known: ContextValues): string {
  return fillPlaceholders(text, (place) =>
    isOfContact(place) ? (known.get(place.name) ?? place.fallback) : undefined,
  );
}

/** `text` as long as it may get: each place filled by the longest of what it may hold, by name. */
export function fillLongest(text: string, samples: ReadonlyMap<string, readonly string[]>): string {
  return fillPlaceholders(text, (place) => {
    // As in what is sent: braces that nobody fills stay.
    if (!isOfContact(place) && !samples.has(place.name)) return undefined;
    const texts = [...(samples.get(place.name) ?? []), place.fallback ?? ''];
    return texts.reduce((longest, each) => (each.length > longest.length ? each : longest), '');
  });
}
