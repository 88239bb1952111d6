// The panel in which a reader says what they know of this contact: one field for each variable, and what the company's service knows.
import { readReference } from '../../../src/model/context-source.ts';
import type { ContextData } from '../../context-data.ts';
import { build } from '../build-element.ts';
import { createControl, type FieldControl } from './context-control.ts';
import { checkValues, contextData, pageContextWords } from './context-page.ts';
import { readContext, writeContext } from './context-values.ts';
import { lookUp } from './look-up.ts';

/** Opens the panel over the page; closing removes it, and the browser gives the focus back. */
export function openContextPanel(): void {
  if (document.querySelector('.context-panel')) return;
  const words = pageContextWords();
  const { fields, source } = contextData();
  const known = readContext();
  const controls = fields.map((field) => createControl(field, known.get(field.name) ?? ''));
  const alert = build('p', 'context-alert');
  alert.setAttribute('role', 'alert');
  const cancel = build('button', 'button button-quiet', words.cancel);
  cancel.type = 'button';
  const heading = build('h2', '', words.title);
  heading.id = 'contextTitle';
  const form = build(
    'form',
    '',
    ...controls.map(({ element }) => element),
    alert,
    build('div', 'context-ways', build('button', 'button', words.apply), cancel),
  );
  form.noValidate = true;
  const panel = build(
    'dialog',
    'sheet context-panel',
    heading,
    build('p', '', words.note),
    ...(source ? [createLookup(source, controls)] : []),
    form,
  );
  panel.lang = words.lang;
  panel.setAttribute('aria-labelledby', heading.id);
  cancel.addEventListener('click', () => panel.close());
  panel.addEventListener('close', () => panel.remove());
  // The guide and the page have keys of their own.
  panel.addEventListener('keydown', (event) => event.stopPropagation());
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    for (const { field, control } of controls) {
      if (checkValues([field], [[field.name, control.value]]).ignored === 0) continue;
      alert.textContent = words.unfit(field.label);
      control.focus();
      return;
    }
    writeContext(
      checkValues(
        fields,
        controls.map(({ field, control }) => [field.name, control.value]),
      ).values,
    );
    panel.close();
  });
  document.body.append(panel);
  panel.showModal();
}

/** The field that asks the service: what it answers is put into the fields below, for the reader to look at and to apply. */
function createLookup(
  source: NonNullable<ContextData['source']>,
  controls: readonly FieldControl[],
): HTMLElement {
  const words = pageContextWords();
  const reference = build('input', '');
  reference.id = 'contextReference';
  reference.autocomplete = 'off';
  const label = build('label', '', source.ask);
  label.htmlFor = reference.id;
  const status = build('p', '');
  status.setAttribute('role', 'status');
  const form = build(
    'form',
    'context-field',
    label,
    build('span', '', reference, build('button', 'button', words.lookUp)),
    status,
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const wanted = readReference(reference.value);
    status.textContent = wanted === undefined ? words.badReference : words.lookingUp;
    if (wanted === undefined) return;
    const fields = controls.map(({ field }) => field);
    void lookUp(source, fields, wanted).then((answer) => {
      if (!answer.ok) {
        status.textContent = words.failed[answer.why];
        return;
      }
      for (const { field, control } of controls) {
        const value = answer.values.get(field.name);
        if (value !== undefined) control.value = value;
      }
      status.textContent =
        `${words.found(answer.values.size)}. ${answer.unfit ? words.failed.unfit : ''}`.trim();
    });
  });
  return form;
}
