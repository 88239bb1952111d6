// What a rule says of a place for a value that nothing declares.
import { suggestName } from '../config/schema-issue.ts';
import { quote } from '../model/quote.ts';
import type { Wording } from '../model/wording.ts';

/** Says that `name` is none of `known`; with the nearest of them, else with `expected`, which completes "expected …". */
export function describeUnknownVariable(name: string, known: readonly string[], expected: Wording): Wording {
  const [found, near] = [quote(name, 40), suggestName(name, known)];
  if (near !== undefined)
    return {
      fr: `Variable inconnue « ${found} » ; vouliez-vous dire « ${quote(near, 40)} » ?`,
      en: `Unknown variable \`${found}\`; did you mean \`${quote(near, 40)}\`?`,
    };
  return {
    fr: `Variable inconnue « ${found} », attendu : ${expected.fr}`,
    en: `Unknown variable \`${found}\`, expected ${expected.en}`,
  };
}
