// A message in every language that the tool itself speaks, so that no caller can forget one.

/** Languages of the tool's own text (findings, prompts, summaries, reports); content may be in any language. */
export const uiLanguages = ['fr', 'en'] as const;

export type UiLanguage = (typeof uiLanguages)[number];

/** One message, worded in each language of the tool. */
export type Wording = Readonly<Record<UiLanguage, string>>;

/** A label of the configuration: language code → text; at least one language is present. */
export type Label = Readonly<Record<string, string>>;

/** The label in `lang`, else in `fallback`, else in whatever language there is. */
export function pickLabel(label: Label, lang: string, fallback: string): string {
  return label[lang] ?? label[fallback] ?? Object.values(label)[0] ?? '';
}

/** "a, b or c" with the last joint in the language's own word; an empty list gives an empty string. */
export function joinChoices(choices: readonly string[], lang: UiLanguage): string {
  const or = lang === 'fr' ? ' ou ' : ' or ';
  if (choices.length <= 1) return choices[0] ?? '';
  return `${choices.slice(0, -1).join(', ')}${or}${choices.at(-1)}`;
}

/** "1 article", "2 articles": a count with a noun whose plural takes an s. French counts zero as singular (CLDR plural rules). */
export function countWords(count: number, noun: string, lang: UiLanguage): string {
  const singular = lang === 'fr' ? count < 2 : count === 1;
  return `${count} ${noun}${singular ? '' : 's'}`;
}
