import type { Element, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { visit } from 'unist-util-visit';
import { describe, expect, it } from 'vitest';
import { bodyWordsFor } from '../../site/locales/body-words.ts';
import { loadMarkdownParser } from '../../src/content/markdown-parser.ts';
import { prepareTree } from '../../src/content/prepare-tree.ts';
import { renderBody } from '../../src/content/render-body.ts';
import { findCorpus, readCorpusJson } from '../support/corpora.ts';

const { parse } = await loadMarkdownParser();
const words = bodyWordsFor('fr');

function render(markdown: string): string {
  return renderBody(prepareTree(parse(markdown), words.alerts), {
    words,
    hrefOf: (url) =>
      /^(https?:|mailto:|tel:|#)/.test(url) ? url : url.endsWith('.md') ? `../${url}` : undefined,
    srcOf: (url) => (url.startsWith('images/') ? `../media/${url}` : undefined),
    flowchart: (index) => `<figure class="flow">${index}</figure>`,
  });
}

describe('the body of a page', () => {
  it('turns each GitHub alert into a titled note and leaves other quotes alone', () => {
    const kinds = ['NOTE', 'TIP', 'IMPORTANT', 'WARNING', 'CAUTION'];
    for (const kind of kinds) {
      const html = render(`> [!${kind}]\n> Appelez **avant** 18 h.\n`);
      expect(html).toContain(`<div class="alert alert-${kind.toLowerCase()}" role="note">`);
      expect(html).toContain('<p class="alert-title">');
      expect(html).toContain('<p>Appelez <strong>avant</strong> 18 h.</p>');
      expect(html).not.toContain('[!');
    }
    expect(render('> [!NOTE] à la suite\n')).toContain('<blockquote>');
    expect(render('> Bonjour\n')).toContain('<blockquote>');
  });
  it('gives headings GitHub’s anchors, numbers repeated ones and keeps a single first level for the page', () => {
    expect(render('# Délais d’envoi\n\n## Étape\n\n## Étape\n')).toMatch(
      /<h2 id="délais-denvoi">.*<h3 id="étape">.*<h3 id="étape-1">/s,
    );
  });
  it('shows raw HTML as text and drops comments', () => {
    const html = render('Bonjour <nom>,\n\n<div onclick="x()">a</div>\n\n<!-- à relire -->\n');
    expect(html).toContain('Bonjour &#x3C;nom>');
    expect(html).toContain('&#x3C;div onclick="x()">');
    expect(html).not.toContain('à relire');
  });
  it('drops comments beside text, and no text between them', () => {
    const html = render(
      '<!-- un --> Appelez <b>vite</b>. <!-- deux -->\n\n## Titre <!-- trois -->\n\n<!-- sans fin\n',
    );
    expect(html).toContain('Appelez &#x3C;b>vite&#x3C;/b>.');
    expect(html).toMatch(/<h\d id="titre">Titre\s*<a /);
    expect(html).not.toMatch(/un|deux|trois/);
    expect(html).toContain('sans fin');
  });
  it('keeps the words of a link that leads nowhere', () => {
    expect(render('[suite](javascript:alert(1)) et [là](perdu)')).toBe(
      '<p><span class="broken-link">suite</span> et <span class="broken-link">là</span></p>',
    );
  });
  it('keeps a link that calls, with its number for paper where its words don’t show it', () => {
    expect(render('Le [standard](tel:+33199005210), le [01 99 00 52 10](tel:+33199005210).')).toBe(
      '<p>Le <a href="tel:+33199005210" data-phone="+33 1 99 00 52 10">standard</a>, le <a href="tel:+33199005210">01 99 00 52 10</a>.</p>',
    );
    expect(render('Le [standard](tel:0199005210)')).toBe('<p>Le <a href="tel:0199005210">standard</a></p>');
  });
  it('shows the alternative text of an image that is not there', () => {
    expect(render('![Étiquette](https://evil.example/x.png)')).toBe(
      '<p><span class="broken-link">Étiquette</span></p>',
    );
    expect(render('![Étiquette](images/x.svg)')).toContain('src="../media/images/x.svg" alt="Étiquette"');
  });
  it('names each task’s box after the task', () => {
    expect(render('- [ ] Dossier **complet**\n')).toContain('aria-label="Dossier complet"');
  });
  it('puts flowcharts where they stood, numbered in order', () => {
    const html = render('a\n\n```mermaid\nflowchart TD\n```\n\nb\n\n- ```mermaid\n  flowchart LR\n  ```\n');
    expect(html).toMatch(
      /a<\/p>\s*<figure class="flow">0<\/figure>.*b<\/p>.*<figure class="flow">1<\/figure>/s,
    );
  });
  it('makes tables scrollable regions, each with a name of its own, and heads their columns', () => {
    const html = render('| a | b |\n|---|---|\n| 1 | 2 |\n\nPuis :\n\n| c |\n|---|\n| 3 |\n');
    expect(html.match(/<section class="table-wrap" tabindex="0" aria-label="[^"]*">/g)).toEqual([
      '<section class="table-wrap" tabindex="0" aria-label="Tableau\u00A01">',
      '<section class="table-wrap" tabindex="0" aria-label="Tableau\u00A02">',
    ]);
    expect(html).toContain('<th scope="col">a</th>');
  });
  it('links footnotes both ways', () => {
    const html = render('Texte[^1].\n\n[^1]: Note.\n');
    expect(html).toContain('href="#fn-1" id="fnref-1"');
    expect(html).toContain('href="#fnref-1"');
  });
});

describe('hostile Markdown', () => {
  const allowed =
    /^(a|blockquote|br|code|del|div|em|figure|h[1-6]|hr|img|input|li|ol|p|pre|section|span|strong|sup|table|tbody|td|th|thead|tr|ul|html|head|body)$/;
  /** What stands in the HTML and should not. */
  function faults(html: string): string[] {
    const found: string[] = [];
    const tree: Root = fromHtml(html, { fragment: true });
    visit(tree, 'element', ({ tagName, properties }: Element) => {
      if (!allowed.test(tagName)) found.push(tagName);
      for (const [name, value] of Object.entries(properties)) {
        if (/^on|^style$|^srcdoc$|^formAction$/i.test(name)) found.push(`${tagName}.${name}`);
        if (/^(href|src)$/.test(name) && /^\s*(javascript|data|vbscript|file):/i.test(String(value)))
          found.push(`${name}=${value}`);
      }
    });
    return found;
  }

  it.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '[a](<javascript:alert(1)>)',
    '[a](JaVaScRiPt:alert(1))',
    '[a](data:text/html;base64,PHNjcmlwdD4=)',
    '![a](javascript:alert(1))',
    '<svg><style>@import "//evil.example"</style></svg>',
    '<iframe srcdoc="<script>alert(1)</script>">',
    '[a]: javascript:alert(1)\n\n[a]',
    '# <svg onload=alert(1)>',
    '| <script>x</script> |\n|---|\n| <b onclick=x> |',
    '[x](https://a.example "onmouseover=alert(1)")',
    '```"><script>alert(1)</script>\nx\n```',
    '<https://a.example/"onclick="alert(1)>',
  ])('%j gives nothing that runs', (markdown) => {
    expect(faults(render(markdown))).toEqual([]);
  });

  const corpus = findCorpus('naughty-strings');
  it.skipIf(!corpus)(
    'is harmless for every naughty string, as text, heading, link, image, cell and code',
    () => {
      for (const text of readCorpusJson<string[]>(corpus ?? '', 'blns.json')) {
        const markdown = `${text}\n\n## ${text}\n\n[${text}](<${text}>) ![${text}](<${text}>)\n\n| a |\n|---|\n| ${text} |\n\n\`\`\`${text}\n${text}\n\`\`\`\n`;
        expect(faults(render(markdown)), text).toEqual([]);
      }
    },
  );
});
