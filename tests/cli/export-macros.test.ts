// `kb export macros`: which texts leave, and in what shape.
import Ajv from 'ajv';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { articleText, baseConfig, makeBase, type SmallBase } from '../serve/small-base.ts';
import { runKb } from '../support/run-kb.ts';

/** The body of a macro as Zendesk's Support API documents it: a title, and actions of a field and a value. */
const zendeskShape = {
  type: 'object',
  required: ['macros'],
  properties: {
    macros: {
      type: 'array',
      items: {
        type: 'object',
        required: ['title', 'actions'],
        additionalProperties: false,
        properties: {
          title: { type: 'string', minLength: 1 },
          active: { type: 'boolean' },
          description: { type: ['string', 'null'] },
          actions: {
            type: 'array',
            minItems: 1,
            items: {
              type: 'object',
              required: ['field', 'value'],
              additionalProperties: false,
              properties: {
                field: { enum: ['subject', 'comment_value', 'comment_value_html'] },
                value: { type: 'string' },
              },
            },
          },
        },
      },
    },
  },
};

const config = `${baseConfig}audiences: [internal, customer, cas]
context:
  customer.first_name: { samples: [Léa] }
  order.number: text
  order.price: text
  order.status: { label: { fr: Commande }, values: { lost: { fr: Perdue }, sent: { fr: Partie } } }
  customer.kind: [big, small]
macros:
  zendesk: { order.number: ticket.ticket_field_42 }
`;
const macro = `:::macro[Commande {{order.number|en cours}} : <où> est-elle ?]{channel=email}
Bonjour {{customer.first_name|"vous"}} & merci,

Elle coûte {{order.price|son prix}}.\\
À bientôt
:::

:::macro[=Bref]{channel=sms}
Bonjour {{customer.first_name|à vous}}.
:::

:::macro{channel=phone}
Bonjour, je vous écoute.
:::
`;

const cases = `::::when{order.status=lost}
:::macro[Perte]{channel=chat}
Perdu. <!-- À ne pas dire -->
:::
::::

:::::when{else}
::::when[Gros]{customer.kind=big}
:::macro{channel=chat}
Gros.
:::
::::
:::::

:::macro{channel=chat}
Tous.
:::
`;

let base: SmallBase;
beforeAll(async () => {
  base = await makeBase({
    'kb.config.yaml': config,
    'content/valide.md': articleText('valide', macro, { type: 'macro' }),
    'content/neuf.md': articleText('neuf', ':::macro{channel=chat}\nNeuf.\n:::\n', { type: 'macro' }),
    'content/perime.md': articleText('perime', ':::macro{channel=chat}\nPérimé.\n:::\n', {
      expires: '2026-11-01',
    }),
    'content/cas.md': articleText('cas', cases, { audience: '[cas]' }),
    'content/interne.md': articleText('client', ':::macro{channel=chat}\nClient.\n:::\n', {
      audience: '[customer]',
    }),
  });
  const by = ['--by', 'Claire Vasseur', '--today', '2026-11-10', '--yes'];
  const validated = await runKb(['validate', 'valide', 'client', ...by], { cwd: base.root });
  expect(validated, validated.err).toMatchObject({ code: 0 });
});
afterAll(() => base?.remove());

const run = (...args: string[]) =>
  runKb(['export', 'macros', '--today', '2026-11-16', '--lang', 'fr', ...args], { cwd: base.root });

describe('kb export macros', () => {
  it('gives Zendesk its own shape and names, and says what it has no name for', async () => {
    const { code, out, err } = await run('--format', 'zendesk');
    expect(code, err).toBe(0);
    const given = JSON.parse(out) as { macros: object[] };
    const validate = new Ajv.default({ allowUnionTypes: true }).compile(zendeskShape);
    expect(validate(given), JSON.stringify(validate.errors)).toBe(true);
    expect(given.macros).toEqual([
      {
        title: 'Titre de valide::Commande en cours : <où> est-elle ?',
        description: expect.stringMatching(/^valide \(fr\), [0-9a-f]{12}$/),
        active: true,
        actions: [
          {
            field: 'subject',
            value: 'Commande {{ticket.ticket_field_42 | default: "en cours"}} : <où> est-elle ?',
          },
          {
            field: 'comment_value_html',
            value:
              '<p>Bonjour {{ticket.requester.first_name | default: "”vous”"}} &amp; merci,</p><p>Elle coûte son prix.<br>À bientôt</p>',
          },
        ],
      },
      {
        title: 'Titre de valide::=Bref',
        description: expect.anything(),
        active: true,
        actions: [
          { field: 'comment_value', value: 'Bonjour {{ticket.requester.first_name | default: "à vous"}}.' },
        ],
      },
    ]);
    expect(err).toContain('neuf');
    expect(err).toContain('order.price');
    expect(err).toContain('téléphone : 1');
  });

  it('gives JSON with version, and those of unvalidated articles when asked', async () => {
    const { out } = await run('--format', 'json', '--unvalidated');
    const { version, macros } = JSON.parse(out) as {
      version: number;
      macros: { id: string; trust: string }[];
    };
    expect(version).toBe(1);
    expect(macros.map(({ id, trust }) => `${id} ${trust}`)).toEqual([
      'neuf unvalidated',
      'valide validated',
      'valide validated',
      'valide validated',
    ]);
  });

  it('says of a text within a case for which it is, and leaves comments of writers out', async () => {
    const unvalidated = ['--unvalidated', '--audience', 'cas'] as const;
    const json = JSON.parse((await run('--format', 'json', ...unvalidated)).out) as {
      readonly macros: readonly { readonly cases: readonly string[]; readonly text: string }[];
    };
    expect(json.macros.map(({ cases, text }) => [cases, text])).toEqual([
      [['Commande\u00a0: Perdue'], 'Perdu.'],
      [['Dans les autres cas', 'Gros'], 'Gros.'],
      [[], 'Tous.'],
    ]);
    const zendesk = JSON.parse((await run('--format', 'zendesk', ...unvalidated)).out) as {
      readonly macros: readonly { readonly title: string }[];
    };
    expect(zendesk.macros.map(({ title }) => title)).toEqual([
      'Titre de cas::Commande\u00a0: Perdue::Perte',
      'Titre de cas::Dans les autres cas::Gros::2',
      'Titre de cas::3',
    ]);
    expect((await run('--format', 'csv', ...unvalidated)).out).toContain(
      ',2,Dans les autres cas / Gros,chat,',
    );
  });

  it('gives a table in which nothing acts', async () => {
    const { out } = await run('--format', 'csv');
    expect(out).toContain(",sms,'=Bref,");
    expect(out.split('\r\n')).toHaveLength(5);
  });

  it('gives an audience its own', async () => {
    const { out } = await run('--audience', 'customer');
    expect((JSON.parse(out) as { macros: { id: string }[] }).macros.map(({ id }) => id)).toEqual(['client']);
  });
});
