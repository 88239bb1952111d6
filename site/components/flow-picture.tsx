// The picture of a flowchart, with the buttons that zoom it.
import type { JSX } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { BodyWords } from '../locales/body-words.ts';
import { PictureTools } from './picture-tools.tsx';

export interface FlowPictureView {
  /** Sanitised SVG. */
  readonly svg: string;
  /** The picture's width as it was drawn, in CSS pixels. */
  readonly width: number;
  readonly title: string;
  /** Words of the picture's buttons. */
  readonly tools: BodyWords['picture'];
}

/** At this share of its width the text of a picture, 15 px as drawn, is 12 px: smaller is hard to read on a phone. */
const legibleShare = 0.8;

/** An unseen picture that keeps the frame of one `width` pixels wide from making it illegible: the page's policy allows no style of its own. */
function leastWidth(width: number): string {
  return `<svg class="flow-least" width="${Math.round(width * legibleShare)}" height="0" aria-hidden="true"></svg>`;
}

/** Every text is escaped but `svg`, which its renderer sanitised. */
export function FlowPicture({ svg, width, title, tools }: FlowPictureView): JSX.Element {
  return (
    <div class="flow-view">
      <PictureTools words={tools} />
      <section
        class="flow-picture"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide picture scrolls, and the keyboard has to reach it (WCAG 2.1.1)
        tabIndex={0}
        aria-label={title}
        data-pagefind-ignore="all"
        dangerouslySetInnerHTML={{ __html: `${svg}${leastWidth(width)}` }}
      />
    </div>
  );
}

/** The HTML of a figure with nothing but the picture: what it shows is written out beside it. */
export function renderFlowPicture(view: FlowPictureView): string {
  return renderToString(
    <figure class="flow">
      <FlowPicture {...view} />
    </figure>,
  );
}
