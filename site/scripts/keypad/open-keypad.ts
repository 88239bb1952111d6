// The keypad of a voice menu: a dialog that says what a caller hears, with the keys of a telephone.
import { choiceOf, type MenuCall, pressKey, startCall } from '../../../src/model/menu-call.ts';
import { estimateSeconds, type MenuKey, type MenuStep } from '../../../src/model/voice-menu.ts';
import { type KeypadData, textOn } from '../../keypad-data.ts';
import type { KeypadWords } from '../../locales/keypad-words.ts';
import { articleTitle, doubtfulNotices, graveNotices } from '../article-state.ts';
import { build } from '../build-element.ts';
import { isCommand, menuKeyOf } from '../menu-key.ts';
import { readJudgingTerms } from '../reader-clock.ts';

/** The keys as they lie on a telephone (ITU-T E.161), row by row. */
const layout: readonly MenuKey[] = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '*', '0', '#'];

/** Opens the keypad over the page, with the call at its start. */
export function openKeypad(data: KeypadData, words: KeypadWords): void {
  const today = readJudgingTerms(new Date())?.today;
  const { menu } = data;
  let call = startCall(menu);

  const title = build('h2', '', articleTitle());
  title.id = 'keypadTitle';
  title.tabIndex = -1;
  const log = build('div', 'keypad-log');
  log.tabIndex = 0;
  log.setAttribute('role', 'log');
  log.setAttribute('aria-label', words.said);
  const keys = layout.map((key) => keyButton(key, words, () => press(key)));
  const pad = build('div', 'keypad-keys', ...keys);
  pad.setAttribute('role', 'group');
  pad.setAttribute('aria-label', words.keys);
  const silence = button('button button-quiet', words.silence, () => press(undefined));
  const outcome = build('p', 'keypad-end');
  outcome.setAttribute('role', 'status');
  const again = button('button button-quiet', words.again, begin);
  const close = button('button button-quiet', words.close, () => dialog.close());
  const notices = build('div', 'keypad-notices', ...graveNotices(), ...doubtfulNotices());
  const dialog = build(
    'dialog',
    'sheet keypad',
    title,
    notices,
    build('div', 'keypad-body', log, build('div', 'keypad-phone', pad, silence)),
    outcome,
    build('p', 'keypad-ways', again, close),
  );
  dialog.lang = words.lang;
  dialog.setAttribute('aria-labelledby', title.id);

  function begin(): void {
    call = startCall(menu);
    log.replaceChildren();
    show();
    title.focus();
  }

  function press(key: MenuKey | undefined): void {
    if (call.end !== undefined) return;
    const choice = key === undefined ? undefined : choiceOf(call, key);
    const meaning = key === undefined ? words.noKey : (choice?.words ?? words.wrongKey);
    log.append(drawPressed(key, meaning, choice !== undefined));
    call = pressKey(menu, call, key);
    show();
  }

  /** Adds what is said up to the next key, and scrolls to its beginning. */
  function show(): void {
    const said = call.said.map(drawSaid);
    const end = endOf(call, words);
    log.append(...said);
    outcome.textContent = end ?? '';
    const first = said[0] ?? log.lastElementChild;
    if (first instanceof HTMLElement) log.scrollTop = first.offsetTop - log.offsetTop;
    const ended = end !== undefined;
    // Keys that the reader is on keep the focus, and with it their place among the others.
    for (const each of [...keys, silence]) each.setAttribute('aria-disabled', String(ended));
    dialog.classList.toggle('keypad-ended', ended);
    if (ended && dialog.open) again.focus();
  }

  function drawSaid({ title: step, recordings }: MenuStep): HTMLElement {
    const texts = recordings.map(({ name, text }) => (today ? textOn(data, name, text, today) : text));
    const seconds = Math.round(texts.reduce((sum, text) => sum + estimateSeconds(text), 0));
    return build(
      'section',
      'keypad-said',
      build('p', 'keypad-step', `${step} · ${words.seconds(seconds)}`),
      ...texts.map((text) => {
        const paragraph = build('p', '', text);
        paragraph.lang = document.documentElement.lang;
        return paragraph;
      }),
    );
  }

  dialog.addEventListener('close', () => dialog.remove());
  dialog.addEventListener('keydown', (event) => {
    // The page's own keys hold outside of the dialog.
    event.stopPropagation();
    const key = isCommand(event) ? undefined : menuKeyOf(event);
    if (key === undefined) return;
    event.preventDefault();
    press(key);
  });
  document.body.append(dialog);
  dialog.showModal();
  begin();
}

function endOf({ end, step: { turn } }: MenuCall, words: KeypadWords): string | undefined {
  if (end === 'hangup') return words.hangup;
  if (end === 'no-key') return words.gaveUp;
  if (end !== 'transfer' || turn.kind !== 'transfer') return undefined;
  return words.transfer(turn.to.replace(/^(?:tel|sip):/, ''));
}

function drawPressed(key: MenuKey | undefined, meaning: string, known: boolean): HTMLElement {
  const sign = key === undefined ? [] : [build('kbd', '', key)];
  return build(
    'p',
    `keypad-pressed${known ? '' : ' keypad-unknown'}`,
    ...sign,
    ...(meaning === '' ? [] : [' ', build('span', '', meaning)]),
  );
}

function keyButton(key: MenuKey, words: KeypadWords, run: () => void): HTMLButtonElement {
  const made = button('keypad-key', key, run);
  if (key === '*') made.setAttribute('aria-label', words.star);
  if (key === '#') made.setAttribute('aria-label', words.hash);
  return made;
}

function button(className: string, label: string, run: () => void): HTMLButtonElement {
  const made = build('button', className, label);
  made.type = 'button';
  made.addEventListener('click', run);
  return made;
}
