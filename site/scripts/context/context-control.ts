// One field of a panel in which a reader says what they know of a contact.
import type { ContextField } from '../../context-data.ts';
import { build } from '../build-element.ts';
import { pageContextWords } from './context-page.ts';

/** One field of a panel for what is known of a contact. */
export interface FieldControl {
  readonly field: ContextField;
  readonly element: HTMLElement;
  readonly control: HTMLInputElement | HTMLSelectElement;
}

/** The field of one variable: a choice where the configuration lists its values. */
export function createControl(field: ContextField, value: string): FieldControl {
  const words = pageContextWords();
  const control = field.values ? createChoice(field.values) : build('input', '');
  control.id = `context-${field.name}`;
  control.value = value;
  control.autocomplete = 'off';
  const label = build('label', '', field.label);
  label.htmlFor = control.id;
  const element = build('div', 'context-field', label, control);
  if (!field.values && field.sample !== undefined)
    (control as HTMLInputElement).placeholder = words.such(field.sample);
  return { field, element, control };
}

function createChoice(values: NonNullable<ContextField['values']>): HTMLSelectElement {
  const option = (value: string, label: string) => {
    const choice = build('option', '', label);
    choice.value = value;
    return choice;
  };
  return build(
    'select',
    '',
    option('', pageContextWords().unset),
    ...values.map(({ value, label }) => option(value, label)),
  );
}
