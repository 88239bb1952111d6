// "I have read and understood": a receipt for one version of one article, in the reader's name, and what has changed since the last one.
import type { ArticleReference, ReceiptItem } from '../../../src/model/field-item.ts';
import { type IsoDate, parseIsoDate } from '../../../src/model/iso-date.ts';
import { formatDate } from '../../locales/format.ts';
import { build } from '../build-element.ts';
import { readMark, writeMark } from '../read-mark.ts';
import { readStored, store } from '../reader-storage.ts';
import { diffWords } from './diff-words.ts';
import { pressButton } from './field-dialog.ts';
import {
  articleInView,
  baseName,
  collects,
  pageLang,
  pageWords,
  readerDay,
  referenceTo,
} from './field-page.ts';
import { makeReceipt } from './make-item.ts';
import { askName, readName } from './reader-name.ts';

/** Characters of an article's text that are kept for the next difference. */
const longestText = 4_000;

export type KeepReceipt = (item: ReceiptItem) => 'kept' | 'full' | 'denied';

const nameOf = ({ lang, id }: ArticleReference) => `${lang}/${id}`;
const textKey = (about: ArticleReference) => `kb:text:${baseName()}:${nameOf(about)}`;

/** The words of the article in view, with one space between them; undefined where they are too many to keep. */
function textInView(): string | undefined {
  // biome-ignore lint/performance/useDomNodeTextContent: words of neighbouring blocks must not run together.
  const text = document.querySelector<HTMLElement>('.prose')?.innerText.replace(/\s+/g, ' ').trim() ?? '';
  return text !== '' && text.length <= longestText ? text : undefined;
}

/** Takes the confirmation; where the site collects receipts it asks for a name first. `done` is told what became of it. */
export function acknowledge(
  about: ArticleReference,
  keep: KeepReceipt,
  done: (outcome: 'kept' | 'full' | 'denied') => void,
): void {
  const confirm = (name: string) => {
    const outcome = keep(makeReceipt(about, name, readerDay()));
    if (outcome === 'kept') rememberReading(about);
    done(outcome);
  };
  if (!collects()) {
    done(rememberReading(about) ? 'kept' : 'denied');
    return;
  }
  const name = readName();
  if (name === undefined) askName(confirm);
  else confirm(name);
}

function rememberReading(about: ArticleReference): boolean {
  const inView = articleInView();
  const text = inView && nameOf(inView) === nameOf(about) ? textInView() : undefined;
  if (text !== undefined) store('localStorage', textKey(about), text);
  return writeMark(nameOf(about), { version: about.version, on: readerDay() });
}

function dayInWords(on: string): string {
  const day: IsoDate | undefined = parseIsoDate(on);
  return day ? formatDate(day, pageWords().lang) : on;
}

/** Says beside the button whether this version was confirmed, or another one. */
export function showReceipt(keep: KeepReceipt): void {
  const place = document.querySelector<HTMLElement>('.field-receipt');
  const article = articleInView();
  if (!place || !article) return;
  const { receipt: t } = pageWords();
  const status = place.querySelector<HTMLElement>('[role=status]');
  const button = place.querySelector<HTMLElement>('button');
  const mark = readMark(nameOf(article));
  if (!mark || !status || !button) return;
  const versions = document.querySelector<HTMLElement>('.article')?.dataset.versions?.split(' ') ?? [];
  const holds = versions.includes(mark.version);
  const name = readName();
  button.hidden = holds;
  const on = dayInWords(mark.on);
  status.textContent = holds ? (name === undefined ? t.doneNameless(on) : t.done(on, name)) : t.changed(on);
  place.querySelector('.field-change-name')?.remove();
  place.querySelector('.field-differences')?.remove();
  if (holds && name !== undefined && collects()) {
    const change = pressButton('field-change-name', t.nameChange(name), () =>
      askName((other) => {
        if (other === name) return;
        keep(makeReceipt(referenceTo(article), other, readerDay()));
        showReceipt(keep);
      }),
    );
    place.append(change);
  }
  if (!holds) showDifferences(place, article);
}

function showDifferences(place: HTMLElement, article: ArticleReference): void {
  const before = readStored('localStorage', textKey(article));
  const after = textInView();
  if (before === undefined || before.length > longestText || after === undefined) return;
  const { receipt: t } = pageWords();
  const parts = diffWords(before, after).map(({ kind, text }) =>
    kind === 'same' ? text : build(kind === 'added' ? 'ins' : 'del', '', text),
  );
  if (parts.every((part) => typeof part === 'string')) return;
  const text = build('p', '', ...parts.flatMap((part) => [part, ' ']));
  text.lang = pageLang();
  place.append(build('details', 'field-differences', build('summary', '', t.differences), text));
}
