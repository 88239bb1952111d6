// `kb export zendesk`: which articles leave for a Help Center, in what shape, and what is said of the others.
import Ajv from 'ajv';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { articleText, baseConfig, makeBase, type SmallBase } from '../serve/small-base.ts';
import { runKb } from '../support/run-kb.ts';

/** What Zendesk's Help Center API documents of an article that is created: title and locale, and what may go with them. */
const articleShape = {
  type: 'object',
  required: ['title', 'locale'],
  additionalProperties: false,
  properties: {
    title: { type: 'string', minLength: 1 },
    locale: { type: 'string', pattern: '^[a-z]{2}' },
    body: { type: 'string' },
    draft: { type: 'boolean' },
    promoted: { type: 'boolean' },
    label_names: { type: 'array', items: { type: 'string' } },
    user_segment_id: { type: ['integer', 'null'] },
    permission_group_id: { type: 'integer' },
  },
};
const shape = {
  type: 'object',
  required: ['version', 'sections', 'articles'],
  additionalProperties: false,
  properties: {
    version: { const: 1 },
    sections: {
      type: 'array',
      items: {
        type: 'object',
        required: ['key', 'locale', 'name'],
        additionalProperties: false,
        properties: { key: { type: 'string' }, locale: { type: 'string' }, name: { type: 'string' } },
      },
    },
    articles: {
      type: 'array',
      items: {
        type: 'object',
        required: ['id', 'section', 'article'],
        additionalProperties: false,
        properties: { id: { type: 'string' }, section: { type: 'string' }, article: articleShape },
      },
    },
  },
};

const open = { audience: '[internal, customer]' };
const body = `## Où ?

Voir [l’autre](../autre.md#delai), [l’interne](../interne.md) et [le site](https://mirandelle.example/).
<script>alert(1)</script>

| a | b |
| - | - |
| 1 | 2 |

:::only{audience=internal}
Secret des agents.
:::
`;

let base: SmallBase;

beforeAll(async () => {
  base = await makeBase({
    'kb.config.yaml': `${baseConfig}audiences: [internal, customer]\n`,
    'content/retour/a.md': articleText('a', body, {
      ...open,
      keywords: '[renvoi, échange]',
      tags: '[renvoi]',
    }),
    'content/autre.md': articleText('autre', '## Délai\n\nTrois jours.\n', open),
    'content/interne.md': articleText('interne', 'Texte.'),
    'content/perime.md': articleText('perime', 'Texte.', { ...open, expires: '2026-11-12' }),
    'content/guide.md': articleText(
      'guide',
      '```mermaid\nflowchart TD\n  a{Oui ?} -->|Oui| b([Fin])\n```\n',
      open,
    ),
    'content/neuf.md': articleText('neuf', 'Texte.', open),
  });
  const validated = ['a', 'autre', 'guide', 'perime'];
  const by = ['--by', 'Claire Vasseur', '--today', '2026-11-10', '--yes'];
  expect(await runKb(['validate', ...validated, ...by], { cwd: base.root })).toMatchObject({ code: 0 });
}, 60_000);
afterAll(() => base?.remove());

const exportOf = async (...more: string[]) => {
  const args = ['export', 'zendesk', '--audience', 'customer', '--today', '2026-11-16', '--lang', 'en'];
  const { code, out, err } = await runKb([...args, ...more], { cwd: base.root });
  expect(code, err).toBe(0);
  const file = JSON.parse(out);
  const validate = new Ajv.default({ allowUnionTypes: true }).compile(shape);
  validate(file);
  expect(validate.errors).toBeNull();
  const bodyOf = (id: string): string =>
    file.articles.find((each: { id: string }) => each.id === id)?.article.body;
  return { file, err, bodyOf };
};

describe('kb export zendesk', () => {
  it('takes what the public may read, holds and is validated, in its section, and says what it left out', async () => {
    const { file, err, bodyOf } = await exportOf();
    expect(file.articles.map(({ id, section }: Record<string, string>) => [id, section])).toEqual([
      ['autre', 'fr'],
      ['a', 'fr/retour'],
    ]);
    expect(file.sections).toContainEqual({ key: 'fr/retour', locale: 'fr', name: 'Retour' });
    expect(file.articles[1].article).toMatchObject({
      draft: false,
      locale: 'fr',
      label_names: ['renvoi', 'échange'],
    });
    expect(err).toContain('Left out, not in force: perime');
    expect(err).toContain('Left out, not validated (--unvalidated takes them): neuf');
    expect(err).toMatch(/Left out, with a flowchart, .*: guide/);
    expect(bodyOf('a')).not.toMatch(/Secret|<script|class="(?:anchor|table-wrap)"/);
    expect(bodyOf('a')).toContain('<h2 id="où-">Où ?</h2>');
  });

  it('leads links to the audience’s site where it is told of it, and else keeps their words', async () => {
    const without = await exportOf();
    expect(without.bodyOf('a')).toContain('href="https://mirandelle.example/"');
    expect(without.bodyOf('a')).not.toMatch(/href="[^"]*(?:autre|interne)/);
    expect(without.bodyOf('a')).toMatch(/l’autre.*l’interne/);
    expect(without.err).toContain('only their words: 2');
    const told = await exportOf('--site-url', 'https://aide.example/kb');
    expect(told.bodyOf('a')).toContain('href="https://aide.example/kb/fr/autre.html#delai"');
    expect(told.bodyOf('a')).not.toContain('interne.html');
  });

  it('takes unvalidated articles where it is told to', async () => {
    const { file } = await exportOf('--unvalidated');
    expect(file.articles.map(({ id }: { id: string }) => id)).toContain('neuf');
  });

  it.each([
    [[], '--audience'],
    [['--audience', 'clients'], 'clients'],
    [['--audience', 'customer', '--site-url', 'javascript:alert(1)'], '--site-url'],
  ])('ends with 2 where it is asked %j', async (args, said) => {
    const { code, err, out } = await runKb(['export', 'zendesk', ...args], { cwd: base.root });
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(said);
  });
});
