// Reads rendered pages back as trees, for tests that ask what is really in them.
import type { Element } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { visit } from 'unist-util-visit';

/** Every element of an HTML document, in document order, those inside `template` too. */
export function elementsOf(html: string): Element[] {
  const found: Element[] = [];
  const collect = (tree: Parameters<typeof visit>[0]) => {
    visit(tree, 'element', (element: Element) => {
      found.push(element);
      if (element.content) collect(element.content);
    });
  };
  collect(fromHtml(html));
  return found;
}

/** The attribute of `element` as written, or undefined. */
export function attribute(element: Element, name: string): string | undefined {
  const value = element.properties[name];
  return value === undefined || value === null ? undefined : String(value);
}
