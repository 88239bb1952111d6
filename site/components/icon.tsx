// The site's own small icons: strokes on a grid of 16, in the colour of the text beside them.
import type { JSX } from 'preact';
import { stateIcons } from './state-icons.ts';

const paths = {
  ...stateIcons,
  // What is missing, or can't be read.
  hole: 'M8 1.75a6.25 6.25 0 0 1 2.6.55M13 4.3a6.25 6.25 0 0 1 1.2 2.9M13.9 10.1a6.25 6.25 0 0 1-2 2.8M9.4 14.1a6.25 6.25 0 0 1-3.1-.1M3.7 12.5a6.25 6.25 0 0 1-1.7-2.6M1.8 7a6.25 6.25 0 0 1 1.4-2.9M5.4 2.3a6.25 6.25 0 0 1 .3-.1M8 4.75v3.5M8 10.9v.1',
  invalid: 'M3.25 1.75h6l3.5 3.5v9h-9.5ZM9.25 1.75v3.5h3.5M6 8.5l4 4M10 8.5l-4 4',
  // Parts of the page.
  search: 'M7 2.25a4.75 4.75 0 1 0 0 9.5a4.75 4.75 0 0 0 0-9.5ZM10.5 10.5l3.75 3.75',
  contrast: 'M8 1.75a6.25 6.25 0 1 0 0 12.5a6.25 6.25 0 0 0 0-12.5ZM8 1.75v12.5M8 5.5h5.7M8 8h6.2M8 10.5h5.7',
  star: 'M8 1.75l1.95 4l4.3.6l-3.1 3.05l.75 4.35L8 11.7l-3.9 2.05l.75-4.35L1.75 6.35l4.3-.6Z',
  bell: 'M8 1.75a4.25 4.25 0 0 0-4.25 4.25c0 3.75-1.5 5.25-1.5 5.25h11.5s-1.5-1.5-1.5-5.25A4.25 4.25 0 0 0 8 1.75ZM6.5 13.75a1.6 1.6 0 0 0 3 0',
  print: 'M4.5 5.5V1.75h7V5.5M4.5 11.5H2.25v-6h11.5v6H11.5M4.5 9.25h7v5h-7Z',
  copy: 'M5.75 5.75h8v8h-8ZM10.25 5.5V2.25h-8v8H5.5',
  plus: 'M8 3v10M3 8h10',
  minus: 'M3 8h10',
  whole: 'M2.25 3.25h11.5v9.5h-11.5ZM5 8h6M5 8l1.5-1.5M5 8l1.5 1.5M11 8l-1.5-1.5M11 8l-1.5 1.5',
  full: 'M6 2.25H2.25V6M10 2.25h3.75V6M6 13.75H2.25V10M10 13.75h3.75V10',
  next: 'M6 3.5L10.5 8L6 12.5',
  previous: 'M10 3.5L5.5 8l4.5 4.5',
  team: 'M5.75 2.5a2.4 2.4 0 1 0 0 4.8a2.4 2.4 0 0 0 0-4.8ZM1.5 13.5c0-2.6 1.7-4.25 4.25-4.25S10 10.9 10 13.5M10.5 2.75a2.25 2.25 0 0 1 0 4.3M11.75 9.5c1.75.5 2.75 1.9 2.75 4',
  mark: 'M4.25 2.25h7.5v11.5L8 11.25l-3.75 2.5ZM6.25 6.5l1.35 1.35l2.4-2.75',
} as const;

export type IconName = keyof typeof paths;

/** A decorative picture: the word beside it carries the meaning. */
export function Icon({ name }: { readonly name: IconName }): JSX.Element {
  return (
    <svg class="icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
      <path d={paths[name]} />
    </svg>
  );
}
