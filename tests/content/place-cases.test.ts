// Conditional sections in the page's HTML and in the search text.
import { describe, expect, it } from 'vitest';
import { bodyWordsFor } from '../../site/locales/body-words.ts';
import { caseWordsFor } from '../../site/locales/case-words.ts';
import { loadMarkdownParser } from '../../src/content/markdown-parser.ts';
import { placeCases } from '../../src/content/place-cases.ts';
import { prepareTree } from '../../src/content/prepare-tree.ts';
import { renderBody } from '../../src/content/render-body.ts';
import { renderSearchText } from '../../src/content/render-search-text.ts';
import type { ContextVariable } from '../../src/model/context.ts';

const { parse } = await loadMarkdownParser();
const words = bodyWordsFor('fr');
const variables: readonly ContextVariable[] = [
  {
    name: 'order.status',
    label: { fr: 'État de la commande' },
    values: [
      { value: 'shipped', label: { fr: 'Expédiée' } },
      { value: 'lost', label: { fr: 'Perdue' } },
      { value: 'delivered', label: {} },
    ],
    samples: [],
  },
];

function treeOf(markdown: string) {
  const tree = parse(markdown);
  const placed = placeCases(tree, variables, caseWordsFor('fr'));
  return { tree: prepareTree(tree, words.alerts), placed };
}

function pageOf(markdown: string): string {
  return renderBody(treeOf(markdown).tree, {
    words,
    hrefOf: (url) => url,
    srcOf: (url) => url,
    flowchart: () => '',
  });
}

const summaries = (html: string) =>
  [...html.matchAll(/<summary[^>]*>(.*?)<\/summary>/g)].map(([, label]) => label);

describe('conditional sections', () => {
  const markdown =
    ':::when{order.status=shipped|delivered}\nPatienter.\n:::\n\n:::when[Colis *perdu*]{order.status=lost}\n## Enquête\n:::\n\n:::when{else}\nAttendre.\n:::\n\nSuite.\n\n:::when{order.status=lost}\nSeul.\n:::\n';

  it('stand open, each with a label in the words of the configuration or its own', () => {
    const html = pageOf(markdown);
    expect(summaries(html)).toEqual([
      'État de la commande\u00a0: Expédiée ou delivered',
      'Colis <em>perdu</em>',
      'Dans les autres cas',
      'État de la commande\u00a0: Perdue',
    ]);
    expect(html.match(/<details class="case" open data-when="[^"]+">/g)).toEqual([
      '<details class="case" open data-when="order.status=shipped|delivered">',
      '<details class="case" open data-when="order.status=lost">',
      '<details class="case" open data-when="else">',
      '<details class="case" open data-when="order.status=lost">',
    ]);
    expect(html.match(/<div class="cases">/g)).toHaveLength(2);
    expect(treeOf(markdown).placed).toBe(4);
  });

  it('begin a new group where they speak of something else, or where text comes between', () => {
    const html = pageOf(':::when{a=x}\nUn.\n:::\n:::when{b=x}\nDeux.\n:::\n:::when{b=y}\nTrois.\n:::\n');
    expect(html.split('<div class="cases">').map((part) => part.split('class="case"').length - 1)).toEqual([
      0, 1, 2,
    ]);
  });

  it('may hold others, and stand in a list', () => {
    const html = pageOf('- Un\n\n  ::::when{order.status=lost}\n  :::when{a=x}\n  Deux.\n  :::\n  ::::\n');
    expect(html).toMatch(
      /<li>[\s\S]*<details class="case"[^>]*>[\s\S]*<details class="case"[^>]*>[\s\S]*Deux/,
    );
  });

  it('let nothing of a hostile condition into the page', () => {
    const html = pageOf(
      ':::when{onclick="alert(1)" x="\\"><script>" order.status="<img src=x>"}\nTexte.\n:::\n\n:::when[<b>Gras</b>]{a=b style="x:y"}\nTexte.\n:::\n',
    );
    expect(html).not.toMatch(/<(script|img|b)\b|onclick=|style=/);
    expect(html).not.toContain('data-when="onclick');
    expect(html).toContain('Texte.');
  });

  it('are found with their label before them', () => {
    const text = renderSearchText(
      treeOf(':::when{order.status=lost}\nRembourser tout de suite.\n:::\n').tree,
      () => '',
    );
    expect(text).toBe('État de la commande\u00a0: Perdue. Rembourser tout de suite. ');
  });
});
