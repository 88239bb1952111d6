// A text for a customer as the page holds it: filled with what is known, and read back as plain and as rich text.
import type { ContextValues } from '../../../src/model/context.ts';
import { contextData } from '../context/context-page.ts';

const placesIn = (part: Element) => part.querySelectorAll<HTMLElement>('.macro-field');

/** Shows what is known in each place of `macro`: a value, or what the place is for. */
export function showKnown(macro: Element, known: ContextValues): void {
  for (const place of placesIn(macro)) {
    place.dataset.label ??= place.textContent ?? '';
    const shown = shownValue(place, known);
    place.textContent = shown ?? place.dataset.label;
    place.classList.toggle('is-known', shown !== undefined);
  }
}

/** What is known for a place, in the words of the page where the configuration lists the values. */
function shownValue({ dataset: { field } }: HTMLElement, known: ContextValues): string | undefined {
  const value = known.get(field ?? '');
  if (value === undefined) return undefined;
  const variable = contextData().fields.find(({ name }) => name === field);
  return variable?.values?.find((choice) => choice.value === value)?.label ?? value;
}

/** A place for which nothing is known. */
export interface MissingField {
  readonly name: string;
  readonly fallback: string | undefined;
}

/** The places of `part` for which nothing is known and that a reader of this page may say, each name once, in the order of the text. */
export function missingFields(part: Element, known: ContextValues): readonly MissingField[] {
  const missing = new Map<string, MissingField>();
  for (const { dataset } of placesIn(part)) {
    const { field: name = '', fallback } = dataset;
    const isAsked = contextData().fields.some((field) => field.name === name);
    if (isAsked && !known.has(name) && !missing.has(name)) missing.set(name, { name, fallback });
  }
  return [...missing.values()];
}

export interface CopiedText {
  readonly plain: string;
  /** HTML in which values are text. */
  readonly rich: string;
}

/** `part` as it is pasted: each place is its value, else the words that are there for it. */
export function readFilled(part: HTMLElement, known: ContextValues): CopiedText {
  const filled = part.cloneNode(true) as HTMLElement;
  for (const place of placesIn(filled)) {
    const { fallback, label } = place.dataset;
    place.replaceWith(shownValue(place, known) ?? fallback ?? label ?? place.textContent ?? '');
  }
  for (const element of filled.querySelectorAll('*'))
    for (const { name } of [...element.attributes]) if (name !== 'href') element.removeAttribute(name);
  // Only what is laid out has the line breaks that a reader sees.
  filled.classList.add('macro-measure');
  part.after(filled);
  // biome-ignore lint/performance/useDomNodeTextContent: what is copied has the line breaks that the reader sees.
  const plain = filled.innerText.trim();
  filled.remove();
  return { plain, rich: filled.innerHTML.trim() };
}
