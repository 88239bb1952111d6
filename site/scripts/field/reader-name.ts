// By which name this reader confirms what they have read: asked once, kept in this browser, theirs to change.
import { fieldLimits as limits } from '../../../src/model/field-item.ts';
import { build } from '../build-element.ts';
import { readStored, store } from '../reader-storage.ts';
import { openDialog, pressButton } from './field-dialog.ts';
import { pageWords } from './field-page.ts';
import { cutText } from './make-item.ts';

const nameKey = 'kb:reader';

/** While the browser keeps nothing: the page in view remembers. */
let unkept: string | undefined;

export function readName(): string | undefined {
  return plain(readStored('localStorage', nameKey) ?? unkept ?? '');
}

/** One line, of the length that receivers take. */
function plain(name: string): string | undefined {
  return cutText(name.replace(/[\s\p{Z}]+/gu, ' ').replace(/\p{C}/gu, ''), limits.name);
}

/** Asks for the name; `use` gets it, and nothing happens when the reader closes the dialog. */
export function askName(use: (name: string) => void): void {
  const { receipt: t, cancel } = pageWords();
  void openDialog('field-name', t.nameTitle, (close) => {
    const field = build('input', 'field-input');
    field.id = 'fieldName';
    field.required = true;
    field.maxLength = limits.name;
    field.autocomplete = 'username';
    field.value = readName() ?? '';
    field.setAttribute('aria-describedby', 'fieldNameHint');
    const label = build('label', 'field-label', t.nameLabel);
    label.htmlFor = field.id;
    const hint = build('p', 'field-hint', t.nameHint);
    hint.id = 'fieldNameHint';
    const form = build(
      'form',
      '',
      label,
      field,
      hint,
      build(
        'p',
        'field-ways',
        build('button', 'button', t.nameSave),
        pressButton('button button-quiet', cancel, close),
      ),
    );
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      const name = plain(field.value);
      if (name === undefined) return field.focus();
      unkept = name;
      store('localStorage', nameKey, name);
      close();
      use(name);
    });
    return [form];
  });
}
