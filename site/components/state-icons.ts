// The icons of an article's states and types, as paths on a grid of 16: apart, because the search's script draws them in the reader's browser too.
import type { ArticleType } from '../../src/model/article.ts';
import type { Trust } from '../../src/model/trust.ts';
import type { Validity } from '../../src/model/validity.ts';

export const stateIcons = {
  // States in time: each has its own outline, so that none depends on colour.
  current: 'M8 1.75a6.25 6.25 0 1 0 0 12.5a6.25 6.25 0 0 0 0-12.5ZM5.25 8.25l2 2l3.5-4',
  due: 'M8 1.75a6.25 6.25 0 1 0 0 12.5a6.25 6.25 0 0 0 0-12.5ZM8 4.5V8l2.5 1.75',
  expired: 'M5.4 1.75h5.2l3.65 3.65v5.2l-3.65 3.65H5.4L1.75 10.6V5.4ZM5.9 5.9l4.2 4.2M10.1 5.9l-4.2 4.2',
  scheduled:
    'M2.25 3.25h11.5v10.5H2.25ZM2.25 6.5h11.5M5.25 1.5v3M10.75 1.5v3M6 10.1h4M8.6 8.6l1.5 1.5l-1.5 1.5',
  undated: 'M2.25 3.25h11.5v10.5H2.25ZM2.25 6.5h11.5M5.25 1.5v3M10.75 1.5v3M6.5 8.5l3 3M9.5 8.5l-3 3',
  // States of approval: shields and sheets.
  validated: 'M8 1.5l5.25 2v4c0 3.4-2.2 5.8-5.25 7c-3.05-1.2-5.25-3.6-5.25-7v-4ZM5.5 8l1.75 1.75L10.5 6.25',
  unvalidated: 'M8 1.5l5.25 2v4c0 3.4-2.2 5.8-5.25 7c-3.05-1.2-5.25-3.6-5.25-7v-4ZM8 4.75v3.5M8 10.9v.1',
  changed: 'M10.75 2.25l3 3L5.5 13.5l-3.75.75l.75-3.75ZM9 4l3 3',
  draft: 'M3.25 1.75h6l3.5 3.5v9h-9.5ZM9.25 1.75v3.5h3.5M5.75 8.5h4.5M5.75 11h2.5',
  archived: 'M1.75 2.5h12.5v3.25H1.75ZM2.75 5.75v7.75h10.5V5.75M6.25 8.5h3.5',
  // Types of article.
  procedure:
    'M6.5 3.5h7.25M6.5 8h7.25M6.5 12.5h7.25M1.75 3.25l1 1l1.75-2M1.75 7.75l1 1l1.75-2M1.75 12.25l1 1l1.75-2',
  decision: 'M8 1.5l3.25 3.25L8 8L4.75 4.75ZM8 8v2.25M3.5 14.25v-4h9v4',
  faq: 'M2 2.5h12v8.75H8.25L4.75 14v-2.75H2ZM6.25 5.6a1.8 1.8 0 1 1 2.5 1.65c-.5.25-.75.5-.75 1M8 9.6v.05',
  macro: 'M2 2.5h12v8.75H8.25L4.75 14v-2.75H2ZM5 5.5h6M5 8.25h3.75',
  reference:
    'M8 3.75C6.5 2.6 4.25 2.4 1.75 2.5v10c2.5-.1 4.75.1 6.25 1.25c1.5-1.15 3.75-1.35 6.25-1.25v-10C11.75 2.4 9.5 2.6 8 3.75ZM8 3.75v10',
  announcement: 'M2 6.25v3.5h2.25l7.25 3.5V2.75L4.25 6.25ZM4.75 10.25l.75 3.5h1.75M13.75 6.75v2.5',
  quiz: 'M2.5 1.75h11v12.5h-11ZM5 5l.75.75L7 4.25M5 10.25l.75.75L7 9.5M8.75 5h2.25M8.75 10.25h2.25',
  ivr: 'M3 1.75h10v12.5H3ZM5.5 4.75v.05M8 4.75v.05M10.5 4.75v.05M5.5 8v.05M8 8v.05M10.5 8v.05M8 11.25v.05',
} as const satisfies Readonly<Record<Validity | Trust | ArticleType, string>>;
