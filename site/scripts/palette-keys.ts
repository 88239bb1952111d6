// What the keys of the palette's field do to the choice among its results: a pure decision.

/** The result that `key` leads to from `active`, of `count`; undefined where the key means something else. The ends are joined. */
export function moveChoice(key: string, active: number, count: number): number | undefined {
  if (count === 0) return undefined;
  if (key === 'ArrowDown') return (active + 1) % count;
  if (key === 'ArrowUp') return (Math.max(active, 0) - 1 + count) % count;
  if (key === 'Home') return 0;
  if (key === 'End') return count - 1;
  return undefined;
}
