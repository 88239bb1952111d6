// Shows one picture larger or smaller in its frame, which scrolls. Nothing moves by itself, so there is no motion to reduce.
import { chooseScale, clampScale, type PictureSizes, wholeScale } from './picture-scale.ts';

/** A point of the window, in CSS pixels. */
export interface WindowPoint {
  readonly x: number;
  readonly y: number;
}

export interface PictureZoom {
  readonly scale: () => number;
  /** Shows the picture at `scale`; what is at `point`, or in the middle, stays where it is. */
  readonly zoomTo: (scale: number, point?: WindowPoint) => void;
  /** Shows the whole, or as at first when the whole is shown already. */
  readonly toggleWhole: () => void;
  readonly showsWhole: () => boolean;
  /** Fits the picture to a frame that has changed, unless the reader chose a scale. `filling` where the frame fills the window. */
  readonly fit: (filling: boolean) => void;
}

/** Height of the window that the frame can't have: the page's header, the buttons. */
const taken = 160;

/** The zoom of `svg` in `frame`; `onChange` is called whenever the scale or its reason changes. */
export function createPictureZoom(frame: HTMLElement, svg: SVGSVGElement, onChange: () => void): PictureZoom {
  const drawn = { width: svg.width.baseVal.value, height: svg.height.baseVal.value };
  const smallestText = readSmallestText(svg);
  let [scale, filled] = [1, false];
  let reason: 'first' | 'whole' | 'chosen' = 'first';

  const measure = (): PictureSizes => {
    const style = getComputedStyle(frame);
    const width = frame.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
    const height = frame.clientHeight - parseFloat(style.paddingTop) - parseFloat(style.paddingBottom);
    return {
      width: drawn.width,
      height: drawn.height,
      smallestText,
      room: filled ? { width, height } : { width },
    };
  };
  const apply = (next: number) => {
    scale = next;
    frame.style.setProperty('--picture-width', `${drawn.width * scale}px`);
    frame.style.setProperty('--picture-most', 'none');
    onChange();
  };
  /** In the page the frame keeps the height of the first view: zooming in moves nothing below it. */
  const showFirst = () => {
    reason = 'first';
    // The room in the page depends on what is in the frame: it is measured as if there were no script.
    frame.style.removeProperty('--frame-height');
    frame.style.removeProperty('--picture-width');
    frame.style.removeProperty('--picture-most');
    apply(chooseScale(measure()));
    if (!filled) frame.style.setProperty('--frame-height', `${frame.getBoundingClientRect().height}px`);
  };
  const showWhole = () => {
    reason = 'whole';
    apply(wholeScale(measure(), window.innerHeight - taken));
  };
  return {
    scale: () => scale,
    showsWhole: () => reason === 'whole',
    toggleWhole: () => (reason === 'whole' ? showFirst() : showWhole()),
    zoomTo: (wanted, point) => {
      reason = 'chosen';
      keepPlace(frame, svg, point ?? middleOf(frame), () => apply(clampScale(wanted)));
    },
    fit: (filling) => {
      const turned = filled !== filling;
      filled = filling;
      if (turned || reason === 'first') showFirst();
      else if (reason === 'whole') showWhole();
    },
  };
}

function readSmallestText(svg: SVGSVGElement): number {
  const sizes = Array.from(svg.querySelectorAll('text'), (text) =>
    parseFloat(getComputedStyle(text).fontSize),
  );
  const drawnScale = svg.width.baseVal.value / svg.viewBox.baseVal.width;
  return Math.min(drawnScale * Math.min(...sizes.filter((size) => size > 0)), 15);
}

/** The middle of what the window shows of the frame. */
function middleOf(frame: HTMLElement): WindowPoint {
  const { left, right, top, bottom } = frame.getBoundingClientRect();
  return {
    x: (Math.max(left, 0) + Math.min(right, window.innerWidth)) / 2,
    y: (Math.max(top, 0) + Math.min(bottom, window.innerHeight)) / 2,
  };
}

/** Scrolls the frame after `change`, so that the spot of the picture under `point` is there again. */
function keepPlace(frame: HTMLElement, svg: SVGSVGElement, point: WindowPoint, change: () => void): void {
  const before = svg.getBoundingClientRect();
  const [across, down] = [(point.x - before.left) / before.width, (point.y - before.top) / before.height];
  change();
  const after = svg.getBoundingClientRect();
  frame.scrollLeft += after.left + across * after.width - point.x;
  frame.scrollTop += after.top + down * after.height - point.y;
}
