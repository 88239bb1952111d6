// What the pages of one language know of the context of a contact: its variables, and from where values may come.
import type { ContextSource } from '../src/model/context-source.ts';

/** A variable as the page shows it: labels in the page's language, the name itself where it has none. */
export interface ContextField {
  readonly name: string;
  readonly label: string;
  readonly values?: readonly { readonly value: string; readonly label: string }[] | undefined;
  /** The first sample, for a hint. */
  readonly sample?: string | undefined;
}

export interface ContextData {
  /** The style sheet of the bar and its panels, from the site's root: no page that has nothing to show carries its address. */
  readonly style: string;
  readonly fields: readonly ContextField[];
  /** Origins of pages that may hand values over. */
  readonly origins: readonly string[];
  readonly source?: (Omit<ContextSource, 'ask'> & { readonly ask: string }) | undefined;
}

/** The global that the data's script sets: a script, because `file://` allows no fetch. */
export const contextGlobal = 'kbContext';

export function contextDataUrl(lang: string): string {
  return `${lang}/context.js`;
}
