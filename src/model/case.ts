// The cases of an answer, of which one holds for this customer: what each says of itself, and which stands when some values are known.
import { type Condition, type ContextValues, judgeCondition, readCondition } from './context.ts';

/** One case: where its condition holds, or for all values that no other case of its group is for. */
export type Case =
  | { readonly kind: 'condition'; readonly condition: Condition }
  | { readonly kind: 'otherwise' };

/** The attribute that makes a case the one for all other values, and how a page marks it. */
export const otherwiseMark = 'else';

/** The case that the attributes of a `when` container state; without any it holds for nobody. */
export function readCase(attributes: Readonly<Record<string, string>>): Case {
  const names = Object.keys(attributes);
  if (names.length === 1 && names[0] === otherwiseMark) return { kind: 'otherwise' };
  return { kind: 'condition', condition: readCondition(attributes) };
}

const soundName = /^[\w.-]+$/;
const soundValue = /^[\w-]+$/;

/** A case in one line for a page: `order.status=shipped|lost order.carrier=relais`, or `else`. Undefined for one that names what no variable is called: nobody could tell whether it holds. */
export function writeCaseMark(written: Case): string | undefined {
  if (written.kind === 'otherwise') return otherwiseMark;
  const sound = written.condition.every(
    ({ variable, values }) => soundName.test(variable) && values.every((value) => soundValue.test(value)),
  );
  if (!sound || written.condition.length === 0) return undefined;
  return written.condition.map(({ variable, values }) => `${variable}=${values.join('|')}`).join(' ');
}

/** The case that `mark` stands for; without a mark one that holds for nobody. */
export function readCaseMark(mark: string | undefined): Case {
  if (mark === otherwiseMark) return { kind: 'otherwise' };
  const terms = (mark ?? '').split(' ').filter((term) => term.includes('='));
  return readCase(
    Object.fromEntries(
      terms.map((term) => [term.slice(0, term.indexOf('=')), term.slice(term.indexOf('=') + 1)]),
    ),
  );
}

/** What a page shows of a case: the one that holds, those that may, and folded those that don't. */
export type CaseVerdict = 'holds' | 'fails' | 'unknown';

/** What `known` makes of the cases of one group, in their order. */
export function judgeCases(cases: readonly Case[], known: ContextValues): readonly CaseVerdict[] {
  const verdicts = cases.map((one) =>
    one.kind === 'otherwise' || one.condition.length === 0 ? undefined : judgeCondition(one.condition, known),
  );
  const stated = verdicts.filter((verdict) => verdict !== undefined);
  const otherwise = stated.includes('holds') ? 'fails' : stated.includes('unknown') ? 'unknown' : 'holds';
  return cases.map((one, index) => {
    if (one.kind === 'otherwise') return stated.length === 0 ? 'unknown' : otherwise;
    return verdicts[index] ?? 'unknown';
  });
}
