// The least that a configuration says, and what is said of one that is wrong.
import { parseConfig } from '../../src/config/parse-config.ts';
import { Problem } from '../../src/model/problem.ts';

export const minimal = 'name: Base\nowners:\n  a: { name: { fr: A } }\n';

/** Place and English words of the problem that `text` raises. */
export function problemOf(text: string): { place: string | undefined; en: string } {
  try {
    parseConfig(text);
  } catch (error) {
    if (error instanceof Problem) return { place: error.place, en: error.wording.en };
    throw error;
  }
  throw new Error('no problem raised');
}
