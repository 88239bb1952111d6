// Small interpreters of what voice menus are exported as. What they do not know raises an error: they read no more than the
// exports write, and nothing of the model that these are written from.

/** A call that ended: the sounds that were played, and how it ended. */
export interface Call {
  readonly heard: readonly string[];
  /** `hangup`, or the address of a transfer; `waiting` where the keys ran out. */
  readonly end: string;
}

/** More steps than any call of the tests takes. */
const longestCall = 1_000;

interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: XmlElement[];
}

/** The elements of well-formed XML without entities in attributes but the five of XML itself. */
function readXml(text: string): XmlElement {
  const root: XmlElement = { name: '', attributes: {}, children: [] };
  const open = [root];
  const withoutComments = text.replace(/<!--.*?-->/gs, '').replace(/<\?.*?\?>/s, '');
  for (const [, closing, name = '', written = '', empty] of withoutComments.matchAll(
    /<(\/)?([\w:]+)((?:\s+[\w:]+="[^"<]*")*)\s*(\/)?>/g,
  )) {
    if (closing) {
      if (open.pop()?.name !== name) throw new Error(`</${name}> closes another element`);
      continue;
    }
    const attributes = Object.fromEntries(
      [...written.matchAll(/([\w:]+)="([^"]*)"/g)].map(([, key = '', value = '']) => [key, value]),
    );
    const element = { name, attributes, children: [] };
    open.at(-1)?.children.push(element);
    if (!empty) open.push(element);
  }
  const [first] = root.children;
  if (open.length !== 1 || !first) throw new Error('an element is left open');
  return first;
}

/** Calls the menu that `vxml` is and presses `keys`; an empty one stands for the time that passes without one. */
export function callVoiceXml(vxml: string, keys: readonly string[]): Call {
  const dialogs = readXml(vxml).children.filter(({ name }) => name !== 'property');
  const heard: string[] = [];
  const left = [...keys];
  let dialog = dialogs[0];
  const follow = (next = '') => {
    dialog = dialogs.find(({ attributes }) => `#${attributes.id}` === next);
  };
  const play = ({ children }: XmlElement) => {
    for (const { attributes } of children) heard.push(attributes.src ?? '');
  };
  for (let step = 0; dialog && step < longestCall; step += 1) {
    const entered: XmlElement = dialog;
    if (entered.name === 'menu') {
      const counts: Record<string, number> = { noinput: 0, nomatch: 0 };
      const prompt = entered.children.find(({ name }) => name === 'prompt');
      if (prompt) play(prompt);
      while (dialog === entered) {
        const key = left.shift();
        if (key === undefined) return { heard, end: 'waiting' };
        const choice = entered.children.find(
          ({ name, attributes }) => name === 'choice' && attributes.dtmf === key,
        );
        if (choice) {
          follow(choice.attributes.next);
          // A menu that leads to itself is entered anew, with its counts at nothing.
          break;
        }
        const event = key === '' ? 'noinput' : 'nomatch';
        const count = (counts[event] ?? 0) + 1;
        counts[event] = count;
        // Section 5.2.4: of the handlers whose count is reached, the one with the highest.
        const handler = entered.children
          .filter(({ name, attributes }) => name === event && Number(attributes.count ?? 1) <= count)
          .at(-1);
        const [action] = handler?.children ?? [];
        if (action?.name === 'disconnect') return { heard, end: 'hangup' };
        if (action?.name !== 'reprompt') throw new Error(`no handler of ${event}`);
        if (prompt) play(prompt);
      }
      continue;
    }
    if (entered.name !== 'form') throw new Error(`unknown dialog ${entered.name}`);
    dialog = undefined;
    for (const item of entered.children) {
      if (item.name === 'transfer') return { heard, end: item.attributes.dest ?? '' };
      for (const action of item.children) {
        if (action.name === 'prompt') play(action);
        else if (action.name === 'goto') follow(action.attributes.next);
        else if (action.name === 'disconnect') return { heard, end: 'hangup' };
        else throw new Error(`unknown action ${action.name}`);
      }
    }
  }
  throw new Error('the call leads nowhere, or never ends');
}

type Priority = { readonly label: string | undefined; readonly app: string; readonly data: string };

/** The contexts of a dialplan: extension → its priorities. */
function readDialplan(text: string): ReadonlyMap<string, ReadonlyMap<string, readonly Priority[]>> {
  const contexts = new Map<string, Map<string, Priority[]>>();
  let context: Map<string, Priority[]> | undefined;
  let extension: Priority[] | undefined;
  for (const line of text.split('\n')) {
    const code = line.replace(/;.*$/, '').trim();
    if (code === '') continue;
    const head = /^\[([a-z0-9-]+(?:[A-Za-z0-9_-]*))\]$/.exec(code)?.[1];
    if (head !== undefined) {
      if (contexts.has(head) || head.length > 79) throw new Error(`context ${head}`);
      context = new Map();
      contexts.set(head, context);
      continue;
    }
    const [, exten, label, app = '', data = ''] =
      /^(?:exten => ([^,]+),1|same => n(?:\((\w+)\))?),(\w+)\((.*)\)$/.exec(code) ?? [];
    if (app === '' || !context) throw new Error(`unknown line ${code}`);
    if (exten !== undefined) {
      extension = [];
      context.set(exten, extension);
    }
    extension?.push({ label, app, data });
  }
  return contexts;
}

/** Calls the menu of the article `id` that the dialplan is and presses `keys`, as `callVoiceXml` does. */
export function callDialplan(dialplan: string, keys: readonly string[]): Call {
  const contexts = readDialplan(dialplan);
  const heard: string[] = [];
  const left = [...keys];
  const variables: Record<string, string> = {};
  let [context = ''] = contexts.keys();
  let extension = 's';
  let at = 0;
  const goTo = (next: string, exten: string, label = '1') => {
    context = next;
    extension = exten;
    const lines = contexts.get(next)?.get(exten) ?? [];
    at = label === '1' ? 0 : lines.findIndex((each) => each.label === label);
  };
  for (let step = 0; step < longestCall; step += 1) {
    const line = contexts.get(context)?.get(extension)?.[at];
    if (!line) throw new Error(`nothing at ${context},${extension},${at}`);
    at += 1;
    const { app, data } = line;
    if (app === 'Hangup') return { heard, end: 'hangup' };
    if (app === 'Background' || app === 'Playback') heard.push(...data.split('&'));
    else if (app === 'Set') {
      const [, name = '', value = ''] = /^(\w+(?:\(\w+\))?)=(.*)$/.exec(data) ?? [];
      const sum = /^\$\[\$\{(\w+)\} \+ 1\]$/.exec(value)?.[1];
      variables[name] = sum === undefined ? value : String(Number(variables[sum] ?? 0) + 1);
    } else if (app === 'GotoIf') {
      const [, name = '', most, exten = '', label = ''] =
        /^\$\[\$\{(\w+)\} < (\d+)\]\?(\w+),(\w+)$/.exec(data) ?? [];
      if (Number(variables[name]) < Number(most)) goTo(context, exten, label);
    } else if (app === 'Goto') {
      const [first = '', second = '', third] = data.split(',');
      if (first === 'kb-transfer') return { heard, end: variables.__KB_DESTINATION ?? '' };
      if (third === undefined) goTo(context, first, second);
      else goTo(first, second, third);
    } else if (app === 'WaitExten') {
      const key = left.shift();
      if (key === undefined) return { heard, end: 'waiting' };
      const known = contexts.get(context)?.has(key) === true && key !== '';
      goTo(context, known ? key : key === '' ? 't' : 'i');
    } else if (app !== 'Answer') throw new Error(`unknown application ${app}`);
  }
  throw new Error('the call never ends');
}
