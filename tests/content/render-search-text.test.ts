// The text that the search index reads holds the words of the page, under the page's own headings.
import { describe, expect, it } from 'vitest';
import { bodyWordsFor } from '../../site/locales/body-words.ts';
import { loadMarkdownParser } from '../../src/content/markdown-parser.ts';
import { prepareTree } from '../../src/content/prepare-tree.ts';
import { renderSearchText } from '../../src/content/render-search-text.ts';

const { parse } = await loadMarkdownParser();

function render(markdown: string): string {
  return renderSearchText(
    prepareTree(parse(markdown), bodyWordsFor('fr').alerts),
    (index) => `<i>${index}</i>`,
  );
}

describe('the search text', () => {
  it('ends every block as a sentence, and keeps headings with their anchors', () => {
    expect(
      render('## Délai *court*\n\nAppeler,\n\n- un\n- deux !\n\n| a | b |\n| - | - |\n| c | d |\n'),
    ).toBe('<h2 id="délai-court">Délai court</h2>\nAppeler, un. deux ! a. b. c. d. ');
  });

  it('escapes what would be markup, raw HTML included', () => {
    const text = render('`<b>` & "x"\n\n<script>alert(1)</script>\n\n## <img> "y"\n');
    expect(text).not.toMatch(/<(?!\/?h2)/);
    expect(text).toContain('&lt;b&gt; &amp; &quot;x&quot;'.replaceAll('&gt;', '>'));
  });

  it('holds the words of alerts, footnotes, code and links, and a flowchart where it stands', () => {
    const text = render(
      '> [!WARNING]\n> Vérifier[^1]\n\n[Suivi](a.md "t") `code`\n\n```mermaid\nflowchart TD\n```\n\n```\nbloc\n```\n\n[^1]: La note\n',
    );
    expect(text).toBe('Attention. Vérifier. Suivi code. <i>0</i>bloc. La note. ');
  });

  it('leaves comments out', () => {
    expect(render('<!-- kb-disable-file no-raw-html: voulu -->\n\nTexte\n')).toBe(' Texte. ');
  });
});
