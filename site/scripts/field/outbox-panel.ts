// The outbox as its owner sees it: what is in it, what becomes of it, and the ways out.
import { build } from '../build-element.ts';
import { copyText } from '../clipboard.ts';
import { saveFile } from '../save-file.ts';
import { openDialog, pressButton, statusLine } from './field-dialog.ts';
import { baseName, fieldSettings, pageWords, readerDay } from './field-page.ts';
import { describeItem, envelopeText, fileName, issueLink, mailLink } from './hand-over.ts';
import {
  dropItems,
  dropStrange,
  markItems,
  type Outbox,
  type OutboxEntry,
  readOutbox,
  type StrangeEntry,
  watchOutbox,
} from './outbox.ts';
import { minutesLeft } from './send-waiting.ts';

export interface PanelTerms {
  /** Tries to send at once; undefined without an endpoint. */
  readonly send?: (() => Promise<string>) | undefined;
  /** Something left the outbox or came into it. */
  readonly changed: () => void;
}

/** What a file or a text is made of: what nobody got yet; where all of it was handed over before, all of it once more. */
function handedOver({ entries }: Outbox): readonly OutboxEntry[] {
  const waiting = entries.filter(({ state }) => state !== 'exported');
  return waiting.length > 0 ? waiting : entries;
}

export function openOutbox({ send, changed }: PanelTerms): void {
  const words = pageWords();
  const { outbox: t } = words;
  const base = baseName();
  const settings = fieldSettings();
  const body = build('div', 'field-outbox');
  const status = statusLine('field-hint');

  const draw = (): void => {
    const outbox = readOutbox(base);
    const { entries, strange } = outbox;
    const exported = entries.filter(({ state }) => state === 'exported');
    body.replaceChildren(
      build('p', 'field-hint', send ? t.introSend : t.intro),
      ...(entries.length === 0 && strange.length === 0 ? [build('p', 'field-empty', t.empty)] : []),
      ...(entries.length > 0 ? [drawWays(outbox), drawList(entries)] : []),
      ...(exported.length > 0 ? [drawExported(exported)] : []),
      ...(strange.length > 0 ? [drawStrange(strange)] : []),
    );
  };

  const refresh = (said?: string): void => {
    const focused =
      document.activeElement instanceof HTMLElement ? document.activeElement.dataset.name : undefined;
    draw();
    const again = focused && body.querySelector<HTMLElement>(`[data-name="${CSS.escape(focused)}"]`);
    (again || body.closest('dialog')?.querySelector<HTMLElement>('.icon-button'))?.focus();
    if (said !== undefined) status.textContent = said;
    changed();
  };

  const named = (name: string, button: HTMLElement): HTMLElement => {
    button.dataset.name = name;
    return button;
  };

  const hand = (given: readonly OutboxEntry[]): void =>
    markItems(
      base,
      given.map(({ item }) => item.key),
      'exported',
    );

  function drawWays(outbox: Outbox): HTMLElement {
    const given = handedOver(outbox);
    const items = given.map(({ item }) => item);
    const again = given.every(({ state }) => state === 'exported');
    const save = pressButton('button', again ? t.exportAgain : t.export, () => {
      saveFile(fileName(readerDay(), words), envelopeText(base, items), 'application/json');
      hand(given);
      refresh(t.exported(given.length));
    });
    const copy = pressButton('button button-quiet', t.copyAll, () => {
      void copyText(envelopeText(base, items)).then((done) => {
        if (done) hand(given);
        refresh(done ? words.copied : words.copyFailed);
      });
    });
    const left = send && minutesLeft(Date.now());
    return build(
      'div',
      'field-out',
      build(
        'p',
        'field-ways',
        ...(send
          ? [
              named(
                'send',
                pressButton('button', t.sendNow, () => void send().then(refresh)),
              ),
            ]
          : []),
        named('save', save),
        named('copy', copy),
        ...(settings.mail === undefined
          ? []
          : [linkAway(t.mail, mailLink(settings.mail, base, items, words), () => hand(given))]),
      ),
      ...(left === undefined ? [] : [build('p', 'field-hint', t.waitingFor(left))]),
    );
  }

  function linkAway(label: string, href: string, run: () => void): HTMLAnchorElement {
    const link = build('a', 'button button-quiet', label);
    link.href = href;
    if (!href.startsWith('mailto:')) {
      link.target = '_blank';
      link.rel = 'noopener noreferrer';
    }
    link.addEventListener('click', () => {
      run();
      // The link has to be there until it was followed.
      window.setTimeout(refresh);
    });
    return link;
  }

  function drawList(entries: readonly OutboxEntry[]): HTMLElement {
    const list = build('ul', 'field-items', ...entries.map(drawEntry));
    list.setAttribute('aria-label', t.title);
    return list;
  }

  function drawEntry(entry: OutboxEntry): HTMLElement {
    const { item, state, why } = entry;
    const [head = '', ...rest] = describeItem(item, words);
    const issue =
      settings.issues !== undefined && item.kind === 'feedback' && item.comment !== undefined
        ? [linkAway(t.issue, issueLink(settings.issues, item, words), () => hand([entry]))]
        : [];
    const drop = pressButton('button button-quiet', t.drop, () => {
      if (state === 'waiting' && drop.textContent !== t.dropSure) {
        drop.textContent = t.dropSure;
        return;
      }
      dropItems([item.key]);
      refresh(t.dropped);
    });
    drop.setAttribute('aria-describedby', `item-${item.key}`);
    const title = build('p', 'field-item-head', head);
    title.id = `item-${item.key}`;
    return build(
      'li',
      `field-item field-item-${state}`,
      title,
      ...rest.map((line) => build('p', 'field-item-text', line)),
      build('p', 'field-item-state', state === 'refused' && why ? t.refusedFor(why) : t.states[state]),
      build('p', 'field-ways', ...issue, drop),
    );
  }

  function drawExported(exported: readonly OutboxEntry[]): HTMLElement {
    const drop = pressButton('button button-quiet', t.dropExported, () => {
      dropItems(exported.map(({ item }) => item.key));
      refresh(t.dropped);
    });
    return build('div', 'field-note', build('p', '', t.exported(exported.length)), drop);
  }

  function drawStrange(strange: readonly StrangeEntry[]): HTMLElement {
    const text = build('textarea', 'field-comment');
    text.readOnly = true;
    text.rows = 3;
    text.value = strange.map((one) => one.text).join('\n');
    text.setAttribute('aria-label', t.strange(strange.length));
    const drop = pressButton('button button-quiet', t.drop, () => {
      for (const one of strange) dropStrange(one);
      refresh(t.dropped);
    });
    return build('div', 'field-note', build('p', '', t.strange(strange.length)), text, drop);
  }

  draw();
  void openDialog('field-outbox-dialog', t.title, () => [body, status]);
  watchOutbox(() => {
    if (body.isConnected) draw();
  });
}
