// satteri against its reference: the same tree for the same text, over the specifications and over real documents.

import path from 'node:path';
import type { Node, Parent } from 'mdast';
import { describe, expect, it } from 'vitest';
import { loadMarkdownParser } from '../../src/content/markdown-parser.ts';
import { findCorpus, projectRoot, readCorpusJson, readMarkdownFiles } from '../support/corpora.ts';

const { parse: parseFast } = await loadMarkdownParser('satteri');
const { parse: parseReference } = await loadMarkdownParser('remark');

/** A tree with what later steps read: no offsets, and places as lines and columns of the start. */
function comparable(node: Node): unknown {
  const { position, data: _, children, ...own } = node as Node & Partial<Parent>;
  const fields = Object.fromEntries(
    Object.entries(own)
      .filter(([, value]) => value !== null && value !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
  return {
    ...fields,
    at: position && `${position.start.line}:${position.start.column}`,
    ...(children ? { children: children.map(comparable) } : {}),
  };
}

function differs(text: string): boolean {
  return JSON.stringify(comparable(parseFast(text))) !== JSON.stringify(comparable(parseReference(text)));
}

// Each difference was looked at; a new one fails. 356: remark does not yet know a newer rule on symbols outside the basic plane
// beside `*`. 608 and 614: remark gives a bare e-mail address that follows a backslash escape or a quote no place, satteri does.
const knownCommonmark: readonly number[] = [356, 608];
const knownGfm: readonly number[] = [614];
// The first: a label over two lines keeps its indentation (labels are matched folded). The second: no place, as in 608.
const knownDocuments: readonly string[] = [
  'docs/manual/how-to-upgrade-rails.html.md',
  'prestashop/guide-utilisateur/gerer-plusieurs-boutiques/interface-page-multiboutique/mettre-en-place-url-boutique.md',
];

// A task that begins with a link: remark counts its paragraph from before the check box, satteri from the link on, as both do for text.
const knownSample: readonly string[] = ['formation/quiz-suivre-une-livraison.md'];

interface SpecExample {
  readonly example: number;
  readonly markdown: string;
}

const commonmark = findCorpus('commonmark');
const gfm = findCorpus('gfm');
const english = findCorpus('real-docs-en');
const french = findCorpus('real-docs-fr');

describe('the native parser', () => {
  it('is the one in use here', async () => {
    expect((await loadMarkdownParser()).name).toBe('satteri');
  });

  it.skipIf(!commonmark)('gives the reference’s tree for the CommonMark specification', () => {
    const examples = readCorpusJson<SpecExample[]>(commonmark ?? '', 'spec.json');
    expect(examples.length).toBeGreaterThan(600);
    expect(examples.filter(({ markdown }) => differs(markdown)).map(({ example }) => example)).toEqual(
      knownCommonmark,
    );
  });

  it.skipIf(!gfm)('gives the reference’s tree for the GFM specification', () => {
    const examples = readCorpusJson<SpecExample[]>(gfm ?? '', 'spec.json');
    expect(examples.filter(({ markdown }) => differs(markdown)).map(({ example }) => example)).toEqual(
      knownGfm,
    );
  });

  it.skipIf(!english || !french)('gives the reference’s tree for real documents', () => {
    const files = [english ?? '', french ?? ''].flatMap(readMarkdownFiles);
    expect(files.length).toBeGreaterThan(400);
    expect(files.filter(({ text }) => differs(text)).map(({ path }) => path)).toEqual(knownDocuments);
  });

  it('gives the reference’s tree for the whole sample base', () => {
    const files = readMarkdownFiles(path.join(projectRoot, 'content'));
    expect(files.filter(({ text }) => differs(text)).map(({ path }) => path)).toEqual(knownSample);
  });
});
