// The team's accent colour as a style sheet that comes after the site's. Pure.
import { type AccentTheme, deriveAccent, type Hex } from '../model/accent.ts';

/** Address of the style sheet, from the site's root. */
export const brandStyleUrl = 'assets/brand.css';

/** The custom properties of `site/styles/tokens.css` that follow the accent. */
const properties: Readonly<Record<string, keyof AccentTheme>> = {
  accent: 'accent',
  'accent-strong': 'strong',
  'accent-soft': 'soft',
  'on-accent': 'onAccent',
  hero: 'hero',
  'on-hero': 'onHero',
  'on-hero-muted': 'onHeroMuted',
  'brand-mark': 'hero',
  'hero-button': 'onHero',
  'on-hero-button': 'hero',
  'hero-button-over': 'onHeroMuted',
};

/** Renders the style sheet for `color`. */
export function renderBrandStyle(color: Hex): string {
  const { light, dark } = deriveAccent(color);
  const lines = Object.entries(properties).map(
    ([name, part]) => `  --${name}: light-dark(${light[part]}, ${dark[part]});`,
  );
  return `:root {\n${lines.join('\n')}\n}\n`;
}
