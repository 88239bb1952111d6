// Texts for customers in a page: filled with what is known of the contact, and copied with a button, as long as their article holds.
import { countSms } from '../../../src/model/sms.ts';
import { macroWordsFor } from '../../locales/macro-words.ts';
import { announce } from '../announce.ts';
import { doubtfulNotices, graveNotices } from '../article-state.ts';
import { build } from '../build-element.ts';
import { copyRich } from '../clipboard.ts';
import { contextChange, readContext } from '../context/context-values.ts';
import { copyTold, tellUsage } from '../usage-events.ts';
import { askBeforeCopy } from './ask-before-copy.ts';
import { missingFields, readFilled, showKnown } from './macro-text.ts';

export function setUpMacros(): void {
  const macros = [...document.querySelectorAll<HTMLElement>('.prose .macro')];
  for (const macro of macros) setUpMacro(macro);
  const show = () => {
    for (const macro of macros) {
      showKnown(macro, readContext());
      showLength(macro);
    }
  };
  show();
  document.addEventListener(contextChange, show);
}

function setUpMacro(macro: HTMLElement): void {
  const words = macroWordsFor(document.documentElement.lang);
  const text = macro.querySelector<HTMLElement>('.macro-text');
  if (!text) return;
  const length = build('span', 'macro-length');
  length.lang = words.lang;
  macro.querySelector('.macro-title')?.append(' ', length);
  const subject = macro.querySelector<HTMLElement>('.macro-subject-text');
  const buttons = [
    copyButton(text, words.copy),
    ...(subject ? [' ', copyButton(subject, words.copySubject)] : []),
  ];
  const tools = build('p', 'macro-tools', ...buttons);
  tools.lang = words.lang;
  macro.append(tools);
}

/** Copies `part`, after what has to be asked. */
function copyButton(part: HTMLElement, label: string): HTMLButtonElement {
  const button = build('button', 'button button-quiet', label);
  button.type = 'button';
  const copy = () => {
    const words = macroWordsFor(document.documentElement.lang);
    const { plain, rich } = readFilled(part, readContext());
    void copyRich(plain, rich).then((done) => {
      announce(done ? words.copied : words.failed);
      button.classList.toggle('done', done);
      if (done) tellUsage(copyTold);
    });
  };
  button.addEventListener('click', () => {
    const grave = graveNotices();
    const notices = grave.length > 0 ? grave : doubtfulNotices();
    const missing = missingFields(part, readContext());
    if (notices.length === 0 && missing.length === 0) copy();
    else askBeforeCopy({ notices, refused: grave.length > 0, missing }, copy);
  });
  return button;
}

/** How long the text is as it would be copied now. */
function showLength(macro: HTMLElement): void {
  const text = macro.querySelector<HTMLElement>('.macro-text');
  const length = macro.querySelector('.macro-length');
  if (!text || !length) return;
  const words = macroWordsFor(document.documentElement.lang);
  const { plain } = readFilled(text, readContext());
  if (macro.dataset.channel === 'phone') length.textContent = '';
  else if (macro.dataset.channel === 'sms') {
    const { units, segments } = countSms(plain);
    length.textContent = words.sms(units, segments);
  } else length.textContent = words.length(plain.length);
}
