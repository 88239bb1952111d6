// What a page holds of a flowchart for the guide: the flow, and where its nodes lead in the page and beyond it.
import type { Flow } from '../src/model/flow.ts';
import type { AskedQuestion } from '../src/model/guide-context.ts';

/** Where a node leads on to, as the page that holds the flowchart says it. */
export interface GuideLink {
  readonly href: string;
  readonly title: string;
  /** Whether what it leads to can be followed as a guide too. */
  readonly guided: boolean;
}

export interface GuideData {
  /** Place among the guides of the page, from 1. */
  readonly number: number;
  readonly flow: Flow;
  /** Node id → anchor of the section that details it. Pairs, because an id may be any word, `__proto__` too. */
  readonly details: readonly (readonly [id: string, anchor: string])[];
  readonly links: readonly (readonly [id: string, link: GuideLink])[];
  /** The questions that what is known of the contact answers. */
  readonly asks?: readonly AskedQuestion[] | undefined;
  /** Anchor of the section with what to tell the customer, where the article has one. */
  readonly tell?: string | undefined;
}

/** The name of the n-th guide of a page in its address: `#guide`, `#guide-2` … */
export function guideName(number: number): string {
  return number === 1 ? 'guide' : `guide-${number}`;
}
