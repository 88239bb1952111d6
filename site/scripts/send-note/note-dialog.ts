// The dialog that shows what will be sent of a case note, and sends it when the reader says so.
import type { SendWords } from '../../locales/send-words.ts';
import type { NoteReceiver } from '../../note-message.ts';
import { build } from '../build-element.ts';
import { copyText } from '../clipboard.ts';
import { postNote } from './post-note.ts';

export interface NoteDialogTerms {
  readonly receiver: NoteReceiver;
  readonly message: string;
  /** The note alone, for the clipboard. */
  readonly note: string;
  readonly words: SendWords;
  /** Says on the page how it went: the dialog may be closed by then. */
  readonly tell: (text: string, failed: boolean) => void;
}

/** The messages that arrived, as long as the page stays open. */
const sent = new Set<string>();

/** Opens the dialog over the page; closing removes it, and the browser gives the focus back. */
export function openNoteDialog({ receiver, message, note, words, tell }: NoteDialogTerms): void {
  const { name, url } = receiver;
  const heading = build('h2', '', words.send(name));
  heading.id = 'noteSendTitle';
  const field = build('textarea', 'guide-note-text');
  field.id = 'noteSendContent';
  field.readOnly = true;
  field.value = message;
  field.rows = 14;
  // Whoever comes to it reads from the beginning.
  field.setSelectionRange(0, 0);
  field.setAttribute('aria-label', words.content);
  const status = build('p', 'note-send-status', sent.has(message) ? words.sentBefore : '');
  status.setAttribute('role', 'status');
  const confirm = press('button', sent.has(message) ? words.again : words.confirm, send);
  const copy = press('button button-quiet', words.copy, () => {
    void copyText(note).then((done) => say(done ? words.copied : words.copyFailed, !done));
  });
  const close = press('button button-quiet', words.close, () => dialog.close());
  const dialog = build(
    'dialog',
    'sheet note-send',
    heading,
    build('p', '', words.note(new URL(url).host)),
    field,
    status,
    build('div', 'note-send-ways', confirm, copy, close),
  );
  dialog.lang = words.lang;
  dialog.setAttribute('aria-labelledby', heading.id);
  dialog.addEventListener('close', () => dialog.remove());
  // The guide and the page have keys of their own.
  dialog.addEventListener('keydown', (event) => event.stopPropagation());
  close.autofocus = true;
  document.body.append(dialog);
  dialog.showModal();

  function say(text: string, failed: boolean): void {
    status.textContent = text;
    status.classList.toggle('failed', failed);
  }

  /** Once for each confirmation: until the answer is there, the button does nothing. */
  function send(): void {
    if (confirm.ariaDisabled === 'true') return;
    confirm.ariaDisabled = 'true';
    say(words.sending, false);
    void postNote(receiver, message).then((answer) => {
      confirm.ariaDisabled = 'false';
      if (answer.ok) {
        sent.add(message);
        tell(words.sent(name), false);
        dialog.close();
        return;
      }
      const { why, status } = answer;
      const folder = why === 'unreachable' && window.location.protocol === 'file:';
      const said = [words.failed(why, name, status), ...(folder ? [words.fromFolder] : [])].join(' ');
      confirm.textContent = words.again;
      say(said, true);
      tell(said, true);
    });
  }
}

function press(className: string, label: string, run: () => void): HTMLButtonElement {
  const made = build('button', className, label);
  made.type = 'button';
  made.addEventListener('click', run);
  return made;
}
