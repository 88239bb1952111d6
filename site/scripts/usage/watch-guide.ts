// Which answers are taken in guides, and at which step a guide is left before it ends.
import type { CounterKind } from '../../../src/model/field-item.ts';
import { type AnswerTold, answerTold, type GuideTold, guideTold } from '../usage-events.ts';

/** The node's name in a count: that of the n-th guide of a page stands behind `n/`, from the second on. */
function nameNode(article: string, { number }: Pick<GuideTold, 'number'>, node: string): string {
  // A space would end the name.
  return `${article}#${number > 1 ? `${number}/` : ''}${node.replace(/\s+/g, '_')}`;
}

/** Watches the guides of `article`, `<lang>/<id>`. */
export function watchGuides(article: string, count: (of: CounterKind, what: string) => void): void {
  let stand: GuideTold | undefined;
  const leave = (): void => {
    // Who looked at the first step alone has not begun.
    if (stand?.node !== undefined && !stand.ended && stand.choices > 0)
      count('guide-left', nameNode(article, stand, stand.node));
    stand = undefined;
  };
  document.addEventListener(guideTold, (event) => {
    const told = (event as CustomEvent<GuideTold | null>).detail;
    if (told === null) leave();
    else stand = told;
  });
  document.addEventListener(answerTold, (event) => {
    const told = (event as CustomEvent<AnswerTold>).detail;
    count('answer', `${nameNode(article, told, told.node)} → ${told.way}`.trimEnd());
  });
  window.addEventListener('pagehide', leave);
}
