// Brings the guides of a page to life: every move changes the address, and what the address says is shown.
import {
  currentNode,
  decodePath,
  encodePath,
  type Guide,
  goBack,
  isAtEnd,
  stepsOf,
  waysOn,
} from '../../src/model/guide.ts';
import { followContext } from '../../src/model/guide-context.ts';
import { type GuideData, guideName } from '../guide-data.ts';
import type { GuideWords } from '../locales/guide-words.ts';
import { articleTitle, graveNotices, lightNotices } from './article-state.ts';
import { readContext } from './context/context-values.ts';
import { readGuideAddress, writeGuideAddress } from './guide-address.ts';
import { hasMemory, type Memory, pageOf, readMemory, takeOver, writeMemory } from './guide-history.ts';
import { createGuidePanel } from './guide-panel.ts';
import { lightNodes } from './light-nodes.ts';
import { type Moves, screenOf } from './screen-of-guide.ts';
import { answerTold, guideTold, tellUsage } from './usage-events.ts';

/** A flowchart of the page that can be followed. */
export interface PageGuide {
  readonly figure: HTMLElement;
  readonly data: GuideData;
}

const isAnchor = (name: string) => document.getElementById(name) !== null;

/** Opens the guide that the address names, now and whenever the address changes. `guides` is not empty. */
export function openGuides(guides: readonly PageGuide[], words: GuideWords): void {
  /** The guide that is open, and the place in history that a move back is on its way to. */
  let open: PageGuide | undefined;
  let leaving = false;
  /** Why the reader was warned last: a reason that comes up later warns again. */
  let passed = '';
  /** Whether another page's guide led here, and this one did not begin yet. */
  let handedOver = false;

  const panel = createGuidePanel({
    title: articleTitle(),
    words,
    caution: lightNotices,
    close: () => close(),
  });

  /** Tells the answer by which `guide` goes on from the step before it. */
  function tellAnswer({ data }: PageGuide, guide: Guide): void {
    const step = stepsOf(guide).at(-1);
    if (step?.node && waysOn(goBack(guide)).length > 1)
      tellUsage(answerTold, { number: data.number, node: step.node.id, way: step.way.answer });
  }

  /** On to `guide`, and on through the questions that what is known of the contact answers: each is a step of its own in the history. */
  function go(page: PageGuide, guide: Guide): void {
    // What is known of a contact is in no count: only what the reader answered is told.
    tellAnswer(page, guide);
    for (const step of [guide, ...followContext(guide, page.data.asks ?? [], readContext())])
      record(page, step);
    show();
  }

  function record({ data }: PageGuide, guide: Guide): void {
    const { forward, trail, visits } = readMemory();
    const memory: Memory = {
      forward: guide.path.length === 0 ? 0 : forward + 1,
      trail,
      visits: visits.filter(({ depth }) => depth < guide.path.length),
    };
    writeMemory('push', fragmentOf(data, guide), memory);
  }

  /** A guide that begins is led on by what is known; one that is gone back to, or that an address leads into, stays where it is. */
  function begin(page: PageGuide, guide: Guide): boolean {
    if (guide.path.length > 0 || (hasMemory() && !handedOver)) return false;
    handedOver = false;
    const known = followContext(guide, page.data.asks ?? [], readContext());
    if (known.length === 0) return false;
    writeMemory('replace', fragmentOf(page.data, guide), readMemory());
    for (const step of known) record(page, step);
    return true;
  }

  /** Back by as many entries of the history as there are; where the page was opened further on, the entry is changed. */
  function goBackTo({ data }: PageGuide, guide: Guide, steps: number): void {
    if (leaving) return;
    const { forward, trail, visits } = readMemory();
    if (forward >= steps) {
      leaving = true;
      window.history.go(-steps);
      return;
    }
    const kept = visits.filter(({ depth }) => depth <= guide.path.length);
    writeMemory('replace', fragmentOf(data, guide), { forward: 0, trail, visits: kept });
    show();
  }

  /** Shows what the address asks for; another address than a guide's closes the panel and leaves the focus alone. */
  function show(): void {
    leaving = false;
    const address = readGuideAddress(window.location.hash, isAnchor);
    const next = address && guides.find(({ data }) => data.number === address.number);
    if (address === undefined || next === undefined) {
      if (open !== undefined) leaveFor(window.location.hash);
      return;
    }
    const { guide, fits } = decodePath(next.data.flow, address.path);
    if (open !== next && begin(next, guide)) {
      show();
      return;
    }
    const opened = place(next);
    const moves: Moves = {
      go: (to) => go(next, to),
      goBackTo: (to, steps) => goBackTo(next, to, steps),
    };
    const notices = graveNotices();
    const reason = notices.map(({ className }) => className).join();
    if (reason !== '' && reason !== passed) {
      const proceed = () => {
        passed = reason;
        show();
      };
      panel.show({
        kind: 'warning',
        title: words.warning,
        notices,
        proceed: { label: words.startAnyway, run: proceed },
      });
    } else {
      panel.show(screenOf({ guide, fits, data: next.data, memory: readMemory() }, moves, words));
      light(next, guide);
      panel.element.dataset.step = currentNode(guide)?.id ?? '';
    }
    const node = currentNode(guide);
    const handsOver = next.data.links.some(([id]) => id === node?.id);
    tellUsage(guideTold, {
      number: next.data.number,
      node: node?.id,
      choices: guide.path.length,
      ended: isAtEnd(guide) || handsOver,
    });
    const target = opened ? panel.element : (panel.element.querySelector('.guide-step') ?? panel.element);
    target.scrollIntoView({ block: opened ? 'start' : 'nearest', behavior: 'instant' });
  }

  /** Whether the panel had to be put into the figure of `next`. */
  function place(next: PageGuide): boolean {
    if (open === next) return false;
    hide();
    open = next;
    next.figure.prepend(panel.element);
    next.figure.classList.add('guided');
    document.documentElement.dataset.guideOpen = '';
    return true;
  }

  function hide(): void {
    if (open === undefined) return;
    tellUsage(guideTold, null);
    lightNodes(open.figure, undefined, new Set());
    panel.element.remove();
    open.figure.classList.remove('guided');
    delete document.documentElement.dataset.guideOpen;
    open = undefined;
  }

  /** A link in the guide led to a section: without the panel it stands elsewhere than where the browser scrolled to. */
  function leaveFor(hash: string): void {
    hide();
    document.getElementById(decodeFragment(hash))?.scrollIntoView({ behavior: 'instant' });
  }

  /** The history keeps the step: the browser's Back opens the guide there again, and so does the link that started it. */
  function close(): void {
    if (open === undefined) return;
    const links = [...document.querySelectorAll<HTMLAnchorElement>('.guide-start a')].filter(
      (link) => Number(link.dataset.number ?? 1) === open?.data.number,
    );
    const { figure, data } = open;
    const { guide } = decodePath(data.flow, readGuideAddress(window.location.hash, isAnchor)?.path ?? '');
    for (const link of links) {
      link.dataset.label ??= link.textContent ?? '';
      link.textContent = guide.path.length > 0 ? words.resume(guide.path.length + 1) : link.dataset.label;
      link.hash = fragmentOf(data, guide);
    }
    hide();
    window.history.pushState(null, '', pageOf(window.location.href));
    figure.querySelector<HTMLElement>('.guide-start a')?.focus();
  }

  handedOver = takeOver();
  for (const link of document.querySelectorAll<HTMLAnchorElement>('.guide-start a')) {
    const number = Number(link.dataset.number ?? 1);
    // A heading has the anchor: the guide is reached all the same.
    if (isAnchor(guideName(number))) link.hash = writeGuideAddress({ number, path: '' }, isAnchor);
  }
  window.addEventListener('hashchange', show);
  show();
}

function decodeFragment(hash: string): string {
  try {
    return decodeURIComponent(hash.slice(1));
  } catch {
    return '';
  }
}

function fragmentOf({ number }: GuideData, guide: Guide): string {
  return writeGuideAddress({ number, path: encodePath(guide) }, isAnchor);
}

function light({ figure }: PageGuide, guide: Guide): void {
  const steps = stepsOf(guide);
  lightNodes(figure, currentNode(guide)?.id, new Set(steps.flatMap(({ node }) => (node ? [node.id] : []))));
}
