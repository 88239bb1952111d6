// `kb export ivr`: which menus leave, and with what they say on a day.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { articleText, makeBase, type SmallBase } from '../serve/small-base.ts';
import { runKb } from '../support/run-kb.ts';
import { callDialplan, callVoiceXml } from '../support/walk-voice-menu.ts';

const body = `\`\`\`mermaid
flowchart TD
  a[Accueil] --> m{Menu ?}
  m -->|1 Horaires| h([Les horaires])
  m -->|2 Conseiller| c([Un conseiller])
\`\`\`

## Menu ?

Tapez 1 ou 2.

> À ne pas lire à voix haute.

## Les horaires

Bonjour.

::include{id=horaires}

Au revoir.

## Un conseiller

::include{id=horaires}
`;

const menu = (id: string, fields: Readonly<Record<string, string>> = {}, text = body) =>
  articleText(id, text, { type: 'ivr', transfers: '{ c: "tel:+33199000000" }', ...fields });

let base: SmallBase;
const run = (...args: string[]) =>
  runKb(['export', 'ivr', ...args, '--today', '2026-11-16'], { cwd: base.root });

beforeAll(async () => {
  base = await makeBase({
    'variables.yaml':
      'heures:\n  - value: de 8 h à 20 h\n  - { from: 2026-12-24, until: 2026-12-24, value: jusqu’à 17 h }\n',
    'fragments/horaires.md': 'Nous répondons **{{heures}}**.\n',
    'content/menu.md': menu('menu'),
    'content/perime.md': menu('perime', { expires: '2026-11-01' }),
    'content/brouillon.md': menu('brouillon', { status: 'draft' }),
    'content/sans-touche.md': menu('sans-touche', {}, body.replace('1 Horaires', 'Horaires')),
    'content/autre.md': articleText('autre', 'Rien.'),
  });
});
afterAll(() => base.remove());

describe('kb export ivr', () => {
  it('writes a menu that both kinds of telephone system walk through', async () => {
    const vxml = await run('menu');
    expect(vxml.code).toBe(0);
    expect(callVoiceXml(vxml.out, ['1'])).toEqual({
      heard: ['menu--a', 'menu--m', 'menu--h', 'horaires', 'menu--h--2'].map((name) => `prompts/${name}.wav`),
      end: 'hangup',
    });
    expect(vxml.out).toContain('>Nous répondons de 8 h à 20 h.</audio>');
    expect(vxml.out).not.toContain('voix haute');
    const dialplan = await run('menu', '--format', 'asterisk');
    expect(callDialplan(dialplan.out, ['', '2']).end).toBe('tel:+33199000000');
    expect(vxml.err).toContain('kb validate menu');
  });

  it('lists each recording once, with what planned values make of it', async () => {
    const { recordings } = JSON.parse((await run('menu', '--format', 'json')).out) as {
      recordings: { name: string }[];
    };
    expect(recordings.map(({ name }) => name)).toEqual([
      'menu--a',
      'menu--m',
      'menu--h',
      'horaires',
      'menu--h--2',
    ]);
    expect(recordings.find(({ name }) => name === 'horaires')).toEqual({
      name: 'horaires',
      text: 'Nous répondons de 8 h à 20 h.',
      seconds: 4,
      steps: ['Les horaires', 'Un conseiller'],
      changes: [
        { from: '2026-12-24', text: 'Nous répondons jusqu’à 17 h.', seconds: 3 },
        { from: '2026-12-25', text: 'Nous répondons de 8 h à 20 h.', seconds: 4 },
      ],
    });
    const csv = await run('menu', '--format', 'csv');
    expect(csv.out).toContain('horaires.wav,2026-12-24,');
  });

  it.each([
    ['perime', 'est périmé'],
    ['brouillon', 'est un brouillon'],
    ['sans-touche', 'kb lint'],
    ['autre', 'type: ivr'],
    ['absent', 'Aucun article'],
  ])('refuses %s and says why', async (id, reason) => {
    const { code, out, err } = await run(id);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(reason);
    expect(err).not.toContain('    at ');
  });

  it('refuses an address that calls nobody', async () => {
    await base.write('content/faux.md', menu('faux', { transfers: '{ c: "tel:+33 1 99;x=$y" }' }));
    const linted = await runKb(['lint', 'content/faux.md'], { cwd: base.root });
    expect(linted.code).toBe(1);
    expect(linted.out).toContain('tel:+33199000000');
  });
});
