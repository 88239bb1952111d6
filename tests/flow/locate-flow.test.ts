// Where nodes and arrows stand in a diagram's source, which Mermaid does not tell.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { locateFlow } from '../../src/flow/locate-flow.ts';
import { parseDiagram } from '../../src/flow/parse-flow.ts';
import { findCorpus, readCorpusJson } from '../support/corpora.ts';

async function locate(code: string) {
  const result = await parseDiagram(code);
  if (!result.ok || !result.flow) throw new Error(JSON.stringify(result));
  const { flow } = result;
  const places = locateFlow(code, flow);
  const at = ({ line, column }: { readonly line: number; readonly column: number }) => `${line}:${column}`;
  return {
    flow,
    node: (id: string) => at(places.node(id)),
    edge: (index: number) => at(places.edge(index)),
    link: (id: string) => at(places.link(id)),
    places,
  };
}

describe('the place of a node', () => {
  it('is where its label is given, else the first one', async () => {
    const { node } = await locate('flowchart TD\n  aa --> bb\n  bb --> cc\n  bb[Deux]');
    expect([node('aa'), node('bb'), node('cc')]).toEqual(['2:3', '4:3', '3:10']);
  });

  it.each([
    ['the word in another label', 'flowchart TD\n  xx[voir aa] --> aa', '2:19'],
    ['the word in a string over two lines', 'flowchart TD\n  xx["voir\n aa"] --> aa', '3:11'],
    ['the word in an answer', 'flowchart TD\n  xx -- aa --> aa', '2:16'],
    ['the word in an answer between bars', 'flowchart TD\n  xx -->|aa| aa', '2:14'],
    ['the word in a comment', 'flowchart TD\n  %% aa\n  xx --> aa', '3:10'],
    ['the word in a title', '---\ntitle: aa\n---\nflowchart TD\n  xx --> aa', '5:10'],
    ['the word in a style', 'flowchart TD\n  classDef aa fill:#fff\n  xx --> aa', '3:10'],
    ['a longer id with it', 'flowchart TD\n  aaa --> aa-b\n  aa-b --> aa', '3:12'],
    ['the shape of another node', 'flowchart TD\n  xx@{ shape: rect, label: "aa" } --> aa', '2:39'],
    ['the name of a phase', 'flowchart TD\n  subgraph s [aa]\n  xx --> aa\n  end', '3:10'],
    ['Windows line ends', 'flowchart TD\r\n  xx\r\n  xx --> aa', '3:10'],
    ['several statements on a line', 'flowchart TD; xx --> yy; yy --> aa', '1:33'],
  ])('is not mistaken with %s', async (_, code, place) => {
    expect((await locate(code)).node('aa')).toBe(place);
  });

  it.each([
    'aa["x"]',
    'aa("x")',
    'aa(("x"))',
    'aa((("x")))',
    'aa{{"x"}}',
    'aa[/"x"/]',
    'aa[("x")]',
    'aa>x y]',
    'aa[x y]:::cls',
    'aa([l’été d’Y])',
    'aa@{ shape: diam, label: "x" }',
  ])('does not hide what follows %s', async (node) => {
    const { edge, flow, places } = await locate(`flowchart TD\n ${node} --> bb --- cc & dd -.-> ee`);
    expect(flow.edges.map((_, index) => edge(index))).toEqual([
      '2:2',
      ...Array.from({ length: 4 }, () => expect.stringMatching(/^2:\d+$/)),
    ]);
    expect(places.node('bb').column).toBe(` ${node} --> bb`.length - 1);
  });
});

describe('the place of an arrow', () => {
  it('goes from the one node to the other, in chains and groups too', async () => {
    const { flow, places } = await locate(
      'flowchart TD\n  aa --> bb -->|oui| cc\n  aa & bb --> dd\n  cc e1@==> dd; dd <--> aa',
    );
    const spans = flow.edges.map(({ from, to }, index) => {
      const { line, column, endColumn } = places.edge(index);
      return `${from}${to} ${line}:${column}-${endColumn}`;
    });
    expect(spans).toEqual([
      'aabb 2:3-12',
      'bbcc 2:10-24',
      'aadd 3:3-17',
      'bbdd 3:8-17',
      'ccdd 4:3-15',
      'ddaa 4:17-27',
    ]);
  });

  it('tells the second arrow between two nodes from the first, and from an invisible link', async () => {
    const { edge } = await locate('flowchart TD\n  aa ~~~ bb\n  aa -->|un| bb\n  aa -->|deux| bb');
    expect([edge(0), edge(1)]).toEqual(['3:3', '4:3']);
  });

  it('is on two lines where the source breaks it', async () => {
    const { places } = await locate('flowchart TD\n  aa -->\n  bb');
    expect(places.edge(0)).toEqual({ line: 2, column: 3, endLine: 3, endColumn: 5 });
  });
});

it('the place of a link is its address', async () => {
  const { link, places } = await locate(
    'flowchart TD\n  aa --> bb\n  click bb href "b.md#x" "Voir"\n  click aa "id:a"',
  );
  expect([link('bb'), link('aa')]).toEqual(['3:18', '4:13']);
  expect(places.link('bb').endColumn).toBe(24);
});

const id = fc.constantFrom('a', 'b1', 'fin', 'q_etat', 'x.y', 'été', 'aa', 'endroit', 'styles', 'n-1');
const shape = fc.constantFrom(
  '',
  '[Lire a b1]',
  '{"fin (a) ?"}',
  '(["x.y; été"])',
  '@{ shape: rect, label: "a --> fin" }',
);
const arrow = fc.constantFrom(' --> ', ' -->|a| ', ' -- fin --> ', ' -. b1 .-> ', ' ==> ', ' --- ', '-->');
const end = fc.constantFrom('\n', '\n\n  ', '; ', '\n%% a --> b1\n  ');
const statement = fc
  .tuple(
    fc.array(fc.tuple(fc.array(fc.tuple(id, shape), { minLength: 1, maxLength: 2 }), arrow), {
      minLength: 1,
      maxLength: 4,
    }),
    end,
  )
  .map(([groups, after]) => {
    const texts = groups.map(([group]) => group.map(([name, form]) => `${name}${form}`).join(' & '));
    return `${texts.map((text, at) => (at === 0 ? text : `${groups[at]?.[1] ?? ''}${text}`)).join('')}${after}`;
  });

it('finds an id at the place of every node, and both ids at the ends of every arrow, however they are written', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(statement, { minLength: 1, maxLength: 6 }), async (statements) => {
      const code = `flowchart TD\n  ${statements.join('')}`;
      const result = await parseDiagram(code);
      fc.pre(result.ok && result.flow !== undefined);
      if (!result.ok || !result.flow) return;
      const { flow } = result;
      const places = locateFlow(code, flow);
      const lines = code.split('\n');
      for (const node of flow.nodes) {
        const { line, column, endColumn } = places.node(node.id);
        expect((lines[line - 1] ?? '').slice(column - 1, endColumn - 1)).toBe(node.id);
      }
      flow.edges.forEach(({ from, to }, index) => {
        const { line, column, endLine, endColumn } = places.edge(index);
        expect((lines[line - 1] ?? '').startsWith(from, column - 1)).toBe(true);
        expect((lines[endLine - 1] ?? '').slice(0, endColumn - 1).endsWith(to)).toBe(true);
      });
    }),
    { numRuns: 100 },
  );
});

const corpus = findCorpus('mermaid-flowcharts');

it.skipIf(corpus === undefined)('finds every node and arrow of Mermaid’s documentation', async () => {
  const cases =
    corpus === undefined ? [] : readCorpusJson<{ id: string; code: string }[]>(corpus, 'flowcharts.json');
  const missed: string[] = [];
  for (const { id: name, code } of cases) {
    const result = await parseDiagram(code);
    if (!result.ok || !result.flow) continue;
    const places = locateFlow(code, result.flow);
    const lines = code.split('\n');
    for (const node of result.flow.nodes) {
      const { line, column, endColumn } = places.node(node.id);
      if ((lines[line - 1] ?? '').slice(column - 1, endColumn - 1) !== node.id)
        missed.push(`${name} ${node.id}`);
    }
    result.flow.edges.forEach(({ from, to }, index) => {
      const { line, column, endLine, endColumn } = places.edge(index);
      const starts = (lines[line - 1] ?? '').startsWith(from, column - 1);
      const ends = (lines[endLine - 1] ?? '').slice(0, endColumn - 1).endsWith(to);
      if (!starts || !ends) missed.push(`${name} ${from}>${to}`);
    });
  }
  expect(missed).toEqual([]);
});
