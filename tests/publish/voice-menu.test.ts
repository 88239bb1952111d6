// Voice menus: whatever the flow, a call of the exported menu comes to where the guide of the same flow comes.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { buildVoiceMenu } from '../../src/flow/build-voice-menu.ts';
import type { Flow } from '../../src/model/flow.ts';
import { choose, currentNode, isAtEnd, startGuide, waysOn } from '../../src/model/guide.ts';
import { choiceOf, pressKey, startCall } from '../../src/model/menu-call.ts';
import {
  type MenuKey,
  type MenuStep,
  menuKeys,
  mostTries,
  type VoiceMenu,
} from '../../src/model/voice-menu.ts';
import { formatDialplan } from '../../src/publish/format-dialplan.ts';
import { formatVoiceXml } from '../../src/publish/format-voice-xml.ts';
import { projectRoot } from '../support/corpora.ts';
import { type Call, callDialplan, callVoiceXml } from '../support/walk-voice-menu.ts';

interface Step {
  readonly text: string;
  readonly ways: readonly { readonly key: string | undefined; readonly to: number }[];
  readonly transfer: string | undefined;
}

/** A step and the nodes that it leads to, with the keys of a question; one without keys and with a way is a message. */
const step: fc.Arbitrary<Step> = fc.record({
  text: fc.oneof(
    fc.string({ unit: 'binary', minLength: 1 }),
    fc.constantFrom('--->', '<&"\']]>', '; --', '\n[x]\nexten => s,1,System(rm)'),
  ),
  ways: fc.oneof(
    fc.constant([]),
    fc.tuple(fc.nat(7)).map(([to]) => [{ key: undefined, to }]),
    fc
      .uniqueArray(fc.constantFrom(...menuKeys), { minLength: 1, maxLength: 4 })
      .chain((keys) => fc.tuple(...keys.map((key) => fc.nat(7).map((to) => ({ key, to }))))),
  ),
  transfer: fc.constantFrom(undefined, 'tel:+33199000000', 'sip:accueil@mirandelle.example'),
});
const someSteps = fc.array(step, { minLength: 2, maxLength: 8 });
const someKeys = fc.array(fc.constantFrom('', ...menuKeys), { maxLength: 12 });

interface Made {
  readonly flow: Flow;
  readonly menu: VoiceMenu;
  readonly transfers: Readonly<Record<string, string>>;
}

/** A flow of `steps` that begins at the first, as far as it is a menu. */
function make(steps: readonly Step[]): Made | undefined {
  const idOf = (index: number) => (index % 2 === 0 ? `n${index}` : `é ${index}`);
  const edges = steps.flatMap(({ ways }, from) =>
    ways
      .filter(({ to }) => to < steps.length)
      .map(({ key, to }) => ({
        from: idOf(from),
        to: idOf(to),
        answer: key === undefined ? '' : `${key} ${steps[to]?.text.trim()}`,
      })),
  );
  const nodes = steps.map(({ text }, index) => ({ id: idOf(index), text, kind: 'step' as const }));
  const flow: Flow = { nodes, edges, starts: [idOf(0)] };
  const leads = new Set(edges.map(({ from }) => from));
  const transfers = Object.fromEntries(
    steps.flatMap(({ transfer }, index) =>
      transfer === undefined || leads.has(idOf(index)) ? [] : [[idOf(index), transfer]],
    ),
  );
  const prompts = new Map(
    steps.map(({ text }, index) => [
      idOf(index),
      [
        { name: `p${index}`, text },
        { name: 'shared', text },
      ],
    ]),
  );
  const { menu } = buildVoiceMenu(flow, { prompts, transfers });
  return menu && { flow, menu, transfers };
}

/** Where the guide comes with the same keys: what a caller hears on the way, and how the call ends. */
function callGuide({ flow, transfers }: Made, keys: readonly string[]): Call {
  let guide = startGuide(flow);
  const heard: string[] = [];
  const left = [...keys];
  const say = () =>
    heard.push(`p${flow.nodes.indexOf(currentNode(guide) as Flow['nodes'][number])}`, 'shared');
  say();
  let tries = 0;
  for (;;) {
    const id = currentNode(guide)?.id ?? '';
    if (isAtEnd(guide)) return { heard, end: transfers[id] ?? 'hangup' };
    const ways = waysOn(guide);
    let index = 0;
    if (ways[0]?.answer !== '') {
      const key = left.shift();
      if (key === undefined) return { heard, end: 'waiting' };
      index = ways.findIndex(({ answer }) => key !== '' && answer.startsWith(key));
      if (index === -1) {
        tries += 1;
        if (tries >= mostTries) return { heard, end: 'hangup' };
        say();
        continue;
      }
    }
    tries = 0;
    guide = choose(guide, index);
    say();
  }
}

const bare = ({ heard, end }: Call): Call => ({
  heard: heard.map((sound) => sound.replace(/^(?:prompts|kb)\//, '').replace(/\.wav$/, '')),
  end,
});

/** The same call on the keypad of the page. */
function callKeypad(menu: VoiceMenu, keys: readonly string[]): Call {
  const heard: string[] = [];
  const say = (steps: readonly MenuStep[]) =>
    heard.push(...steps.flatMap(({ recordings }) => recordings.map(({ name }) => name)));
  let call = startCall(menu);
  say(call.said);
  for (const key of keys) {
    if (call.end !== undefined) break;
    call = pressKey(menu, call, key === '' ? undefined : (key as MenuKey));
    say(call.said);
  }
  const { end, step } = call;
  if (end === undefined) return { heard, end: 'waiting' };
  return { heard, end: end === 'transfer' && step.turn.kind === 'transfer' ? step.turn.to : 'hangup' };
}

/** Keys of which no two wrong ones of different kinds follow each other: VoiceXML counts silence and wrong keys apart. */
const ofOneKind = someKeys.map((keys) => keys.map((key) => (key === '' ? '9' : key)));

describe('a call of the exported menu', () => {
  it('in VoiceXML comes to where the guide comes, whatever is pressed', () => {
    fc.assert(
      fc.property(someSteps, ofOneKind, (steps, keys) => {
        const made = make(steps);
        fc.pre(made !== undefined);
        expect(bare(callVoiceXml(formatVoiceXml(made.menu, 'fr'), keys))).toEqual(callGuide(made, keys));
      }),
      { numRuns: 500 },
    );
  });

  it('in a dialplan comes to where the guide comes, whatever is pressed and however long nothing is', () => {
    fc.assert(
      fc.property(someSteps, someKeys, (steps, keys) => {
        const made = make(steps);
        fc.pre(made !== undefined);
        const dialplan = formatDialplan(made.menu, 'menu-du-service', 'fr');
        expect(bare(callDialplan(dialplan, keys))).toEqual(callGuide(made, keys));
      }),
      { numRuns: 500 },
    );
  });

  it('on the keypad of the page is the call in VoiceXML, whatever is pressed and however long nothing is', () => {
    fc.assert(
      fc.property(someSteps, someKeys, (steps, keys) => {
        const made = make(steps);
        fc.pre(made !== undefined);
        expect(callKeypad(made.menu, keys)).toEqual(
          bare(callVoiceXml(formatVoiceXml(made.menu, 'fr'), keys)),
        );
      }),
      { numRuns: 500 },
    );
  });

  it('ends once: no key leads on from there', () => {
    const step = (name: string, turn: MenuStep['turn']): MenuStep => ({
      name,
      node: name,
      title: name,
      recordings: [],
      turn,
    });
    const menu: VoiceMenu = [
      step('a', { kind: 'choices', choices: [{ key: '1', words: 'Oui', next: 'b' }] }),
      step('b', { kind: 'hangup' }),
    ];
    const ended = pressKey(menu, startCall(menu), '1');
    expect(ended).toMatchObject({ end: 'hangup', step: { name: 'b' } });
    expect(pressKey(menu, ended, '1')).toBe(ended);
    expect(choiceOf(ended, '1')).toBeUndefined();
  });

  it('reaches every outcome that the guide reaches', () => {
    fc.assert(
      fc.property(someSteps, (steps) => {
        const made = make(steps);
        fc.pre(made !== undefined);
        for (const keys of pathsOf(made.flow)) {
          const expected = callGuide(made, keys);
          expect(expected.end).not.toBe('waiting');
          expect(bare(callVoiceXml(formatVoiceXml(made.menu, 'fr'), keys))).toEqual(expected);
          expect(bare(callDialplan(formatDialplan(made.menu, 'm', 'fr'), keys))).toEqual(expected);
        }
      }),
      { numRuns: 100 },
    );
  });
});

/** The keys of a shortest way to each end of `flow`. */
function pathsOf(flow: Flow): readonly (readonly string[])[] {
  const paths: string[][] = [];
  const seen = new Set<string>();
  let waiting = [{ guide: startGuide(flow), keys: [] as string[] }];
  while (waiting.length > 0)
    waiting = waiting.flatMap(({ guide, keys }) => {
      const id = currentNode(guide)?.id ?? '';
      if (seen.has(id)) return [];
      seen.add(id);
      if (isAtEnd(guide)) paths.push(keys);
      return waysOn(guide).map(({ answer }, index) => ({
        guide: choose(guide, index),
        keys: answer === '' ? keys : [...keys, answer.slice(0, 1)],
      }));
    });
  return paths;
}

const schemaFile = 'voicexml-menu.xsd';
const schema = readFileSync(path.join(projectRoot, 'tests/fixtures', schemaFile), 'utf8');
const dtd = '/usr/share/xml/w3c-sgml-lib/schema/dtd/REC-voicexml21-20070619/vxml.dtd';
/** The W3C publishes its schemas as files that name each other; no registry has them. */
const w3cSchema = process.env.KB_VXML_SCHEMA;
const hasDtd = existsSync(dtd) && spawnSync('xmllint', ['--version']).status === 0;

const samples = fc.sample(someSteps, { numRuns: 60, seed: 20261127 }).flatMap((steps) => {
  const made = make(steps);
  return made ? [formatVoiceXml(made.menu, 'fr')] : [];
});

describe('the VoiceXML of any menu', () => {
  it('is of the part of the Recommendation that menus need, whatever stands in texts', async () => {
    expect(samples.length).toBeGreaterThan(20);
    const { errors } = await validateXML({
      xml: samples.map((contents, at) => ({ fileName: `${at}.xml`, contents })),
      schema: { fileName: schemaFile, contents: schema },
    });
    expect(errors.map(({ rawMessage }) => rawMessage)).toEqual([]);
  });

  const judge = (...args: readonly string[]) => {
    const words = ['--noout', '--nonet', ...args, '-'];
    for (const input of samples) {
      const { status, stderr } = spawnSync('xmllint', words, { input, encoding: 'utf8' });
      expect({ status, stderr: stderr.replace(/^- validates\n$/, '') }).toEqual({ status: 0, stderr: '' });
    }
  };

  it.skipIf(!hasDtd)(
    'is valid against the DTD of the Recommendation (Debian’s w3c-sgml-lib and libxml2-utils)',
    () => judge('--dtdvalid', dtd),
  );

  it.skipIf(w3cSchema === undefined)(
    'is valid against the XML Schema of the Recommendation (KB_VXML_SCHEMA=FOLDER/vxml.xsd, and libxml2-utils)',
    () => judge('--schema', w3cSchema ?? ''),
  );
});

describe('a dialplan', () => {
  it('has no line that a text has written, nor one that Asterisk would read as two', () => {
    const text = `${'x'.repeat(9_000)}\r\n[evil]\u2028exten => s,1,System(x) ;-- ; #include a`;
    const flow: Flow = {
      nodes: [
        { id: 'a', text, kind: 'step' },
        { id: 'b', text, kind: 'outcome' },
      ],
      edges: [{ from: 'a', to: 'b', answer: '' }],
      starts: ['a'],
    };
    const { menu } = buildVoiceMenu(flow, {
      prompts: new Map([['a', [{ name: 'a', text }]]]),
      transfers: {},
    });
    const lines = formatDialplan(menu as VoiceMenu, 'm'.repeat(120), 'fr').split('\n');
    expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThan(2_000);
    expect(
      lines
        .filter((line) => /^\s*(?:\[|exten|same|#)/.test(line))
        .filter((line) => /evil|System|include/.test(line)),
    ).toEqual([]);
    expect(lines.every((line) => /^(?:$|;(?!--)|\[|exten => | same => )/.test(line))).toBe(true);
  });
});
