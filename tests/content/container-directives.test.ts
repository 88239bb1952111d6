// Containers stay in the tree with their place; all that only looks like a directive is the text that it was before.
import type { Node, Nodes, Parent } from 'mdast';
import { describe, expect, it } from 'vitest';
import { mayHoldContainers } from '../../src/content/container-directives.ts';
import { loadMarkdownParser } from '../../src/content/markdown-parser.ts';
import { walkTree } from '../../src/content/walk-tree.ts';
import { findCorpus, readCorpusJson, readMarkdownFiles } from '../support/corpora.ts';

const parsers = await Promise.all([loadMarkdownParser('satteri'), loadMarkdownParser('remark')]);

/** A tree as an outline: type, what it says, and where its nodes begin and end. */
function outline(node: Node): unknown {
  const { type, position, children, ...own } = node as Node & Partial<Parent> & Record<string, unknown>;
  const said = ['name', 'attributes', 'value', 'url', 'depth'].flatMap((field) =>
    own[field] === undefined ? [] : [JSON.stringify(own[field])],
  );
  const at =
    position && `${position.start.line}:${position.start.column}–${position.end.line}:${position.end.column}`;
  const line = [type, ...said, at].join(' ');
  return children ? [line, ...children.map(outline)] : line;
}

describe.each(parsers)('the tree of $name', ({ parse }) => {
  it('holds a container with its attributes, label and place', () => {
    const tree = parse(
      'Avant.\n\n:::when[Expédiée]{order.status=shipped|delivered}\nEn *route*.\n:::\n\nAprès.\n',
    );
    expect(outline(tree.children[1] as Nodes)).toEqual([
      'containerDirective "when" {"order.status":"shipped|delivered"} 3:1–5:4',
      ['paragraph 3:8–3:18', 'text "Expédiée" 3:9–3:17'],
      [
        'paragraph 4:1–4:12',
        'text "En " 4:1–4:4',
        ['emphasis 4:4–4:11', 'text "route" 4:5–4:10'],
        'text "." 4:11–4:12',
      ],
    ]);
    expect(tree.children).toHaveLength(3);
  });

  it('holds containers in containers, lists and quotes', () => {
    const tree = parse(
      '::::only{audience=internal}\n- un\n\n  :::when{a=b}\n  deux\n  :::\n\n> :::macro{channel=sms}\n> trois\n> :::\n::::\n',
    );
    const found: string[] = [];
    walkTree<Nodes>(tree, (node) => {
      if (node.type === 'containerDirective') found.push(`${node.name} ${JSON.stringify(node.attributes)}`);
      return undefined;
    });
    expect(found).toEqual(['only {"audience":"internal"}', 'when {"a":"b"}', 'macro {"channel":"sms"}']);
  });

  it('leaves hours, labels and other directives the text that they are', () => {
    const text = [
      'Ouvert de 10:30 à 19:00, note:important et :foo[un *mot*]{a=b}.',
      '',
      '::include{id=coordonnees}',
      '',
      ':::aside',
      'Texte.',
      ':::',
    ].join('\n');
    expect(outline(parse(text))).toEqual([
      expect.stringMatching(/^root/),
      [
        'paragraph 1:1–1:64',
        'text "Ouvert de 10:30 à 19:00, note:important et :foo[un " 1:1–1:52',
        ['emphasis 1:52–1:57', 'text "mot" 1:53–1:56'],
        'text "]{a=b}." 1:57–1:64',
      ],
      ['paragraph 3:1–3:26', 'text "::include{id=coordonnees}" 3:1–3:26'],
      ['paragraph 5:1–5:9', 'text ":::aside" 5:1–5:9'],
      ['paragraph 6:1–6:7', 'text "Texte." 6:1–6:7'],
      ['paragraph 7:1–7:4', 'text ":::" 7:1–7:4'],
    ]);
  });

  it('takes a container that is not closed to the end of what it stands in', () => {
    const tree = parse(':::only{audience=internal}\nUn.\n\nDeux.\n');
    expect(tree.children).toHaveLength(1);
    expect((tree.children[0] as Parent).children).toHaveLength(2);
  });
});

describe('a text with one container', () => {
  const container = ':::only{audience=internal}\nInterne.\n:::\n\n';
  const lines = 4;
  /** Types, texts and places: directives must leave no trace in the rest of the document. */
  const comparable = (node: Node, shift: number): unknown => {
    const { position, data: _, children, ...own } = node as Node & Partial<Parent>;
    const at = position && [position.start.line - shift, position.start.column, position.end.column];
    return [own, at, children?.map((child) => comparable(child, shift))];
  };
  const differing = (texts: readonly { readonly path: string; readonly text: string }[]) => {
    const { parse } = parsers[0];
    return texts
      .filter(({ text }) => !mayHoldContainers(text))
      .filter(({ text }) => {
        const alone = parse(text).children.map((node) => comparable(node, 0));
        const [, ...beside] = parse(`${container}${text}`).children.map((node) => comparable(node, lines));
        return JSON.stringify(alone) !== JSON.stringify(beside);
      })
      .map(({ path }) => path);
  };
  const french = findCorpus('real-docs-fr');
  const english = findCorpus('real-docs-en');
  const commonmark = findCorpus('commonmark');

  it.skipIf(!french || !english)('has else the tree that it had, over real documents', () => {
    expect(differing([french ?? '', english ?? ''].flatMap(readMarkdownFiles))).toEqual([]);
  });

  it.skipIf(!commonmark)('has else the tree that it had, over the examples of CommonMark', () => {
    const examples = readCorpusJson<{ readonly example: number; readonly markdown: string }[]>(
      commonmark ?? '',
      'spec.json',
    );
    expect(
      differing(examples.map(({ example, markdown }) => ({ path: String(example), text: markdown }))),
    ).toEqual([]);
  });
});
