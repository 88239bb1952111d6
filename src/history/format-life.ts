// An article's life as lines for a terminal: day, author, what happened; long tales are broken at spaces.
import stringWidth from 'string-width';
import { printable } from '../model/printable.ts';
import type { UiLanguage } from '../model/wording.ts';
import type { LifeEvent } from './describe-life.ts';

export interface LifeFormatOptions {
  readonly lang: UiLanguage;
  /** Width of the terminal in columns. */
  readonly width: number;
}

const dayWidth = 10;
const widestAuthor = 24;
const gap = '  ';

/** `text` in lines of at most `width` columns, broken at spaces where there are any. */
export function wrapText(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && stringWidth(longer) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line];
}

/** `text` in exactly `width` columns, cut with an ellipsis where it is longer. */
function cutTo(text: string, width: number): string {
  let cut = text;
  while (stringWidth(cut) > width) cut = `${[...cut].slice(0, cut.endsWith('…') ? -2 : -1).join('')}…`;
  return cut + ' '.repeat(width - stringWidth(cut));
}

const between = { fr: ' ; ', en: '; ' };
const uncommitted = { fr: 'hors commit', en: 'no commit' };

/** The lines of `events`, in their order, each with a line feed. */
export function formatLife(events: readonly LifeEvent[], { lang, width }: LifeFormatOptions): string {
  const authors = events.map(({ author }) => printable(author ?? uncommitted[lang]));
  const authorWidth = Math.min(widestAuthor, Math.max(0, ...authors.map((author) => stringWidth(author))));
  const indent = dayWidth + authorWidth + 2 * gap.length;
  const lines = events.flatMap(({ day = '–', words }, at) => {
    const tale = words.map((wording) => printable(wording[lang])).join(between[lang]);
    const [first = '', ...rest] = wrapText(tale, Math.max(20, width - indent));
    const start = `${day.padEnd(dayWidth)}${gap}${cutTo(authors[at] ?? '', authorWidth)}${gap}`;
    return [`${start}${first}`, ...rest.map((line) => ' '.repeat(indent) + line)];
  });
  return lines.map((line) => `${line.trimEnd()}\n`).join('');
}
