import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  accentBackgrounds,
  contrastOf,
  deriveAccent,
  type Hex,
  leastContrast,
  parseHex,
} from '../../src/model/accent.ts';
import { projectRoot } from '../support/corpora.ts';

const anyColor = fc.integer({ min: 0, max: 0xffffff }).map((n): Hex => `#${n.toString(16).padStart(6, '0')}`);

describe('the contrast of two colours', () => {
  // The examples of WCAG’s own understanding documents: black on white, and the greys about 4.5 on white.
  it.each([
    ['#000000', '#ffffff', 21],
    ['#ffffff', '#ffffff', 1],
    ['#777777', '#ffffff', 4.48],
    ['#767676', '#ffffff', 4.54],
  ] as const)('of %s and %s is %d', (a, b, ratio) => {
    expect(contrastOf(a, b)).toBeCloseTo(ratio, 2);
    expect(contrastOf(b, a)).toBeCloseTo(ratio, 2);
  });
});

describe('the colours of a team’s accent', () => {
  it('can be read on whatever they stand on, in both themes, whatever the accent', () => {
    fc.assert(
      fc.property(anyColor, (color) => {
        for (const [theme, own] of Object.entries(deriveAccent(color))) {
          const backgrounds = accentBackgrounds[theme as keyof typeof accentBackgrounds];
          const pairs: readonly (readonly [text: Hex, background: Hex])[] = [
            ...[...backgrounds, own.soft].flatMap((background) => [
              [own.accent, background] as const,
              [own.strong, background] as const,
            ]),
            [own.onAccent, own.accent],
            [own.onHero, own.hero],
            [own.onHeroMuted, own.hero],
          ];
          for (const [text, background] of pairs)
            expect(
              contrastOf(text, background),
              `${color} ${theme}: ${text} on ${background}`,
            ).toBeGreaterThanOrEqual(leastContrast);
        }
      }),
    );
  });

  it('keep the accent itself where it is dark or light enough', () => {
    expect(deriveAccent('#0b5a61').light.accent).toBe('#0b5a61');
    expect(deriveAccent('#ffcc00').dark.accent).toBe('#ffcc00');
  });

  it('reckon with the backgrounds that the site has', () => {
    const tokens = readFileSync(path.join(projectRoot, 'site/styles/tokens.css'), 'utf8');
    const found = ['page', 'surface', 'sunken'].map((name) =>
      new RegExp(`--${name}: light-dark\\((#\\w{6}), (#\\w{6})\\);`).exec(tokens)?.slice(1),
    );
    expect(found.map((pair) => pair?.[0])).toEqual(accentBackgrounds.light);
    expect(found.map((pair) => pair?.[1])).toEqual(accentBackgrounds.dark);
  });
});

describe('a colour as text', () => {
  it.each(['#FFCC00', '#ffcc00'])('is read from %s', (text) => {
    expect(parseHex(text)).toBe('#ffcc00');
  });
  it.each(['', 'red', '#fff', '#ffcc0', '#ffcc000', '#ffcc0g', ' #ffcc00', '#ffcc00;}'])(
    'is none in %j',
    (text) => {
      expect(parseHex(text)).toBeUndefined();
    },
  );
});
