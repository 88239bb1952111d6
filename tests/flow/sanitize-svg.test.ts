// From Mermaid's drawing to a picture in a page: names, ids, and nothing that a page must not hold.
import { toHtml } from 'hast-util-to-html';
import { describe, expect, it } from 'vitest';
import { placePicture } from '../../src/flow/place-picture.ts';
import { sanitizePicture } from '../../src/flow/sanitize-svg.ts';
import type { Flow } from '../../src/model/flow.ts';

const flow: Flow = { nodes: [{ id: 'a', text: 'A', kind: 'outcome' }], edges: [], starts: ['a'] };

function pictureOf(inside: string): string {
  const svg = sanitizePicture(`<svg id="flow" viewBox="0 0 9 9" width="9" height="9">${inside}</svg>`, flow);
  if (svg === undefined) throw new Error('no picture');
  return svg;
}

describe('a picture', () => {
  it('names its nodes and their kind, and centres their text', () => {
    const svg = pictureOf(
      '<g class="node default mine" id="flow-flowchart-a-0"><rect class="basic label-container" width="5" height="5"/><text>A</text></g>',
    );
    expect(svg).toContain(
      '<g class="node kb-outcome" data-node="a"><rect class="label-container" width="5" height="5" rx="4" /><text text-anchor="middle">A</text></g>',
    );
  });

  it('keeps the markers that its lines use and drops the others', () => {
    const svg = pictureOf(
      '<marker id="flow_x"><path d="M0 0"/></marker><marker id="flow_y"><path d="M1 1"/></marker><path class="flowchart-link" d="M0 0" marker-end="url(#flow_x)"/>',
    );
    expect(svg).toContain('<marker id="flow_x">');
    expect(svg).not.toContain('flow_y');
  });

  it('joins words into one text that can be selected, and keeps bold apart', () => {
    const word = (text: string, weight = 'normal') =>
      `<tspan class="text-inner-tspan" font-weight="${weight}">${text}</tspan>`;
    expect(
      pictureOf(
        `<text><tspan x="0">${word('Le')}${word(' client')}${word(' appelle', 'bold')}</tspan></text>`,
      ),
    ).toContain('<tspan x="0">Le client<tspan font-weight="bold"> appelle</tspan></tspan>');
  });

  it('writes hundredths of a pixel and never joins two numbers', () => {
    expect(pictureOf('<path class="flowchart-link" d="M1.23456,-0.0001L10-0.001 3e-15"/>')).toContain(
      'd="M1.23,-0L10-0 0"',
    );
  });

  it('keeps every digit of its words', () => {
    expect(pictureOf('<text>Appeler le 01.23456789 ; &lt;path d="1.23456789"</text>')).toContain(
      '>Appeler le 01.23456789 ; &#x3C;path d="1.23456789"</text>',
    );
  });

  it('keeps no inline style, event, script, link or class of the content’s own', () => {
    const svg = pictureOf(
      '<style>*{fill:url(http://x)}</style><script>alert(1)</script><a xlink:href="javascript:alert(1)" transform="translate(1, 2)"><g class="node banner" onclick="alert(1)" style="fill:red"><path d="M0 0" fill="url(http://x)"/></g></a>',
    );
    expect(svg).toBe(
      '<svg xmlns="http://www.w3.org/2000/svg" class="kb-flow" viewBox="0 0 9 9" width="9" height="9"><g transform="translate(1, 2)"><g class="node"><path d="M0 0" /></g></g></svg>',
    );
  });

  it('shows a shape of two paths as its surface, every stroke of it', () => {
    const pane = 'M0,0 L9,0 L9,9 L0,9 Z M0,5 L9,5';
    const svg = pictureOf(
      `<g class="node" id="flow-flowchart-a-0"><g class="label-container"><path d="${pane}" fill="#eee"/><path fill="none"/></g></g>`,
    );
    expect(svg).toContain(`<path d="${pane}" class="label-container" />`);
    expect(svg.match(/<path/g)).toHaveLength(1);
  });

  it('is none where a label is HTML, which would be lost', () => {
    expect(sanitizePicture('<svg><foreignObject><p>Texte</p></foreignObject></svg>', flow)).toBeUndefined();
    expect(sanitizePicture('no drawing', flow)).toBeUndefined();
  });
});

describe('placing a picture', () => {
  const place = { idPrefix: 'flow-1-', title: 'Colis en <retard>', description: 'Voir le plan' };
  const svg =
    '<svg class="kb-flow"><marker id="flow_x"><path d="M0 0"></path></marker><path marker-end="url(#flow_x)" d="M0 0"></path></svg>';

  it('gives it a name, a description and ids of its own', () => {
    expect(toHtml(placePicture(svg, place), { space: 'svg' })).toBe(
      '<svg class="kb-flow" role="img" aria-labelledby="flow-1-title flow-1-desc"><title id="flow-1-title">Colis en &#x3C;retard></title><desc id="flow-1-desc">Voir le plan</desc><marker id="flow-1-flow_x"><path d="M0 0"></path></marker><path marker-end="url(#flow-1-flow_x)" d="M0 0"></path></svg>',
    );
  });

  it('shares no id between two places of one diagram', () => {
    const ids = ['a-', 'b-'].flatMap((idPrefix) => {
      const html = toHtml(placePicture(svg, { ...place, idPrefix }), { space: 'svg' });
      return [...html.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]);
    });
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('trusts the cache no more than the content', () => {
    const html = toHtml(
      placePicture('<svg onload="alert(1)"><script>alert(1)</script><image href="http://x"/></svg>', place),
      { space: 'svg' },
    );
    expect(html).not.toMatch(/onload|script|image|http/);
  });

  it('refuses what is no picture', () => {
    expect(() => placePicture('', place)).toThrow(TypeError);
  });
});
