// What `parseDiagram` reads, what it refuses, and where it says that a diagram is broken.
import type { FlowDB } from 'mermaid/dist/diagrams/flowchart/flowDb.js';
import { describe, expect, it } from 'vitest';
import { readWithMermaid } from '../../src/flow/load-mermaid.ts';
import { parseDiagram } from '../../src/flow/parse-flow.ts';
import { findCorpus, readCorpusJson } from '../support/corpora.ts';

async function flowOf(code: string) {
  const result = await parseDiagram(code);
  if (!result.ok || result.flow === undefined) throw new Error(`no flow: ${JSON.stringify(result)}`);
  return result.flow;
}

async function errorOf(code: string) {
  const result = await parseDiagram(code);
  if (result.ok) throw new Error('expected a broken diagram');
  return result;
}

describe('reading a flowchart', () => {
  it('tells questions, steps and outcomes apart, and keeps answers and phases', async () => {
    const flow = await flowOf(`flowchart TD
  subgraph one [Qualifier]
    a[Le client appelle] --> q{"Colis reçu ?"}
  end
  q -->|Oui| b([Clore])
  q -- Non --> c@{ shape: decision, label: "Retard ?" }`);
    expect(flow).toEqual({
      nodes: [
        { id: 'a', text: 'Le client appelle', kind: 'step', phase: 'Qualifier' },
        { id: 'q', text: 'Colis reçu ?', kind: 'question', phase: 'Qualifier' },
        { id: 'b', text: 'Clore', kind: 'outcome' },
        { id: 'c', text: 'Retard ?', kind: 'question' },
      ],
      edges: [
        { from: 'a', to: 'q', answer: '' },
        { from: 'q', to: 'b', answer: 'Oui' },
        { from: 'q', to: 'c', answer: 'Non' },
      ],
      starts: ['a'],
    });
  });

  it.each([
    ['a["L&#39;été à #quot;Lyon#quot; #35;1"]', 'L\'été à "Lyon" #1'],
    ['a["Deux<br/>lignes\\net trois"]', 'Deux lignes et trois'],
    ['a["`**Gras** et _ital_`"]', 'Gras et ital'],
    ['a["5 < 6 & <b>7</b> > 6"]', '5 < 6 & 7 > 6'],
    ['a["<script>alert(1)</script>Texte"]', 'Texte'],
    ['a[fa:fa-car Voiture]', 'Voiture'],
    ['a', 'a'],
  ])('gives the label of %s as plain text', async (node, text) => {
    expect((await flowOf(`flowchart TD\n ${node}`)).nodes[0]?.text).toBe(text);
  });

  it('leaves out the links that only move nodes about', async () => {
    expect((await flowOf('flowchart TD\n a ~~~ b')).edges).toEqual([]);
  });

  it('names another kind of diagram and gives it no flow', async () => {
    expect(await parseDiagram('sequenceDiagram\n A->>B: x')).toEqual({ ok: true, kind: 'sequence' });
  });
});

describe('a broken diagram', () => {
  it.each([
    ['a bracket inside a label', 'flowchart TD\n  a[Panier (vide] --> b', { line: 2, column: 12 }],
    [
      'comments and blank lines before',
      '%% un\n\n%% deux\nflowchart TD\n a --> b\n\n %% x\n\n b -> c',
      { line: 9, column: 4 },
    ],
    ['front matter before', '---\ntitle: x\n---\n\nflowchart TD\n a --> end', { line: 6 }],
    ['a label that is never closed', 'flowchart TD\n a["x]\n b --> c', { line: 2 }],
    ['Windows line ends', 'flowchart TD\r\n a --> b\r\n b -> c\r\n', { line: 3 }],
    ['no known first line', 'flow TD\n a', { line: 1 }],
    ['an unknown shape', 'flowchart TD\n a --> b\n b@{ shape: nope }', { line: 3 }],
    ['nothing', '', { line: 1 }],
    ['another kind of diagram', 'gitGraph\n commit\n brunch x', { line: 3, column: 2 }],
  ])('is shown at its own line with %s', async (_, code, place) => {
    expect(await errorOf(code)).toMatchObject({ ok: false, ...place });
  });

  it('says on one line, in both languages, what to do about a label', async () => {
    const { message } = await errorOf('flowchart TD\n a[Panier (vide] --> b');
    expect(message.fr).toBe(
      'Texte inattendu : `(` après `a[Panier`. Libellé mal fermé, ou signe réservé à Mermaid : écrivez `["…"]`.',
    );
    expect(message.en).toMatch(/^Unexpected `\(` after `a\[Panier`\. .+$/);
  });

  it('never lets control characters through into the message', async () => {
    const { message } = await errorOf('flowchart TD\n a\u001b[31m\u202e(x --> b');
    expect(message.en + message.fr).not.toMatch(/[\p{Cc}\p{Cf}]/u);
  });
});

describe('what is refused though Mermaid would take it', () => {
  it.each([
    ['an init directive', "%%{init: {'securityLevel': 'loose'}}%%\nflowchart TD\n a", 1],
    ['a directive inside a comment', 'flowchart TD\n a\n %% x %%{init: {}}%%', 3],
    ['settings in front matter', '---\ntitle: x\nconfig:\n  theme: dark\n---\nflowchart TD\n a', 3],
    ['settings in front matter written in braces', '---\n{config: {theme: dark}}\n---\nflowchart TD\n a', 2],
    ['a click with a callback', 'flowchart TD\n a --> b\n click a call f()', 3],
    ['a click with a script', 'flowchart TD\n a --> b\n click a "javascript:alert(1)"', 3],
    ['a click with an encoded script', 'flowchart TD\n a\n click a "javascript#58;alert(1)"', 3],
    ['a click to another site', 'flowchart TD\n a --> b; click a href "https://example.org"', 2],
    ['a click to another host', 'flowchart TD\n a\n click a "//example.org"', 3],
    ['an image', 'flowchart TD\n b\n a@{ img: "http://example.org/x.png", label: "x" }', 3],
    ['an icon', 'flowchart TD\n a@{ icon: "fa:user", label: "x" }', 2],
    ['50,001 characters', `flowchart TD\n${' a\n'.repeat(17_000)}`, 1],
    ['1,501 lines', `flowchart TD\n${' a\n'.repeat(1500)}`, 1],
    ['a run of blank lines that Mermaid needs minutes for', `flowchart TD${'\n'.repeat(40_000)}a`, 1],
    ['a line that Mermaid needs minutes for', `flowchart TD\nstyle${':'.repeat(40_000)}`, 2],
  ])('is %s', async (_, code, line) => {
    expect(await errorOf(code)).toMatchObject({ line });
  });

  it('is not a link inside the site, a title, nor the word "click" in a label', async () => {
    const flow = await flowOf(
      '---\ntitle: Retrait\n---\nflowchart TD\n a[Retrait ; click and collect] --> b["x\nclick b y"]\n click a "../retrait.html" "Voir"',
    );
    expect(flow.nodes).toHaveLength(2);
  });
});

interface CorpusCase {
  readonly id: string;
  readonly code: string;
  readonly mermaid: { parses: boolean; vertices: string[]; edges: [string, string][] };
}

const corpus = findCorpus('mermaid-flowcharts');
const range = (ids: string) => ids.split(' ').map((id) => `fc-${id}`);
/** Diagrams of Mermaid's documentation that are refused on purpose. */
const refused = new Set([
  // init directives
  ...range('009 010 011 012 013'),
  // settings in front matter
  ...range('008 014 016 017 021 022 023 024 030 127 128 132'),
  // icons and images
  ...range('093 094 095'),
  // click with a callback or to another site
  ...range('129 130'),
]);
/** The corpus was made with Mermaid 11.14, which did not know the shape `datastore` yet. */
const parsesNow = new Set(['fc-058']);
/** Its only link is an invisible one. */
const invisible = new Set(['fc-106']);

describe.skipIf(corpus === undefined)('the flowcharts of Mermaid’s documentation', () => {
  const cases = corpus === undefined ? [] : readCorpusJson<CorpusCase[]>(corpus, 'flowcharts.json');

  it('parse as Mermaid says, but for those that are refused on purpose', async () => {
    const differing: string[] = [];
    for (const { id, code, mermaid } of cases) {
      if ((await parseDiagram(code)).ok !== (mermaid.parses && !refused.has(id))) differing.push(id);
    }
    expect(differing).toEqual([...parsesNow]);
  });

  it('are read or refused as by the Mermaid that is installed, with its own nodes and arrows', async () => {
    await readWithMermaid('flowchart TD\n a');
    const { default: mermaid } = await import('mermaid');
    for (const { id, code } of cases.filter((one) => !refused.has(one.id))) {
      const parses = await mermaid.parse(code, { suppressErrors: true });
      const result = await parseDiagram(code);
      expect([id, result.ok]).toEqual([id, parses !== false]);
      if (!result.ok || !result.flow) continue;
      const { db } = await mermaid.mermaidAPI.getDiagramFromText(code);
      const flowDb = db as unknown as FlowDB;
      expect([id, result.flow.nodes.map((node) => node.id)]).toEqual([id, [...flowDb.getVertices().keys()]]);
      const own = flowDb.getEdges().filter(({ stroke }) => stroke !== 'invisible');
      const edges = result.flow.edges.map(({ from, to }) => [from, to]);
      expect([id, edges]).toEqual([id, own.map(({ start, end }) => [start, end])]);
    }
  });

  it('have the vertices and edges that Mermaid finds', async () => {
    for (const { id, code, mermaid } of cases.filter((one) => one.mermaid.parses && !refused.has(one.id))) {
      const flow = await flowOf(code);
      expect([id, flow.nodes.map((node) => node.id)]).toEqual([id, mermaid.vertices]);
      const edges = flow.edges.map(({ from, to }) => [from, to]);
      expect([id, edges]).toEqual([id, invisible.has(id) ? [] : mermaid.edges]);
    }
  });
});

it('keeps where a node leads on to, by path and by id', async () => {
  const code =
    'flowchart TD\n  a[Un] --> b[Deux]\n  b --> c[Trois]\n  click b href "autre.md#x"\n  click c "id:autre"\n';
  const result = await parseDiagram(code);
  expect(result.ok && result.flow?.nodes.map(({ link }) => link)).toEqual([
    undefined,
    'autre.md#x',
    'id:autre',
  ]);
});
