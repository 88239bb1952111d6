// What the browser's history remembers of each step of a guide, and what one article hands over to the next.
import type { CasePart } from '../case-note.ts';
import { forget, readStored, store } from './reader-storage.ts';

/** The way back to the guide that this one was opened from. */
export interface ReturnTicket {
  readonly href: string;
  readonly title: string;
  /** How many choices led to the step that it was opened from. */
  readonly depth: number;
  /** How far that guide was followed. */
  readonly part: CasePart;
  readonly visits: readonly Visit[];
}

/** A guide of another article that was followed from a step of this one. */
export interface Visit {
  /** How many choices led to the step. */
  readonly depth: number;
  readonly part: CasePart;
}

/** What belongs to one step beside its address. */
export interface Memory {
  /** How many entries of the history in a row, up to this one, are choices of this guide: so many the browser can take back. */
  readonly forward: number;
  /** The guides that led here from other articles, the nearest last. */
  readonly trail: readonly ReturnTicket[];
  readonly visits: readonly Visit[];
}

interface Handover extends Omit<Memory, 'forward'> {
  /** The page that it is for, as `nameOf` names it. */
  readonly to: string;
}

const nothing: Memory = { forward: 0, trail: [], visits: [] };
/** Where one article leaves what the next one takes over. */
export const handoverKey = 'kb-guide';

/** The longest chain of articles that lead back to each other. */
export const longestTrail = 20;

/** The address of a page without its fragment. */
export function pageOf(href: string): string {
  return new URL(href, window.location.href).href.replace(/#.*$/s, '');
}

/** Whether the present entry of the history is a step that a guide remembers. */
export function hasMemory(): boolean {
  const state: unknown = window.history.state;
  return typeof state === 'object' && state !== null && 'kbGuide' in state;
}

export function readMemory(): Memory {
  const state: unknown = window.history.state;
  if (typeof state !== 'object' || state === null || !('kbGuide' in state)) return nothing;
  return state.kbGuide as Memory;
}

/** Makes `fragment` the page's address, as a new entry of the history or in the place of the present one. */
export function writeMemory(how: 'push' | 'replace', fragment: string, memory: Memory): void {
  const state = { kbGuide: memory };
  if (how === 'push') window.history.pushState(state, '', fragment);
  else window.history.replaceState(state, '', fragment);
}

/** Leads to the guide at `href` in another page, and gives it `memory` where the browser lets pages keep something. */
export function handOver(href: string, memory: Omit<Memory, 'forward'>): void {
  const handover: Handover = { to: nameOf(href), ...memory };
  store('sessionStorage', handoverKey, JSON.stringify(handover));
  window.location.assign(href);
}

/** Takes over what another page left for this one, and says whether it did. It is for the very next page with a guide, so that no other finds it later. */
export function takeOver(): boolean {
  const stored = readStored('sessionStorage', handoverKey);
  if (stored === undefined) return false;
  forget('sessionStorage', handoverKey);
  const { to, trail, visits } = parseHandover(stored);
  if (to !== nameOf(window.location.href) || !trail.every(({ href }) => isOfThisSite(href))) return false;
  writeMemory('replace', window.location.hash, { forward: 0, trail, visits });
  return true;
}

/** Some servers leave `.html` out of the address to which they lead. */
function nameOf(href: string): string {
  return pageOf(href).replace(/\.html$/, '');
}

function parseHandover(text: string): Handover {
  try {
    return { ...nothing, to: '', ...(JSON.parse(text) as Partial<Handover>) };
  } catch {
    return { ...nothing, to: '' };
  }
}

/** Several sites may share a host, and with it the storage: no ticket leads anywhere else. */
function isOfThisSite(href: string): boolean {
  const { protocol, host } = new URL(href, window.location.href);
  return protocol === window.location.protocol && host === window.location.host;
}
