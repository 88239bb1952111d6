// What a rule works out once for a whole base, such as who links to whom, instead of once for each document.
import type { KnowledgeBase } from '../content/knowledge-base.ts';

/** `compute`, asked at most once for the same base. The result lives as long as the base. */
export function perBase<Result>(compute: (base: KnowledgeBase) => Result): (base: KnowledgeBase) => Result {
  const results = new WeakMap<KnowledgeBase, { readonly result: Result }>();
  return (base) => {
    const known = results.get(base) ?? { result: compute(base) };
    results.set(base, known);
    return known.result;
  };
}
