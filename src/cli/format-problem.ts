// A report's option that not every format has a place for.
import { Problem } from '../model/problem.ts';
import { joinChoices } from '../model/wording.ts';

/** Says that `option` does not go with `format`, and with which of the `known` ones it does. */
export function formatProblem(option: string, format: string, known: readonly string[]): Problem {
  return new Problem({
    fr: `${option} inattendu avec --format ${format}, attendu : --format ${joinChoices(known, 'fr')}`,
    en: `Unexpected ${option} with --format ${format}, expected --format ${joinChoices(known, 'en')}`,
  });
}
