// Findings on flowcharts point at the right place of the file wherever the flowchart stands, and can be said of any flowchart.
import { describe, expect, it } from 'vitest';
import { lintKnowledgeBase } from '../../src/lint/lint.ts';
import { readDiagrams } from '../../src/lint/read-diagrams.ts';
import { exampleArticle, exampleToday } from '../../src/lint/rule.ts';
import { rules } from '../../src/lint/rules/index.ts';
import { selectChanged } from '../../src/lint/select-changed.ts';
import { findCorpus, readCorpusJson } from '../support/corpora.ts';
import { memoryBase } from '../support/memory-base.ts';

const flowRules = Object.keys(rules).filter((name) => rules[name]?.group === 'flow');

async function lintFlows(files: Readonly<Record<string, string>>, only?: ReadonlySet<string>) {
  const base = memoryBase(files);
  const diagrams = await readDiagrams(base, only);
  return lintKnowledgeBase(base, { today: exampleToday, diagrams, only, rules: flowRules });
}

/** What a finding underlines in its file, with its rule. */
function underlined(
  files: Readonly<Record<string, string>>,
  findings: Awaited<ReturnType<typeof lintFlows>>,
): string[] {
  return findings.map(({ path, line, column, endLine = line, endColumn = column, rule }) => {
    const text = files[path]?.split(/\r\n|\n/)[line - 1] ?? '';
    const end = endLine === line ? endColumn - 1 : text.length;
    return `${path}:${line} ${rule} ${text.slice(column - 1, end)}`;
  });
}

const broken = 'flowchart TD\n  aa[Lire] --> bb{Livré ?}\n  bb -->|Oui| cc[Clore]\n  bb --> dd[Attendre]';
const prefix = (mark: string, text: string) =>
  text
    .split('\n')
    .map((line, at) => `${at === 0 ? mark : mark.replace(/[-1.]/g, ' ')}${line}`)
    .join('\n');

describe('a finding on a flowchart', () => {
  it.each([
    ['at the top level', `\`\`\`mermaid\n${broken}\n\`\`\`\n`],
    ['in a list', `${prefix('- ', `Suivre :\n\n\`\`\`mermaid\n${broken}\n\`\`\``)}\n`],
    ['in a numbered list in a quotation', `${prefix('> 1. ', `\`\`\`mermaid\n${broken}\n\`\`\``)}\n`],
    ['in a quotation', `${prefix('> ', `\`\`\`mermaid\n${broken}\n\`\`\``)}\n`],
    ['with its fence indented', `  ~~~~mermaid\n${broken.replace(/^/gm, '  ')}\n  ~~~~\n`],
    ['with Windows line ends', `\`\`\`mermaid\n${broken}\n\`\`\`\n`.replaceAll('\n', '\r\n')],
  ])('points at its place %s', async (_, body) => {
    const files = { 'content/a.md': exampleArticle({}, body) };
    const [finding, ...more] = underlined(files, await lintFlows(files));
    expect(more).toEqual([]);
    expect(finding).toMatch(/ flow-answers-have-labels bb --> dd$/);
  });

  it('points at the line of a syntax error in a quotation', async () => {
    const files = {
      'content/a.md': exampleArticle({}, '> ```mermaid\n> flowchart TD\n>  a --> b\n>  b -> c\n> ```\n'),
    };
    const [finding] = await lintFlows(files);
    expect(finding).toMatchObject({ rule: 'flowcharts-parse', line: 12, column: 6 });
  });

  it('stands at the line that includes the fragment with the flowchart', async () => {
    const files = {
      'content/a.md': exampleArticle({}, 'Avant.\n\n::include{id=schema}\n'),
      'fragments/schema.md': `\`\`\`mermaid\n${broken}\n\`\`\`\n`,
    };
    expect(await lintFlows(files)).toMatchObject([{ rule: 'flow-answers-have-labels', line: 11, column: 1 }]);
  });

  it('is told of each of thirty flowcharts in an article, and of the same one in several', async () => {
    const fence = `\`\`\`mermaid\n${broken}\n\`\`\`\n`;
    const files = {
      'content/a.md': exampleArticle({}, fence.repeat(30)),
      'content/b.md': exampleArticle({ id: 'b' }, fence),
    };
    const findings = await lintFlows(files);
    expect(findings).toHaveLength(31);
    expect(new Set(findings.map(({ path, line }) => `${path}:${line}`)).size).toBe(31);
  });

  it('is not made of diagrams of other kinds but for their syntax', async () => {
    const fence = (code: string) => `\`\`\`mermaid\n${code}\n\`\`\`\n`;
    const files = {
      'content/a.md': exampleArticle(
        {},
        fence('sequenceDiagram\n A->>B: x') + fence('stateDiagram-v2\n s1 --> s2'),
      ),
      'content/b.md': exampleArticle({ id: 'b' }, fence('sequenceDiagram\n A->>')),
    };
    expect((await lintFlows(files)).map(({ path, rule }) => `${path} ${rule}`)).toEqual([
      'content/b.md flowcharts-parse',
    ]);
  });

  it('is excused by a comment around the flowchart', async () => {
    const body = `<!-- kb-disable flow-answers-have-labels: vu avec le métier -->\n\n\`\`\`mermaid\n${broken}\n\`\`\`\n`;
    expect(await lintFlows({ 'content/a.md': exampleArticle({}, body) })).toEqual([]);
  });
});

const handOver = (address: string) =>
  `\`\`\`mermaid\nflowchart TD\n  aa[Lire] --> bb([Passer])\n  click bb href "${address}"\n\`\`\`\n`;

describe('flows across articles', () => {
  it('are followed from the article that is checked, to those that are not', async () => {
    const files = {
      'content/a.md': exampleArticle({ id: 'a' }, handOver('b.md')),
      'content/b.md': exampleArticle({ id: 'b' }, handOver('c.md')),
      'content/c.md': exampleArticle({ id: 'c' }, handOver('id:a')),
    };
    const findings = await lintFlows(files, new Set(['content/a.md']));
    expect(underlined(files, findings)).toEqual(['content/a.md:12 flows-across-articles-end b.md']);
  });

  it('bring the article that leads on to a changed one into what --changed checks', () => {
    const base = memoryBase({
      'content/a.md': exampleArticle({ id: 'a' }, handOver('b.md')),
      'content/b.md': exampleArticle({ id: 'b' }, 'Trois jours.\n'),
      'content/c.md': exampleArticle({ id: 'c' }, handOver('id:a')),
    });
    const files = [{ kind: 'changed' as const, path: 'content/b.md', mayLoseIds: false }];
    expect([...selectChanged(base, { files })]).toEqual(['content/a.md', 'content/b.md']);
  });

  it('may lead into each other where one of them has an end that can be reached', async () => {
    const files = {
      'content/a.md': exampleArticle({ id: 'a' }, handOver('b.md')),
      'content/b.md': exampleArticle(
        { id: 'b' },
        '```mermaid\nflowchart TD\n  aa{Fini ?} -->|Oui| fin([Clore])\n  aa -->|Non| bb([Reprendre])\n  click bb href "a.md"\n```\n',
      ),
    };
    expect(await lintFlows(files)).toEqual([]);
  });

  it('end at an article without a flowchart, and at a section of the article itself', async () => {
    const files = {
      'content/a.md': exampleArticle({ id: 'a' }, `${handOver('b.md')}\n## Clore\n\n${handOver('#clore')}`),
      'content/b.md': exampleArticle({ id: 'b' }, 'Trois jours.\n'),
      'content/c.md': exampleArticle({ id: 'c' }, `## Clore\n\n${handOver('#clore')}`),
    };
    expect(await lintFlows(files)).toEqual([]);
  });

  it('do not end where an article leads only to its own beginning', async () => {
    const files = { 'content/a.md': exampleArticle({ id: 'a' }, handOver('a.md')) };
    expect((await lintFlows(files)).map(({ rule }) => rule)).toEqual(['flows-across-articles-end']);
  });

  it('go on in the first flowchart of an article, whatever the second one does', async () => {
    const end = '```mermaid\nflowchart TD\n  aa[Lire] --> bb([Clore])\n```\n\n';
    const files = {
      'content/a.md': exampleArticle({ id: 'a' }, `${end}${handOver('b.md')}`),
      'content/b.md': exampleArticle({ id: 'b' }, handOver('a.md')),
    };
    expect(await lintFlows(files)).toEqual([]);
  });
});

function expectSound(
  files: Readonly<Record<string, string>>,
  findings: Awaited<ReturnType<typeof lintFlows>>,
) {
  const unfit = findings.filter(({ message }) =>
    [message.fr, message.en].some((text) => text.length > 120 || /[\r\n]/.test(text)),
  );
  expect(unfit.map(({ rule, message }) => `${rule}: ${message.fr}`)).toEqual([]);
  const astray = findings.filter(({ path, line, column, endLine = line, endColumn = column }) => {
    const lines = (files[path] ?? '').split('\n');
    const [first, last] = [lines[line - 1], lines[endLine - 1]];
    return (
      first === undefined || last === undefined || column > first.length + 1 || endColumn > last.length + 1
    );
  });
  expect(astray).toEqual([]);
}

describe('any flowchart', () => {
  const corpus = findCorpus('mermaid-flowcharts');

  it.skipIf(corpus === undefined)(
    'of Mermaid’s documentation gets findings that fit a line and point into the text',
    async () => {
      const cases =
        corpus === undefined ? [] : readCorpusJson<{ id: string; code: string }[]>(corpus, 'flowcharts.json');
      const files = Object.fromEntries(
        cases.map(({ id, code }) => [
          `content/${id}.md`,
          exampleArticle({ id }, `- Suivre :\n\n${prefix('  ', `~~~~~~mermaid\n${code}\n~~~~~~`)}\n`),
        ]),
      );
      const findings = await lintFlows(files);
      expect(findings.length).toBeGreaterThan(100);
      expectSound(files, findings);
    },
  );

  it('with hostile or very long texts gets findings that fit a line and point into the text', async () => {
    const texts = [
      'x'.repeat(1900),
      '<b onclick="x">gras</b>'.replaceAll('"', '#quot;'),
      '🎉'.repeat(300),
      'מספר החבילה אינו נכון ',
      '`**gras** _ital_ [lien](x.md)`',
      '#quot;cité#quot; \u202E\u200B',
      '&lt;script&gt;alert(1)&lt;/script&gt;',
    ];
    const files = Object.fromEntries(
      texts.map((text, at) => {
        const labels = ['aa', 'bb', 'cc', 'dd'].map(
          (id) => `  ${id}${id === 'bb' ? `{"${text}"}` : `["${text}"]`}`,
        );
        const arrows = [`aa -->|"${text}"| bb`, 'bb --> cc', 'cc --> bb', `aa -->|"${text}"| cc`];
        const code = ['flowchart TD', ...labels, ...arrows].join('\n');
        return [`content/${at}.md`, exampleArticle({ id: `a-${at}` }, `\`\`\`mermaid\n${code}\n\`\`\`\n`)];
      }),
    );
    const findings = await lintFlows(files);
    expect(new Set(findings.map(({ path }) => path)).size).toBe(texts.length);
    expect(findings.filter(({ rule }) => rule === 'flow-paths-end')).toHaveLength(texts.length);
    expectSound(files, findings);
  });

  it('of 500 nodes is checked, its size is told and nothing else', async () => {
    const lines = Array.from(
      { length: 499 },
      (_, at) => `  n${at}[Étape ${at}] --> n${at + 1}[Étape ${at + 1}]`,
    );
    const files = {
      'content/a.md': exampleArticle({}, `\`\`\`mermaid\nflowchart TD\n${lines.join('\n')}\n\`\`\`\n`),
    };
    expect((await lintFlows(files)).map(({ rule, message }) => [rule, message.en])).toEqual([
      ['flows-are-small', expect.stringContaining('500 nodes, expected at most 40')],
    ]);
  });
});
