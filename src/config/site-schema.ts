// The field `site` of `kb.config.yaml`: how the base's sites look, and what the site of one audience has of its own.
import { posix } from 'node:path';
import * as z from 'zod';
import { type Hex, parseHex } from '../model/accent.ts';
import type { Expectations } from './schema-issue.ts';
import { key } from './value-schemas.ts';

/** Folder inside the knowledge base: no absolute path, no way up. */
export const innerFolder = z
  .string()
  .regex(/^(?!\/)(?![A-Za-z]:)(?!.*(^|\/)\.\.(\/|$))[^\\\0]+$/)
  .transform((folder) => posix.normalize(`${folder}/`).slice(0, -1))
  .refine((folder) => folder !== '.');

/** A picture inside the knowledge base. */
const logoFile = innerFolder.refine((file) => /\.(svg|png)$/i.test(file));

const hexColor = z.string().transform((text, context): Hex => {
  const color = parseHex(text);
  if (color !== undefined) return color;
  context.addIssue({ code: 'custom' });
  return z.NEVER;
});

/** An e-mail address, or a page of the web. */
const writersContact = z.string().regex(/^([\w.+-]+@[\w-]+(\.[\w-]+)+|https?:\/\/[^\s"'<>]+)$/);

const look = {
  logo: logoFile.optional(),
  accent: hexColor.optional(),
  contact: writersContact.optional(),
};
const audienceSite = z.strictObject({ name: z.string().trim().min(1).optional(), ...look });
/** The look of every site, and what the site of an audience has of its own; that an audience is one of the base's is for the whole to say. */
export const siteSchema = z.strictObject({
  ...look,
  audiences: z.record(key, audienceSite).default({}),
});

/** Keys allowed for the site of an audience. */
export const audienceSiteKeys: readonly string[] = Object.keys(audienceSite.shape);

export const siteKeys: Readonly<Record<string, readonly string[]>> = { site: Object.keys(siteSchema.shape) };

const logoExpectation = {
  fr: 'le chemin d’une image SVG ou PNG de la base, comme logo.svg',
  en: 'the path of an SVG or PNG picture of the base, such as logo.svg',
};
const accentExpectation = { fr: 'une couleur "#rrggbb" entre guillemets', en: 'a quoted colour, "#rrggbb"' };
const contactExpectation = {
  fr: 'une adresse électronique ou une adresse https://',
  en: 'an e-mail address or an https:// address',
};

export const siteExpectations: Expectations = {
  'site.logo': logoExpectation,
  'site.accent': accentExpectation,
  'site.contact': contactExpectation,
  'site.audiences': {
    fr: 'un groupe par public, comme customer: { name: Aide }',
    en: 'a mapping for each audience, such as customer: { name: Help }',
  },
  'site.audiences.*': {
    fr: 'un public de « audiences », avec name, logo, accent ou contact',
    en: 'one of `audiences`, with name, logo, accent or contact',
  },
  'site.audiences.*.name': {
    fr: 'le nom du site pour ce public',
    en: 'the name of the site for that audience',
  },
  'site.audiences.*.logo': logoExpectation,
  'site.audiences.*.accent': accentExpectation,
  'site.audiences.*.contact': contactExpectation,
};
