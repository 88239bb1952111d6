// The languages whose words and marks the rules know.

export type ProseLanguage = 'fr' | 'en';

/** The language that a code such as `fr-CA` belongs to; undefined for those without rules. */
export function proseLanguage(code: string): ProseLanguage | undefined {
  const language = code.split('-', 1)[0];
  return language === 'fr' || language === 'en' ? language : undefined;
}
