// What is asked about contact reasons: what else they are called.
import type { Config } from './config.ts';

/** Under this name stand the keywords of a reason that serve articles in every language. */
export const anyLanguage = '';

/** What else customers and agents who speak `lang` call the reason `key`. */
export function keywordsOfReason(
  { reasonKeywords }: Pick<Config, 'reasonKeywords'>,
  key: string,
  lang: string,
): readonly string[] {
  const lists = Object.hasOwn(reasonKeywords, key) ? reasonKeywords[key] : undefined;
  return lists?.[lang] ?? lists?.[anyLanguage] ?? [];
}
