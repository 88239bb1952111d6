// Small aids around an article: the current section in the contents, everything unfolded on paper.

export function setUpReadingAids(): void {
  followSections();
  unfoldForPrint();
}

/** On paper nothing can be unfolded: what was folded is shown, and folded again afterwards. */
function unfoldForPrint(): void {
  let folded: readonly HTMLDetailsElement[] = [];
  window.addEventListener('beforeprint', () => {
    folded = [...document.querySelectorAll<HTMLDetailsElement>('details:not([open])')];
    for (const details of folded) details.open = true;
  });
  window.addEventListener('afterprint', () => {
    for (const details of folded) details.open = false;
  });
}

/** Pixels from the top of the window: the header, and the space that a heading keeps from it. */
const headingEdge = 130;

/** Marks in the contents the section that is read: the last one whose heading stands at the top of the window or above it, also after a jump. */
function followSections(): void {
  const links = new Map<Element, HTMLAnchorElement>();
  for (const link of document.querySelectorAll<HTMLAnchorElement>('.toc a')) {
    const heading = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (heading) links.set(heading, link);
  }
  if (links.size === 0) return;
  const passed = new Set<Element>();
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        if (isIntersecting) passed.add(target);
        else passed.delete(target);
      }
      const current = [...links.keys()].filter((heading) => passed.has(heading)).at(-1);
      for (const [heading, link] of links) {
        if (heading === current) link.setAttribute('aria-current', 'true');
        else link.removeAttribute('aria-current');
      }
    },
    // Upwards without end, for what was scrolled away has been passed; downwards as far as a heading that a link led to.
    { rootMargin: `1000000px 0px ${Math.min(0, headingEdge - window.innerHeight)}px 0px` },
  );
  for (const heading of links.keys()) observer.observe(heading);
}
