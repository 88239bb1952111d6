// How large a picture is shown: sums, nothing of the page.

/** Lengths in CSS pixels. */
export interface PictureSizes {
  /** The picture as it was drawn. */
  readonly width: number;
  readonly height: number;
  /** Its smallest text, as drawn. */
  readonly smallestText: number;
  /** Room for it. */
  readonly room: { readonly width: number; readonly height: number };
}

/** Text below this many pixels is hard to read on a phone. */
const legibleText = 12;
const [least, most] = [0.1, 5];

/** The largest scale, up to as drawn, at which the whole picture is seen. */
export function wholeScale({ width, height, room }: PictureSizes): number {
  return clampScale(Math.min(1, room.width / width, room.height / height));
}

/** The scale at which a picture is first shown on a full screen: the whole, but never with text that is hard to read. */
export function legibleScale(sizes: PictureSizes): number {
  return Math.max(clampScale(legibleText / sizes.smallestText), wholeScale(sizes));
}

/** `scale` within what is of use: a tenth to five times. */
export function clampScale(scale: number): number {
  return Math.min(most, Math.max(least, scale));
}
