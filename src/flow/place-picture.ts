// Puts a drawn picture into a page: ids of its own, and a name and description for those who can't see it.
import type { Element } from 'hast';
import { sanitizeSvg } from '../content/sanitize-svg.ts';
import { pictureAttributes, pictureClasses } from './sanitize-svg.ts';

export interface PicturePlace {
  /** Unique within the page, such as `flow-2-`: the same diagram may stand on a page twice. */
  readonly idPrefix: string;
  /** The picture's name for a screen reader, such as "Flowchart: late parcel". */
  readonly title: string;
  /** What a screen reader says next, such as where to find the outline. */
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
  picture.children.unshift(named('title', titleId, title), named('desc', descriptionId, description));
  return picture;
}

function named(tagName: 'title' | 'desc', id: string, value: string): Element {
  return { type: 'element', tagName, properties: { id }, children: [{ type: 'text', value }] };
}
