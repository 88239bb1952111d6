// The cases of an article against the variables that the configuration declares: what no value stands for, what two cases are for, what can never hold. Rules word it.
import type { Nodes, Parents, Root } from 'mdast';
import { type Case, judgeCases, otherwiseMark } from '../model/case.ts';
import type { ContextVariable } from '../model/context.ts';
import type { ContainerDirective } from './container-directives.ts';
import { groupCases, type WrittenCase } from './place-cases.ts';

/** What is wrong with one case, or with the group that begins with it. */
export type CaseProblem = { readonly node: ContainerDirective } & (
  | { readonly kind: 'no-condition' | 'otherwise-first' }
  /** `else` beside a condition. */
  | { readonly kind: 'otherwise-with-condition' }
  | { readonly kind: 'unknown-variable' | 'text-variable'; readonly variable: string }
  | { readonly kind: 'unknown-value'; readonly variable: string; readonly value: string }
  /** More combinations than are looked at. */
  | { readonly kind: 'too-many'; readonly combinations: number }
  /** Values that no case of the group is for, the first combination of them. */
  | { readonly kind: 'uncovered'; readonly values: Assignment }
  /** Values that two cases are for; `node` is the second. */
  | { readonly kind: 'overlap'; readonly values: Assignment }
  | { readonly kind: 'never' }
);

/** A value for each of some variables, in the order of the configuration. */
export type Assignment = ReadonlyMap<string, string>;

/** The most combinations of values that a group is judged with. */
export const mostCombinations = 10_000;

/** A case within which others stand: they are asked only where it holds. */
interface Around {
  readonly cases: readonly Case[];
  readonly index: number;
}

/** Everything that is wrong with the cases of `tree`, in the order of the text. */
export function checkCases(tree: Root, variables: readonly ContextVariable[]): readonly CaseProblem[] {
  return checkIn(tree, variables, []);
}

function checkIn(
  parent: Parents,
  variables: readonly ContextVariable[],
  around: readonly Around[],
): CaseProblem[] {
  const groups = groupCases(parent);
  const within = new Map<Nodes, { readonly group: readonly WrittenCase[]; readonly index: number }>();
  const begins = new Map<Nodes, readonly WrittenCase[]>();
  for (const group of groups) {
    for (const [index, { node }] of group.entries()) within.set(node, { group, index });
    if (group[0]) begins.set(group[0].node, group);
  }
  return (parent.children as Nodes[]).flatMap((node): CaseProblem[] => {
    const group = begins.get(node);
    const own = within.get(node);
    const inside = own ? [...around, { cases: own.group.map((one) => one.case), index: own.index }] : around;
    return [
      ...(group ? checkGroup(group, variables, around) : []),
      ...('children' in node ? checkIn(node, variables, inside) : []),
    ];
  });
}

function checkGroup(
  group: readonly WrittenCase[],
  variables: readonly ContextVariable[],
  around: readonly Around[],
): CaseProblem[] {
  const problems = group.flatMap((written, index) => checkCase(written, index, variables));
  // Where a name is wrong, what the group covers is guesswork.
  if (problems.length > 0) return problems;
  return checkCover(group, variables, around);
}

function checkCase(
  { node, case: written }: WrittenCase,
  index: number,
  variables: readonly ContextVariable[],
): CaseProblem[] {
  if (written.kind === 'otherwise') return index === 0 ? [{ kind: 'otherwise-first', node }] : [];
  if (written.condition.length === 0) return [{ kind: 'no-condition', node }];
  if (otherwiseMark in node.attributes) return [{ kind: 'otherwise-with-condition', node }];
  return written.condition.flatMap(({ variable, values }): CaseProblem[] => {
    const declared = variables.find(({ name }) => name === variable);
    if (!declared) return [{ kind: 'unknown-variable', node, variable }];
    if (declared.values === undefined) return [{ kind: 'text-variable', node, variable }];
    const known = declared.values.map((choice) => choice.value);
    return values
      .filter((value) => !known.includes(value))
      .map((value): CaseProblem => ({ kind: 'unknown-value', node, variable, value }));
  });
}

function checkCover(
  group: readonly WrittenCase[],
  variables: readonly ContextVariable[],
  around: readonly Around[],
): CaseProblem[] {
  const [first] = group;
  if (!first) return [];
  const cases = group.map((written) => written.case);
  const asked = variables.filter(({ name }) =>
    [cases, ...around.map((outer) => outer.cases)].flat().some((one) => speaksOf(one, name)),
  );
  const combinations = asked.reduce((product, { values }) => product * (values?.length ?? 1), 1);
  if (combinations > mostCombinations) return [{ kind: 'too-many', node: first.node, combinations }];
  const reached = assignmentsOf(asked).filter((values) =>
    around.every((outer) => judgeCases(outer.cases, values)[outer.index] === 'holds'),
  );
  return judgeCover(group, reached);
}

function speaksOf(one: Case, variable: string): boolean {
  return one.kind === 'condition' && one.condition.some((term) => term.variable === variable);
}

function assignmentsOf(variables: readonly ContextVariable[]): Assignment[] {
  return variables.reduce<Assignment[]>(
    (all, { name, values }) =>
      all.flatMap((known) => (values ?? []).map(({ value }) => new Map([...known, [name, value]]))),
    [new Map()],
  );
}

/** What the cases of `group` make of all the values that can reach them. */
function judgeCover(group: readonly WrittenCase[], reached: readonly Assignment[]): CaseProblem[] {
  const cases = group.map((written) => written.case);
  const counts = group.map(() => 0);
  const overlaps = new Map<number, Assignment>();
  let uncovered: Assignment | undefined;
  for (const values of reached) {
    const holding = judgeCases(cases, values).flatMap((verdict, index) =>
      verdict === 'holds' ? [index] : [],
    );
    for (const index of holding) counts[index] = (counts[index] ?? 0) + 1;
    if (holding.length === 0) uncovered ??= values;
    for (const index of holding.slice(1)) if (!overlaps.has(index)) overlaps.set(index, values);
  }
  const [first] = group;
  return [
    ...(first && uncovered ? [{ kind: 'uncovered', node: first.node, values: uncovered } as const] : []),
    ...group.flatMap(({ node }, index): CaseProblem[] => {
      if (counts[index] === 0) return [{ kind: 'never', node }];
      const values = overlaps.get(index);
      return values ? [{ kind: 'overlap', node, values }] : [];
    }),
  ];
}
