// One colour of a team's choice → the colours that the site makes of it, light and dark, none of them too pale or too dark to read (WCAG 2.2).

/** A colour as `#rrggbb`. */
export type Hex = `#${string}`;

type Rgb = readonly [red: number, green: number, blue: number];

/** The colour of one theme, and what stands on it. */
export interface AccentTheme {
  /** Links and marks on every background of the theme. */
  readonly accent: Hex;
  /** The same under the pointer. */
  readonly strong: Hex;
  /** A background on which text and `accent` stand. */
  readonly soft: Hex;
  /** Text on `accent`. */
  readonly onAccent: Hex;
  /** The home page's band, and the text on it. */
  readonly hero: Hex;
  readonly onHero: Hex;
  readonly onHeroMuted: Hex;
}

export interface Accent {
  readonly light: AccentTheme;
  readonly dark: AccentTheme;
}

/** The least contrast of text with its background (success criterion 1.4.3). */
export const leastContrast = 4.5;
/** The band's text is small in places and stands on a large field of colour. */
const heroContrast = 7;

/** The backgrounds on which links stand, as in `site/styles/tokens.css`: page, surface, sunken. */
export const accentBackgrounds = {
  light: ['#f6f7f5', '#ffffff', '#eef0ed'],
  dark: ['#14181a', '#1b2124', '#22292d'],
} as const satisfies Readonly<Record<keyof Accent, readonly Hex[]>>;

const black: Rgb = [0, 0, 0];
const white: Rgb = [255, 255, 255];
const hexPattern = /^#[0-9a-f]{6}$/i;

/** The colour that `text` writes as `#rrggbb`, or undefined. */
export function parseHex(text: string): Hex | undefined {
  return hexPattern.test(text) ? (text.toLowerCase() as Hex) : undefined;
}

function rgbOf(hex: Hex): Rgb {
  const at = (from: number) => Number.parseInt(hex.slice(from, from + 2), 16);
  return [at(1), at(3), at(5)];
}

function hexOf(color: Rgb): Hex {
  return `#${color.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`;
}

/** `part` of `b` in `a`, from 0 to 1. */
function mix(a: Rgb, b: Rgb, part: number): Rgb {
  const between = (index: 0 | 1 | 2) => a[index] + (b[index] - a[index]) * part;
  return [between(0), between(1), between(2)];
}

/** Relative luminance, from 0 to 1 (WCAG 2.2, definition). */
function luminance(color: Rgb): number {
  const linear = (index: 0 | 1 | 2) => {
    const value = color[index] / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * linear(0) + 0.7152 * linear(1) + 0.0722 * linear(2);
}

/** The contrast ratio of two colours, from 1 to 21 (WCAG 2.2, definition). */
export function contrastOf(a: Hex, b: Hex): number {
  const [lighter = 0, darker = 0] = [luminance(rgbOf(a)), luminance(rgbOf(b))].sort((x, y) => y - x);
  return (lighter + 0.05) / (darker + 0.05);
}

/** `color` moved towards `end` until it is told from each of `others` by `least`. */
function moveUntil(color: Rgb, end: Rgb, others: readonly Hex[], least: number): Rgb {
  const steps = 100;
  for (let step = 0; step < steps; step++) {
    const moved = mix(color, end, step / steps);
    if (others.every((other) => contrastOf(hexOf(moved), other) >= least)) return moved;
  }
  return end;
}

/** The one of black and white that reads better on `background`; one of them always passes 4.5. */
function textOn(background: Rgb): Hex {
  const hex = hexOf(background);
  const [dark, light] = [hexOf(black), hexOf(white)];
  return contrastOf(dark, hex) > contrastOf(light, hex) ? dark : light;
}

function deriveTheme(color: Rgb, theme: keyof Accent): AccentTheme {
  const [page, surface, sunken] = accentBackgrounds[theme];
  const isLight = theme === 'light';
  const end = isLight ? black : white;
  const soft = mix(rgbOf(surface), color, isLight ? 0.1 : 0.16);
  const accent = moveUntil(color, end, [page, surface, sunken, hexOf(soft)], leastContrast);
  const onHero = isLight ? white : mix(white, color, 0.04);
  const hero = moveUntil(
    isLight ? color : mix(color, rgbOf(page), 0.6),
    black,
    [hexOf(onHero)],
    heroContrast,
  );
  return {
    accent: hexOf(accent),
    strong: hexOf(mix(accent, end, 0.25)),
    soft: hexOf(soft),
    onAccent: textOn(accent),
    hero: hexOf(hero),
    onHero: hexOf(onHero),
    onHeroMuted: hexOf(moveUntil(mix(onHero, hero, 0.3), rgbOf(hexOf(onHero)), [hexOf(hero)], leastContrast)),
  };
}

/** What the site makes of `color`: every text of both themes has a contrast of at least 4.5 with what it stands on. */
export function deriveAccent(color: Hex): Accent {
  const rgb = rgbOf(color);
  return { light: deriveTheme(rgb, 'light'), dark: deriveTheme(rgb, 'dark') };
}
