// The guide as the reader sees it: a region of the page that is drawn anew at every step.
import type { GuideWords } from '../locales/guide-words.ts';
import { build } from './build-element.ts';
import { copyText } from './clipboard.ts';
import { listenForKeys } from './guide-keys.ts';
import type {
  Choice,
  Detail,
  PassedStep,
  Reminder,
  Screen,
  SendNote,
  StepScreen,
  WarningScreen,
} from './guide-screen.ts';

export interface PanelTerms {
  readonly title: string;
  readonly words: GuideWords;
  /** One line on the article's state that stays in view; undefined where there is nothing to say. */
  readonly caution: () => string | undefined;
  readonly close: () => void;
}

export interface GuidePanel {
  readonly element: HTMLElement;
  /** Shows `screen` and puts the focus on its heading, by which a screen reader says where the reader is. */
  readonly show: (screen: Screen) => void;
}

/** The panel, still outside of the page. */
export function createGuidePanel(terms: PanelTerms): GuidePanel {
  const { words, title } = terms;
  const body = build('div', 'guide-body');
  const caution = build('p', 'guide-caution');
  const close = button('guide-tool', { label: words.close, run: terms.close }, 'Escape');
  const element = build(
    'section',
    'guide',
    build('div', 'guide-bar', build('p', 'guide-title', title), close),
    caution,
    body,
  );
  element.lang = words.lang;
  element.tabIndex = -1;
  element.setAttribute('aria-label', words.guide(title));
  listenForKeys(element);
  let unfolded = window.matchMedia('(min-width: 46.01rem)').matches;

  function drawSide({ detail, passed, note }: StepScreen): HTMLElement[] {
    const parts: HTMLElement[] = detail ? [drawDetail(detail)] : [];
    if (passed.length > 0) {
      const path = drawPath(passed, words);
      // At the end the note says the same.
      path.open = unfolded && note === undefined;
      path.addEventListener('toggle', () => {
        unfolded = path.open;
      });
      parts.push(path);
    }
    return parts.length > 0 ? [build('div', 'guide-side', ...parts)] : [];
  }

  return {
    element,
    show: (screen) => {
      const said = terms.caution();
      caution.textContent = said ?? '';
      caution.hidden = said === undefined;
      if (screen.kind === 'warning') body.replaceChildren(drawWarning(screen));
      else body.replaceChildren(drawStep(screen, words), ...drawSide(screen));
      element.scrollTop = 0;
      body.querySelector<HTMLElement>('.guide-text')?.focus({ preventScroll: true });
    },
  };
}

function drawWarning({ title, notices, proceed }: WarningScreen): HTMLElement {
  const list = build('div', 'guide-warnings', ...notices);
  return build('div', 'guide-step', heading(title), list, button('button', proceed));
}

function drawStep(screen: StepScreen, words: GuideWords): HTMLElement {
  const position = build('p', 'guide-position', screen.position);
  position.id = 'guidePosition';
  const text = heading(screen.text);
  text.setAttribute('aria-describedby', position.id);
  const step = build('div', `guide-step${screen.isOutcome ? ' guide-end' : ''}`, position, text);
  for (const remark of screen.remarks) step.append(build('p', 'guide-remark', remark));
  const answers = screen.answers.map((answer, index) =>
    build(
      'li',
      '',
      button('guide-answer', answer, answer.key ?? (index < 9 ? String(index + 1) : undefined)),
    ),
  );
  if (answers.length > 0) {
    const list = build('ol', 'guide-answers', ...answers);
    list.setAttribute('aria-label', words.answers);
    step.append(list);
  }
  if (screen.open) step.append(button('guide-answer guide-open', screen.open, 'O'));
  if (screen.note !== undefined) step.append(drawNote(screen.note, screen, words));
  const ways = [
    ...(screen.returnTo ? [button('guide-tool guide-return', screen.returnTo, 'R')] : []),
    ...(screen.back ? [button('guide-tool', screen.back, 'Backspace')] : []),
    ...(screen.restart ? [button('guide-tool', screen.restart)] : []),
  ];
  if (document.documentElement.dataset.fieldOn !== undefined) ways.push(reportButton(words));
  if (ways.length > 0) step.append(build('p', 'guide-ways', ...ways));
  return step;
}

function drawDetail({ title, content }: Detail): HTMLElement {
  const detail = build('section', 'guide-detail prose', build('h3', 'guide-detail-title', title), content);
  // Long sections scroll, and the keyboard has to reach them (WCAG 2.1.1).
  detail.tabIndex = 0;
  detail.setAttribute('aria-label', title);
  return detail;
}

function drawPath(passed: readonly PassedStep[], words: GuideWords): HTMLDetailsElement {
  const items = passed.map((step) => {
    const answer = step.answer === undefined ? [] : [build('span', 'flow-answer', step.answer)];
    const item = build('button', '', build('span', '', step.text), ' ', ...answer);
    item.type = 'button';
    item.title = step.label;
    item.addEventListener('click', step.run);
    return build('li', '', item);
  });
  return build('details', 'guide-path', build('summary', '', words.path), build('ol', '', ...items));
}

/** The note in a field, so that it can be read before it is pasted, and selected by hand where copying is denied. */
function drawNote(
  note: string,
  { reminder, send }: Pick<StepScreen, 'reminder' | 'send'>,
  words: GuideWords,
): HTMLElement {
  const field = build('textarea', 'guide-note-text');
  field.id = 'guideNote';
  field.readOnly = true;
  field.value = note;
  field.rows = Math.min(14, note.split('\n').length);
  const label = build('label', 'guide-note-title', words.note.title);
  label.htmlFor = field.id;
  const status = build('p', 'guide-note-status');
  status.setAttribute('role', 'status');
  const copy = async () => {
    const done = await copyText(note);
    if (!done) field.select();
    status.textContent = done ? words.note.copied : words.note.failed;
    status.classList.toggle('failed', !done);
  };
  const press = button('button', { label: words.note.copy, run: () => void copy() }, 'C');
  return build(
    'div',
    'guide-note',
    build(
      'div',
      'guide-note-head',
      label,
      press,
      ...(reminder ? [drawReminder(reminder, status)] : []),
      ...(send ? [drawSend(send, status)] : []),
    ),
    status,
    field,
  );
}

function drawReminder({ label, run, done }: Reminder, status: HTMLElement): HTMLElement {
  const take = () => {
    run();
    status.classList.remove('failed');
    status.textContent = done;
  };
  return button('button button-quiet', { label, run: take });
}

function drawSend({ label, run }: SendNote, status: HTMLElement): HTMLElement {
  const tell = (text: string, failed: boolean) => {
    status.textContent = text;
    status.classList.toggle('failed', failed);
  };
  return button('button button-quiet', { label, run: () => run(tell) });
}

function heading(text: string): HTMLElement {
  const made = build('h2', 'guide-text', text);
  made.tabIndex = -1;
  return made;
}

/** The page's own script listens for it. */
function reportButton({ report }: GuideWords): HTMLButtonElement {
  const made = build('button', 'guide-tool', build('span', '', report));
  made.type = 'button';
  made.dataset.fieldAsk = 'report';
  return made;
}

/** What stands on the key: an arrow on Backspace, drawn because not every font has one. */
function keySign(key: string): Node | string {
  if (key !== 'Backspace') return key === 'Escape' ? 'Esc' : key;
  const arrow = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  arrow.setAttribute('class', 'icon');
  arrow.setAttribute('viewBox', '0 0 16 16');
  const line = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  line.setAttribute('d', 'M13.5 8h-11M6.5 4l-4 4l4 4');
  arrow.append(line);
  return arrow;
}

function button(className: string, { label, run }: Choice, key?: string): HTMLButtonElement {
  const made = build('button', className, build('span', '', label));
  made.type = 'button';
  made.addEventListener('click', run);
  if (key === undefined) return made;
  made.dataset.key = key;
  made.setAttribute('aria-keyshortcuts', key);
  const sign = build('kbd', '', keySign(key));
  sign.setAttribute('aria-hidden', 'true');
  made.prepend(sign);
  return made;
}
