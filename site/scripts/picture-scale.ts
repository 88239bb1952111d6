// How large a picture is shown: sums, nothing of the page.

/** Lengths in CSS pixels. */
export interface PictureSizes {
  /** The picture as it was drawn. */
  readonly width: number;
  readonly height: number;
  /** Its smallest text, as drawn. */
  readonly smallestText: number;
  /** Room for it. In a page only the width is given: the page grows downwards. */
  readonly room: { readonly width: number; readonly height?: number };
}

/** Text below this many pixels is hard to read on a phone. */
const legibleText = 12;
const [least, most] = [0.1, 5];

/** The scale at which a picture is first shown: as drawn or as the room allows, but never with text that is hard to read. */
export function chooseScale(sizes: PictureSizes): number {
  return clampScale(Math.max(legibleText / sizes.smallestText, fittingScale(sizes)));
}

/** The largest scale, up to as drawn, at which the whole picture is seen; a page that grows downwards has `spare` pixels for it. */
export function wholeScale(sizes: PictureSizes, spare: number): number {
  return clampScale(fittingScale({ ...sizes, room: { height: spare, ...sizes.room } }));
}

function fittingScale({ width, height, room }: PictureSizes): number {
  return Math.min(1, room.width / width, (room.height ?? height) / height);
}

/** `scale` within what is of use: a tenth to five times. */
export function clampScale(scale: number): number {
  return Math.min(most, Math.max(least, scale));
}
