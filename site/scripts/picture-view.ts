// Brings the pictures of a page to life: buttons, keys and gestures that show them larger, whole, or on the full screen.
import { createFullScreen } from './full-screen.ts';
import { listenToGestures, zoomStep } from './picture-gestures.ts';
import { createPictureZoom } from './picture-zoom.ts';

/** Without this, or where a picture lacks a part, it scrolls at the size it was drawn in. */
export function setUpPictures(): void {
  for (const view of document.querySelectorAll<HTMLElement>('.flow-view')) setUpPicture(view);
}

function setUpPicture(view: HTMLElement): void {
  const frame = view.querySelector<HTMLElement>('.flow-picture');
  const svg = frame?.querySelector<SVGSVGElement>('svg');
  const tools = view.querySelector<HTMLElement>('.flow-tools');
  if (!frame || !svg || !tools) return;
  const scaleShown = tools.querySelector('output');
  const buttonOf = (act: string) => tools.querySelector<HTMLButtonElement>(`[data-act="${act}"]`);
  const percent = new Intl.NumberFormat(document.documentElement.lang, { style: 'percent' });

  const zoom = createPictureZoom(frame, svg, () => {
    if (scaleShown) scaleShown.textContent = percent.format(zoom.scale());
    buttonOf('whole')?.setAttribute('aria-pressed', String(zoom.showsWhole()));
  });
  const screen = createFullScreen(view, () => {
    view.classList.toggle('full', screen.isOn());
    buttonOf('full')?.setAttribute('aria-pressed', String(screen.isOn()));
    zoom.fit(screen.isOn());
  });
  const acts: Readonly<Record<string, () => void>> = {
    out: () => zoom.zoomTo(zoom.scale() / zoomStep),
    in: () => zoom.zoomTo(zoom.scale() * zoomStep),
    whole: () => zoom.toggleWhole(),
    full: () => screen.toggle(),
  };
  for (const [act, run] of Object.entries(acts)) buttonOf(act)?.addEventListener('click', run);
  listenToGestures(frame, zoom);
  frame.setAttribute('aria-keyshortcuts', '+ - 0');
  tools.removeAttribute('data-idle');
  zoom.fit(false);
  let width = frame.offsetWidth;
  new ResizeObserver(() => {
    if (frame.offsetWidth === width) return;
    width = frame.offsetWidth;
    zoom.fit(screen.isOn());
  }).observe(frame);
}
