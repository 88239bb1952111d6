// Puts a drawn picture into a page: ids of its own, and a name and description for those who can't see it.
import type { Element, ElementContent } from 'hast';
import { sanitizeSvg } from '../content/sanitize-svg.ts';
import { pictureAttributes, pictureClasses } from './sanitize-svg.ts';

export interface PicturePlace {
  /** Unique within the page, such as `flow-2-`: the same diagram may stand on a page twice. */
  readonly idPrefix: string;
  /** The picture's name for a screen reader where the diagram has none of its own (`accTitle`), such as "Flowchart 2". */
  readonly title: string;
  /** What a screen reader says next where the diagram does not describe itself (`accDescr`), such as where to find the outline. */
  readonly description: string;
}

/**
 * The `svg` element of a picture that `renderPictures` returned, sanitised once more because the cache is a folder that others may write to.
 * Raises TypeError where `svg` holds no picture.
 */
export function placePicture(svg: string, { idPrefix, title, description }: PicturePlace): Element {
  const picture = sanitizeSvg(svg, { idPrefix, classes: pictureClasses, attributes: pictureAttributes });
  if (picture === undefined) throw new TypeError('Unexpected text, expected a picture of renderPictures');
  const [titleId, descriptionId] = [`${idPrefix}title`, `${idPrefix}desc`];
  Object.assign(picture.properties, { role: 'img', ariaLabelledBy: [titleId, descriptionId] });
  const own = (tagName: string) =>
    picture.children.find((child) => child.type === 'element' && child.tagName === tagName);
  const [ownTitle, ownDescription] = [own('title'), own('desc')];
  picture.children = [
    named('title', titleId, textOf(ownTitle) || title),
    named('desc', descriptionId, textOf(ownDescription) || description),
    ...picture.children.filter((child) => child !== ownTitle && child !== ownDescription),
  ];
  return picture;
}

function textOf(element: ElementContent | undefined): string {
  const [text] = element?.type === 'element' ? element.children : [];
  return text?.type === 'text' ? text.value.trim() : '';
}

function named(tagName: 'title' | 'desc', id: string, value: string): Element {
  return { type: 'element', tagName, properties: { id }, children: [{ type: 'text', value }] };
}
