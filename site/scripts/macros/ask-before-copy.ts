// The dialog before a text is copied: what is missing, what is doubtful, or why it can't be copied.

import { type MacroWords, macroWordsFor } from '../../locales/macro-words.ts';
import { build } from '../build-element.ts';
import { createControl, type FieldControl } from '../context/context-control.ts';
import { checkValues, contextData } from '../context/context-page.ts';
import { readContext, writeContext } from '../context/context-values.ts';
import type { MissingField } from './macro-text.ts';

export interface Question {
  /** Notices of the page, why the text is not to be used as it is; none where all is well. */
  readonly notices: readonly Node[];
  /** Whether nothing can be copied at all. */
  readonly refused: boolean;
  readonly missing: readonly MissingField[];
}

/** Asks, and calls `proceed` where the reader goes on; what they typed is then known in the tab. */
export function askBeforeCopy({ notices, refused, missing }: Question, proceed: () => void): void {
  if (document.querySelector('.context-panel')) return;
  const words = macroWordsFor(document.documentElement.lang);
  const controls = refused ? [] : createControls(missing, words);
  const heading = build(
    'h2',
    '',
    refused ? words.refused : notices.length > 0 ? words.doubtful : words.missing,
  );
  heading.id = 'macroTitle';
  const alert = build('p', 'context-alert');
  alert.setAttribute('role', 'alert');
  const cancel = build('button', 'button button-quiet', words.cancel);
  cancel.type = 'button';
  const go = build('button', 'button', notices.length > 0 ? words.copyAnyway : words.copy);
  const form = build(
    'form',
    '',
    ...controls.map(({ element }) => element),
    alert,
    build('div', 'context-ways', ...(refused ? [cancel] : [go, cancel])),
  );
  form.noValidate = true;
  const panel = build(
    'dialog',
    'sheet context-panel',
    heading,
    ...(notices as HTMLElement[]),
    ...(controls.length > 0 ? [build('p', '', words.missingNote)] : []),
    form,
  );
  panel.lang = words.lang;
  panel.setAttribute('aria-labelledby', heading.id);
  cancel.addEventListener('click', () => panel.close());
  panel.addEventListener('close', () => panel.remove());
  panel.addEventListener('keydown', (event) => event.stopPropagation());
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const unfit = controls.find(
      ({ field, control }) => checkValues([field], [[field.name, control.value]]).ignored > 0,
    );
    if (unfit) {
      alert.textContent = words.unfit(unfit.field.label);
      unfit.control.focus();
      return;
    }
    const typed = checkValues(
      contextData().fields,
      controls.map(({ field, control }) => [field.name, control.value]),
    ).values;
    if (typed.size > 0) writeContext(new Map([...readContext(), ...typed]));
    panel.close();
    proceed();
  });
  document.body.append(panel);
  panel.showModal();
}

function createControls(missing: readonly MissingField[], words: MacroWords): readonly FieldControl[] {
  const { fields } = contextData();
  return missing.flatMap(({ name, fallback }) => {
    const field = fields.find((each) => each.name === name);
    if (!field) return [];
    const made = createControl(field, '');
    if (fallback !== undefined && made.control instanceof HTMLInputElement)
      made.control.placeholder = words.otherwise(fallback);
    return [made];
  });
}
