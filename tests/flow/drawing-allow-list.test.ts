// The allow-list for drawings from anywhere (src/content/sanitize-svg.ts).
import { toHtml } from 'hast-util-to-html';
import { describe, expect, it } from 'vitest';
import { sanitizeSvg } from '../../src/content/sanitize-svg.ts';

function clean(inside: string): string {
  const svg = sanitizeSvg(`<svg>${inside}</svg>`, { idPrefix: 'p-', classes: new Set(['known']) });
  return svg === undefined ? '' : toHtml(svg, { space: 'svg', closeEmptyElements: true });
}

describe('a drawing from elsewhere', () => {
  it.each([
    ['a script', '<script>alert(1)</script><script href="data:,alert(1)"/>'],
    ['a style sheet', '<style>@import "http://x"; rect { fill: red }</style>'],
    ['HTML', '<foreignObject><iframe src="http://x"></iframe></foreignObject>'],
    ['an image', '<image href="http://x"/><image xlink:href="data:image/svg+xml,x"/>'],
    ['a copy that could multiply', '<symbol id="a"><rect/></symbol><use href="#a"/>'],
    [
      'an animation that sets an address',
      '<animate attributeName="href" to="javascript:x"/><set attributeName="onclick" to="x"/>',
    ],
    ['a filter', '<filter id="f"><feImage href="http://x"/></filter>'],
    ['a comment', '<!-- x -->'],
  ])('loses %s', (_, inside) => {
    expect(clean(inside)).toBe('<svg />');
  });

  it.each([
    ['an event', 'onclick="alert(1)" onload="alert(1)"'],
    [
      'an address elsewhere',
      'href="http://x" fill="url(http://x)" mask="url(\'http://x#a\')" clip-path="url(//x#a)"',
    ],
    ['an address hidden by a CSS escape', 'fill="u\\72l(http://x)" stroke="\\75rl(http://x)"'],
    ['an address hidden by a CSS comment', 'fill="url/**/(http://x)"'],
    [
      'a function that fetches',
      'mask="image-set(\'http://x\' 1x)" fill="image(\'http://x\')" stroke="src(\'http://x\')"',
    ],
    ['an address in a style', 'style="background:url(http://x);mask:url(http://x);cursor:url(http://x)"'],
    ['a class of the site', 'class="banner"'],
    ['an attribute of scripts', 'data-validity="current" tabindex="0"'],
  ])('loses %s on a shape', (_, attributes) => {
    expect(clean(`<rect ${attributes} />`)).toBe('<svg><rect /></svg>');
  });

  it('keeps shapes, paint, text and local references, under ids of its own', () => {
    expect(
      clean(
        '<linearGradient id="g"/><rect id="r" class="known x" fill="url(#g)" style="stroke:red !important;stroke-dasharray:3 2"/><text transform="rotate(3)" font-family="Arial">Été &lt; 5</text>',
      ),
    ).toBe(
      '<svg><linearGradient id="p-g" /><rect id="p-r" class="known" fill="url(#p-g)" stroke="red" stroke-dasharray="3 2" /><text transform="rotate(3)" font-family="Arial">Été &#x3C; 5</text></svg>',
    );
  });

  it('keeps what a link held, at its place', () => {
    expect(clean('<a href="http://x" transform="translate(1)"><rect/></a>')).toBe(
      '<svg><g transform="translate(1)"><rect /></g></svg>',
    );
  });

  it.each([
    ['text', 'no drawing'],
    ['HTML without a drawing', '<p>x</p>'],
    ['a drawing nested a hundred times', `<svg>${'<g>'.repeat(100)}`],
    ['a drawing nested until the parser’s stack is full', `<svg>${'<g>'.repeat(100_000)}`],
    ['a drawing of more than two million characters', `<svg>${' '.repeat(2_000_000)}</svg>`],
  ])('is refused when it is %s', (_, svg) => {
    expect(sanitizeSvg(svg, { idPrefix: '' })).toBeUndefined();
  });
});
