// The bar that shows what is known of this contact, and what a link of another tool brought.
import { build } from '../build-element.ts';
import { loadStyle } from '../load-style.ts';
import { contextData, pageContextWords } from './context-page.ts';
import { openContextPanel } from './context-panel.ts';
import { contextChange, readContext, takeArrival, writeContext } from './context-values.ts';
import { lookUp } from './look-up.ts';
import { setUpReceiving } from './receive-context.ts';

export function setUpContextBar(): void {
  const bar = document.querySelector<HTMLElement>('.context-bar');
  if (!bar || contextData().fields.length === 0) return;
  const words = pageContextWords();
  const open = document.getElementById('contextOpen');
  const known = build('p', 'context-known');
  known.id = 'contextValues';
  const clear = build('button', 'tool', words.clear);
  clear.type = 'button';
  clear.id = 'contextClear';
  const status = build('p', 'context-status');
  status.id = 'contextStatus';
  status.setAttribute('role', 'status');
  bar.setAttribute('role', 'group');
  bar.setAttribute('aria-label', words.title);
  bar.prepend(known);
  bar.append(clear, status);
  showValues();
  document.addEventListener(contextChange, showValues);
  open?.addEventListener('click', openContextPanel);
  clear.addEventListener('click', () => {
    writeContext(new Map());
    tell(words.cleared);
    open?.focus();
  });
  void loadStyle((document.documentElement.dataset.root ?? '') + contextData().style);
  setUpReceiving(tellIgnored);
  void arrive();
}

function tell(text: string): void {
  const status = document.getElementById('contextStatus');
  if (status) status.textContent = text;
}

function tellIgnored(count: number): void {
  tell(count === 0 ? '' : pageContextWords().ignored(count));
}

function showValues(): void {
  const known = readContext();
  const shown = contextData().fields.flatMap(({ name, label, values }) => {
    const value = known.get(name);
    if (value === undefined) return [];
    const said = values?.find((choice) => choice.value === value)?.label ?? value;
    return [build('span', '', `${label}\u00a0: `, build('strong', '', said))];
  });
  const place = document.getElementById('contextValues');
  place?.toggleAttribute('data-known', shown.length > 0);
  place?.replaceChildren(
    ...(shown.length === 0
      ? [pageContextWords().empty]
      : shown.flatMap((each, index) => (index === 0 ? [each] : [' · ', each]))),
  );
  document.getElementById('contextClear')?.toggleAttribute('hidden', shown.length === 0);
}

/** Says what of the link was ignored, and asks the service for what the link named. */
async function arrive(): Promise<void> {
  const { reference, ignored } = takeArrival();
  tellIgnored(ignored);
  const { source, fields } = contextData();
  if (reference === undefined || !source) return;
  const words = pageContextWords();
  tell(words.lookingUp);
  const answer = await lookUp(source, fields, reference);
  // What the link itself said, or the reader since, counts more than the service.
  if (answer.ok) writeContext(new Map([...answer.values, ...readContext()]));
  const said = answer.ok
    ? answer.unfit
      ? words.failed.unfit
      : words.found(answer.values.size)
    : words.failed[answer.why];
  tell(said);
}
