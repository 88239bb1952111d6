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

/** Marks in the contents the section at the top of the window. */
function followSections(): void {
  const links = new Map<string, HTMLAnchorElement>();
  for (const link of document.querySelectorAll<HTMLAnchorElement>('.toc a'))
    links.set(decodeURIComponent(link.hash.slice(1)), link);
  if (links.size === 0) return;
  const observer = new IntersectionObserver(
    (entries) => {
      const entered = entries.find((entry) => entry.isIntersecting);
      const link = entered && links.get(entered.target.id);
      if (!link) return;
      for (const other of links.values()) other.removeAttribute('aria-current');
      link.setAttribute('aria-current', 'true');
    },
    { rootMargin: '-80px 0px -70% 0px' },
  );
  for (const id of links.keys()) {
    const heading = document.getElementById(id);
    if (heading) observer.observe(heading);
  }
}
