// Parts of an article for some audiences: each audience has its own, every line keeps its place, and nothing of another's is left anywhere in a site.
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadMarkdownParser, type ParseMarkdown } from '../../src/content/markdown-parser.ts';
import { readKnowledgeBase } from '../../src/content/read-knowledge-base.ts';
import { restrictText } from '../../src/content/restrict-document.ts';
import { articleText, baseConfig, makeBase, type SmallBase } from '../serve/small-base.ts';
import { runKb } from '../support/run-kb.ts';

const audiences = ['internal', 'partner', 'customer'];
let parse: ParseMarkdown;
beforeAll(async () => {
  ({ parse } = await loadMarkdownParser());
});

describe('a text with parts for some audiences', () => {
  it('has for each audience what is for all and what is for it, at the same lines', () => {
    const piece = fc.oneof(
      fc.constantFrom('Tous.', '- un\n- deux', '## Titre', '| a |\n|---|\n| b |', ''),
      fc
        .tuple(fc.subarray([...audiences, 'nobody'], { minLength: 0 }), fc.nat(999))
        .map(
          ([named, secret]) =>
            `:::only{audience="${named.join('|')}"}\nsecret-${named.join('-')}-${secret}\n:::`,
        ),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), fc.boolean(), (pieces, windows) => {
        const text = pieces.join('\n\n').replaceAll('\n', windows ? '\r\n' : '\n');
        for (const audience of audiences) {
          const read = restrictText(text, audience, audiences, parse);
          expect(read).not.toContain(':::');
          const [before, after] = [text.split('\n'), read.split('\n')];
          expect(after).toHaveLength(before.length);
          for (const [index, line] of before.entries()) {
            const [, named = ''] = /^secret-([a-z-]*)-\d+/.exec(line) ?? [];
            const isSecret = line.startsWith('secret-');
            const known = named.split('-').filter((name) => audiences.includes(name));
            const isTheirs = known.length > 0 ? known.includes(audience) : audience === 'internal';
            if (isSecret) expect(after[index]?.trim()).toBe(isTheirs ? line.trim() : '');
            else if (!line.startsWith(':::')) expect(after[index]).toBe(line);
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  it('hides a part in a part, in a list and in a quote, and all that follows one that is never closed', () => {
    const text = `::::only{audience=internal|customer}
Pour deux.

:::only{audience=internal}
Pour un.
:::
::::

- point
  :::only{audience=internal}
  dans la liste
  :::

> :::only{audience=internal}
> cité
> :::

:::only{audience=internal}
jamais refermé
`;
    const customer = restrictText(text, 'customer', audiences, parse);
    expect(customer).toContain('Pour deux.');
    expect(customer).toContain('- point');
    expect(customer).not.toMatch(/Pour un|dans la liste|cité|jamais|:::/);
    expect(restrictText(text, 'partner', audiences, parse)).not.toMatch(/Pour|liste\n|cité|jamais|:::/);
    expect(restrictText('Pas :::only ici.', 'partner', audiences, parse)).toBe('Pas :::only ici.');
  });
});

describe('a base with such parts', () => {
  let base: SmallBase;
  const all = { audience: '[internal, customer]' };

  beforeAll(async () => {
    base = await makeBase({
      'kb.config.yaml': baseConfig,
      'fragments/bloc.md': 'Commun.\n\n:::only{audience=internal}\nfragmentinterne\n:::\n',
      'content/mixte.md': articleText(
        'mixte',
        `Pour tous.\n\n:::only{audience=internal}\n## Titreinterne\n\nmotinterne [image](plan.svg)\n\n\`\`\`mermaid\nflowchart TD\n  a{questioninterne ?} -->|oui| b([fin])\n  a -->|non| c([autre])\n\`\`\`\n:::\n\n:::only{audience=customer}\nmotclient\n:::\n\n::include{id=bloc}`,
        all,
      ),
      'content/plan.svg':
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9"/></svg>',
    });
    const by = ['--by', 'Claire Vasseur', '--today', '2026-11-10', '--yes'];
    expect(await runKb(['validate', 'mixte', ...by], { cwd: base.root })).toMatchObject({ code: 0 });
    for (const audience of ['internal', 'customer']) {
      const built = await runKb(
        ['build', '--today', '2026-11-16', '--audience', audience, '--out', audience],
        { cwd: base.root },
      );
      expect(built, built.err).toMatchObject({ code: 0 });
    }
  }, 120_000);
  afterAll(() => base?.remove());

  it('has one digest, which the validation names, whoever reads', async () => {
    for (const audience of [undefined, ...audiences]) {
      const read = await readKnowledgeBase(base.root, { audience });
      const article = read.byId.get('mixte')?.get('fr')?.article;
      expect(article?.digest).toBe(article?.validation?.digest);
    }
  });

  /** Every file of a site as text, the index's fragments unpacked. */
  async function textsOf(site: string): Promise<string> {
    const folder = path.join(base.root, site);
    const names = await readdir(folder, { recursive: true, withFileTypes: true });
    const texts = await Promise.all(
      names
        .filter((entry) => entry.isFile())
        .map(async (entry) => {
          const file = path.join(entry.parentPath, entry.name);
          const bytes = await readFile(file);
          return `${file}\n${(bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes).toString('latin1')}`;
        }),
    );
    return texts.join('\n');
  }

  it('leaves no word of one audience in the site of the other: page, index, lists, media, guide', async () => {
    const [internal, customer] = await Promise.all([textsOf('internal'), textsOf('customer')]);
    for (const word of ['motinterne', 'Titreinterne', 'questioninterne', 'fragmentinterne', 'plan.svg'])
      expect([word, internal.includes(word), customer.includes(word)]).toEqual([word, true, false]);
    expect([internal.includes('motclient'), customer.includes('motclient')]).toEqual([false, true]);
    for (const site of [internal, customer]) expect(site).not.toContain(':::');
  });

  it('leaves none in an export either', async () => {
    const { out } = await runKb(['export', 'jsonl', '--today', '2026-11-16', '--audience', 'customer'], {
      cwd: base.root,
    });
    expect(out).toContain('motclient');
    expect(out).not.toMatch(/interne/);
  });
});
