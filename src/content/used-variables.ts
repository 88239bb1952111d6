// Which variables of the base an article shows, with their values: what its digest covers beside its text.
import { findVariableNames, noVariables, type Variables } from '../model/variable.ts';
import type { Included } from './fragments.ts';

/** `variables` as lines that a person reads in a comparison: each value in `lang`, with its days where it has any. */
export function describeVariables(variables: Variables, lang: string): readonly string[] {
  return [...variables.values()].flatMap(({ name, values }) =>
    values.map(({ from, until, text }) => {
      const days = from === undefined ? '' : ` (${from}${until === undefined ? '' : ` – ${until}`})`;
      return `${name}${days}: ${typeof text === 'string' ? text : (text[lang] ?? '')}`;
    }),
  );
}

/**
 * Those of `variables` for which `body` or a fragment that it includes has a place, sorted by name. One in a code block
 * counts, for the reason that an include there does; a name that there is not is no use of anything.
 */
export function collectUsedVariables(body: string, included: Included, variables: Variables): Variables {
  if (variables.size === 0) return noVariables;
  const names = new Set(findVariableNames(body));
  for (const fragment of included.values())
    if (fragment?.content.ok) for (const name of findVariableNames(fragment.content.text)) names.add(name);
  if (names.size === 0) return noVariables;
  return new Map(
    [...names].sort().flatMap((name) => {
      const variable = variables.get(name);
      return variable ? [[name, variable] as const] : [];
    }),
  );
}
