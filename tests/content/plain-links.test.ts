import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toByteText } from '../../src/content/byte-text.ts';
import { collectMarkdown } from '../../src/content/collect-markdown.ts';
import { loadMarkdownParser } from '../../src/content/markdown-parser.ts';
import { findPlainLinks } from '../../src/content/plain-links.ts';
import { projectRoot } from '../support/corpora.ts';

const { parse } = await loadMarkdownParser();
const { parse: parseByRemark } = await loadMarkdownParser('remark');

/** The addresses that lead somewhere in the base: GFM finds bare web addresses too, which are nobody's article. */
function reference(body: string, parser = parse): string[] {
  const { links } = collectMarkdown(parser(body), 0);
  return links.map(({ url }) => url).filter((url) => !/^(?:https?:|mailto:)/.test(url));
}

function plain(body: string): string[] | undefined {
  return findPlainLinks(toByteText(body))?.filter((url) => !/^(?:https?:|mailto:)/.test(url));
}

/** Pieces of Markdown that make links, break them, or hide them. */
const pieces = [
  ...[
    '[a](b.md)',
    '[x y](id:c)',
    '[é\nf](g.md)',
    '[](d)',
    '[e]()',
    '[f](g "h")',
    '![i](j.png)',
    '[k',
    '](l)',
    '[',
    ']',
    '(',
    ')',
    '[m][n]',
    '[n]: o',
  ],
  ...[
    'a',
    ' ',
    '\n',
    '\n\n',
    '    ',
    '\t',
    '> ',
    '- ',
    '1. ',
    '# ',
    '| ',
    '|',
    '\n| - | - |\n',
    '---',
    '===',
    '**',
    '*',
    '_',
    '~~',
    '!',
  ],
  ...[
    '`',
    '```\n',
    '```',
    '~~~\n',
    '<',
    '<b>',
    '<!-- ',
    ' -->',
    '\\',
    '&#91;',
    '[^1]',
    '[^1]: ',
    '- [ ] ',
    'www.a.fr',
    'http://b.fr',
    'c@d.fr',
  ],
];
const markdown = fc.array(fc.constantFrom(...pieces), { maxLength: 14 }).map((chosen) => chosen.join(''));

describe('plain links', () => {
  it('are those that both parsers find, wherever they are sure', () => {
    let sure = 0;
    fc.assert(
      fc.property(markdown, (body) => {
        const urls = plain(body);
        if (urls === undefined) return;
        if (urls.length > 0) sure++;
        expect(urls).toEqual(reference(body));
        expect(urls).toEqual(reference(body, parseByRemark));
      }),
      { numRuns: 5000 },
    );
    expect(sure).toBeGreaterThan(100);
  });

  it('are sure in the sample base, and right', () => {
    const folder = path.join(projectRoot, 'content');
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
      file.endsWith('.md'),
    );
    const bodies = files.map((file) =>
      readFileSync(path.join(folder, file), 'utf8').split('\n---\n').slice(1).join('\n---\n'),
    );
    const found = bodies.map(plain);
    expect(found.filter((urls) => urls !== undefined).length).toBeGreaterThan(bodies.length / 2);
    for (const [at, urls] of found.entries()) if (urls) expect(urls).toEqual(reference(bodies[at] ?? ''));
  });

  it.each([
    ['Voir [a](b.md), [c d](id:e#f) et [g](../h.md?i=j).', ['b.md', 'id:e#f', '../h.md?i=j']],
    ['```text\n[a](b.md)\n```\n\n[c](d.md)\n', ['d.md']],
    ['1. Un\n   [a](b.md)\n', ['b.md']],
    ['- [a\n  b](c.md)\n', ['c.md']],
    ['| a | b |\n| - | - |\n| [c](d.md) | e |\n', ['d.md']],
    ['Déjà [à là](été.md) — [l’à](id:à)\n', ['été.md', 'id:à']],
    ['[Un\nÉté](à.md)\n', ['à.md']],
  ])('of %j are sure', (body, urls) => {
    expect(findPlainLinks(toByteText(body))).toEqual(urls);
    expect(reference(body)).toEqual(urls);
  });

  it.each([
    ...[
      '`[a](b.md)`',
      '    [a](b.md)\n',
      '\\[a](b.md)',
      '[a](b.md "c")',
      '[a][b]\n\n[b]: c.md',
      '<!-- [a](b.md) -->',
      '[![a](b.png)](c.md)',
    ],
    ...[
      '[a](b&amp;c.md)',
      '~~~\n[a](b.md)\n~~~\n',
      '```\n[a](b.md)\n',
      '[a\n- b](c.md)',
      '# [a\nb](c.md)',
      '[a\nb](c.md)| d\n| - | - |\n',
      '- [a\nb](c.md)    [d](e.md)',
      '[a [b] c](d.md)',
      '[a\n— b](c.md)',
      'à www.à-b.fr[a](b.md)',
      '[a](b\u00a0c.md)',
      '| a |\n| - |\n| [b|c](d.md) |\n',
    ],
  ])('of %j are left to the parser', (body) => {
    expect(findPlainLinks(toByteText(body))).toBeUndefined();
  });
});
