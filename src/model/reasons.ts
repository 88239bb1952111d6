// What is asked about contact reasons: where each stands in their tree, what else they are called, and what is aimed at for them.
import type { Config, ReasonTargets } from './config.ts';

/** Under this name stand the keywords of a reason that serve articles in every language. */
export const anyLanguage = '';

/** The most levels of reasons: an agent on the line chooses at most so often. */
export const deepestReason = 4;

type Tree = Pick<Config, 'reasons' | 'reasonParents'>;

/** What else customers and agents who speak `lang` call the reason `key`. */
export function keywordsOfReason(
  { reasonKeywords }: Pick<Config, 'reasonKeywords'>,
  key: string,
  lang: string,
): readonly string[] {
  const lists = Object.hasOwn(reasonKeywords, key) ? reasonKeywords[key] : undefined;
  return lists?.[lang] ?? lists?.[anyLanguage] ?? [];
}

/** The reason that holds the reason `key`. */
function reasonAbove({ reasonParents }: Pick<Tree, 'reasonParents'>, key: string): string | undefined {
  return Object.hasOwn(reasonParents, key) ? reasonParents[key] : undefined;
}

/** The reasons that hold the reason `key`, the outermost first. */
export function reasonsAbove(tree: Pick<Tree, 'reasonParents'>, key: string): readonly string[] {
  const parent = reasonAbove(tree, key);
  return parent === undefined ? [] : [...reasonsAbove(tree, parent), parent];
}

/** `keys` and the reasons that hold them, each once: `keys` first, in their order. */
export function withReasonsAbove(
  tree: Pick<Tree, 'reasonParents'>,
  keys: readonly string[],
): readonly string[] {
  return [...new Set([...keys, ...keys.flatMap((key) => reasonsAbove(tree, key))])];
}

/**
 * What the team aims at for the reason `key`: what it does not say itself is what the nearest reason above says. Undefined
 * where nothing is said.
 */
export function targetsOfReason(
  { reasonTargets, reasonParents }: Pick<Config, 'reasonTargets' | 'reasonParents'>,
  key: string,
): ReasonTargets | undefined {
  const said = [key, ...reasonsAbove({ reasonParents }, key).toReversed()].flatMap((reason) =>
    Object.hasOwn(reasonTargets, reason) ? (reasonTargets[reason] ?? []) : [],
  );
  if (said.length === 0) return undefined;
  const first = <Name extends keyof ReasonTargets>(name: Name): ReasonTargets[Name] =>
    said.find((targets) => targets[name] !== undefined)?.[name];
  return {
    contacts: first('contacts'),
    resolveWithin: first('resolveWithin'),
    escalation: first('escalation'),
  };
}

export interface PlacedReason {
  readonly key: string;
  /** 0 for a reason on top. */
  readonly depth: number;
}

/** All reasons, each followed by those below it; those of one place in the order of the configuration. */
export function listReasonTree(tree: Tree): readonly PlacedReason[] {
  const children = new Map<string | undefined, string[]>();
  for (const key of Object.keys(tree.reasons)) {
    const parent = reasonAbove(tree, key);
    const siblings = children.get(parent);
    if (siblings) siblings.push(key);
    else children.set(parent, [key]);
  }
  const walk = (parent: string | undefined, depth: number): PlacedReason[] =>
    (children.get(parent) ?? []).flatMap((key) => [{ key, depth }, ...walk(key, depth + 1)]);
  return walk(undefined, 0);
}

/** The reasons below the reason `key`, in the order of the tree. */
export function reasonsBelow(tree: Tree, key: string): readonly string[] {
  return listReasonTree(tree)
    .map((placed) => placed.key)
    .filter((other) => reasonsAbove(tree, other).includes(key));
}
