// Walks the elements of a drawing.
import type { Element } from 'hast';

/** Calls `change` on every element, parents first. */
export function visit(element: Element, change: (element: Element) => void): void {
  change(element);
  for (const child of element.children) if (child.type === 'element') visit(child, change);
}

/** The classes of an element; none where it has no such attribute. */
export function classesOf(element: Element): string[] {
  const { className } = element.properties;
  return Array.isArray(className) ? className.map(String) : [];
}
