// The picture follows the guide: the steps that were passed and the present one are marked, and the present one is in view.

/** Marks the nodes of `figure`'s picture; without a present one it marks nothing. */
export function lightNodes(
  figure: HTMLElement,
  current: string | undefined,
  passed: ReadonlySet<string>,
): void {
  const frame = figure.querySelector<HTMLElement>('.flow-picture');
  if (frame === null) return;
  for (const node of frame.querySelectorAll<SVGElement>('[data-node]')) {
    const id = node.dataset.node ?? '';
    node.classList.toggle('guide-current', id === current);
    node.classList.toggle('guide-passed', id !== current && passed.has(id));
  }
  const lit = frame.querySelector('.guide-current');
  if (lit !== null) bringIntoView(frame, lit);
}

/** Scrolls the picture's own frame, never the page. */
function bringIntoView(frame: HTMLElement, node: Element): void {
  const [outer, inner] = [frame.getBoundingClientRect(), node.getBoundingClientRect()];
  frame.scrollBy({
    left: inner.left + inner.width / 2 - outer.left - outer.width / 2,
    top: inner.top + inner.height / 2 - outer.top - outer.height / 2,
  });
}
