// Wheel, fingers, mouse and keys on a picture. Text can still be selected, and the page scrolls as everywhere.
import type { PictureZoom, WindowPoint } from './picture-zoom.ts';

/** What one press or turn is worth. */
export const zoomStep = 1.25;

/** Listens on `frame`, the part that scrolls. */
export function listenToGestures(frame: HTMLElement, zoom: PictureZoom): void {
  listenToWheel(frame, zoom);
  listenToPinch(frame, zoom);
  listenToDrag(frame);
  listenToKeys(frame, zoom);
  frame.addEventListener('dblclick', (event) => {
    // On words a double click selects one.
    if (!isText(event.target))
      zoom.zoomTo(zoom.scale() * (event.shiftKey ? 1 / zoomStep : zoomStep), placeOf(event));
  });
}

/** Only with Ctrl (or ⌘), which is also how a trackpad's pinch comes. */
function listenToWheel(frame: HTMLElement, zoom: PictureZoom): void {
  frame.addEventListener(
    'wheel',
    (event) => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      // A notch of a mouse counts some 100 pixels or 3 lines; a trackpad sends many small turns.
      const turn = event.deltaMode === WheelEvent.DOM_DELTA_PIXEL ? event.deltaY : event.deltaY * 33;
      zoom.zoomTo(zoom.scale() * zoomStep ** (-Math.max(-100, Math.min(100, turn)) / 100), placeOf(event));
    },
    { passive: false },
  );
}

/** Two fingers; with one, the browser scrolls. */
function listenToPinch(frame: HTMLElement, zoom: PictureZoom): void {
  let start: { readonly distance: number; readonly scale: number } | undefined;
  const begin = ({ touches }: TouchEvent) => {
    const pinch = readPinch(touches);
    start = pinch && { distance: pinch.distance, scale: zoom.scale() };
  };
  frame.addEventListener('touchstart', begin, { passive: true });
  frame.addEventListener('touchend', begin, { passive: true });
  frame.addEventListener('touchcancel', begin, { passive: true });
  frame.addEventListener(
    'touchmove',
    (event) => {
      const pinch = readPinch(event.touches);
      if (!pinch || !start) return;
      event.preventDefault();
      zoom.zoomTo((start.scale * pinch.distance) / start.distance, pinch.middle);
    },
    { passive: false },
  );
}

function readPinch(
  touches: TouchList,
): { readonly distance: number; readonly middle: WindowPoint } | undefined {
  const [a, b] = [touches.item(0), touches.item(1)];
  if (!a || !b || touches.length !== 2) return undefined;
  return {
    distance: Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY),
    middle: { x: (a.clientX + b.clientX) / 2, y: (a.clientY + b.clientY) / 2 },
  };
}

/** A mouse moves the picture when it is pressed beside the words. */
function listenToDrag(frame: HTMLElement): void {
  let last: WindowPoint | undefined;
  const stop = () => {
    last = undefined;
    frame.classList.remove('dragged');
  };
  frame.addEventListener('pointerdown', (event) => {
    if (event.pointerType === 'mouse' && event.button === 0 && !isText(event.target)) last = placeOf(event);
  });
  frame.addEventListener('pointermove', (event) => {
    if (!last) return;
    if (!frame.classList.contains('dragged')) {
      frame.setPointerCapture(event.pointerId);
      frame.classList.add('dragged');
    }
    const place = placeOf(event);
    frame.scrollLeft -= place.x - last.x;
    frame.scrollTop -= place.y - last.y;
    last = place;
  });
  frame.addEventListener('pointerup', stop);
  frame.addEventListener('pointercancel', stop);
}

/** `+`, `-` and `0` while the picture has the focus; the browser itself scrolls it by the arrows. */
function listenToKeys(frame: HTMLElement, zoom: PictureZoom): void {
  frame.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === '+' || event.key === '=') zoom.zoomTo(zoom.scale() * zoomStep);
    else if (event.key === '-') zoom.zoomTo(zoom.scale() / zoomStep);
    else if (event.key === '0') zoom.toggleWhole();
    else return;
    event.preventDefault();
  });
}

function isText(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('text') !== null;
}

function placeOf({ clientX, clientY }: MouseEvent): WindowPoint {
  return { x: clientX, y: clientY };
}
