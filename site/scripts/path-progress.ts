// Which steps of training paths are done, on this device: ticked by hand, or known from what was read and answered here.
import { readStored, store } from './reader-storage.ts';

const storageKey = 'kb:paths';
/** Steps that are kept; the oldest are forgotten. */
const mostSteps = 500;

type Kept = readonly [step: string, done: boolean];

/** What the reader said of `step`, which names base, path and step; undefined where nothing. */
export function readStep(step: string): boolean | undefined {
  return readAll().find(([name]) => name === step)?.[1];
}

/** Keeps what the reader says of `step`, and says whether it could. */
export function keepStep(step: string, done: boolean): boolean {
  const others = readAll().filter(([name]) => name !== step);
  return store('localStorage', storageKey, JSON.stringify([[step, done], ...others].slice(0, mostSteps)));
}

function readAll(): readonly Kept[] {
  try {
    const value: unknown = JSON.parse(readStored('localStorage', storageKey) ?? '[]');
    return Array.isArray(value) ? value.filter(isKept) : [];
  } catch {
    return [];
  }
}

function isKept(value: unknown): value is Kept {
  return Array.isArray(value) && typeof value[0] === 'string' && typeof value[1] === 'boolean';
}
