// The team's logo, looked at before a site shows it: a light picture inside the knowledge base.
import { readFile, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { configFileName } from '../config/read-config.ts';
import { measurePicture } from '../content/read-media-facts.ts';
import type { Config } from '../model/config.ts';
import type { Place } from '../model/finding.ts';
import { Problem } from '../model/problem.ts';
import type { Wording } from '../model/wording.ts';
import { planLook } from './plan-look.ts';
import type { MediaFile } from './site-plan.ts';
import { safeDrawing } from './write-site.ts';

/** In bytes, compressed: every page loads it, and a page has 40 kB for all that it loads. */
const mostBytes = 4000;
/** Height on the page, in CSS pixels; the width follows, up to a limit. */
const shownHeight = 30;
const mostWidth = 160;

export interface Logo extends MediaFile {
  /** As it is shown, in CSS pixels. */
  readonly width: number;
  readonly height: number;
}

/** Where the configuration names the logo of the site for `audience`. */
function placeOfLogo({ site, placeOf }: Config, audience: string) {
  const own = site.audiences[audience]?.logo !== undefined;
  return placeOf(own ? ['site', 'audiences', audience, 'logo'] : ['site', 'logo']);
}

function refuse({ line, column }: Place, wording: Wording, cause?: unknown): never {
  throw new Problem(wording, `${configFileName}:${line}:${column}`, cause);
}

async function isInside(root: string, file: string): Promise<boolean> {
  const [base, real] = await Promise.all([realpath(root), realpath(path.join(root, file))]);
  return !path.relative(base, real).startsWith('..') && (await stat(real)).isFile();
}

/** The logo that the configuration names for the site of `audience`, or undefined where it names none. Raises a `Problem` at its place where it can't be shown. */
export async function readLogo(root: string, config: Config, audience: string): Promise<Logo | undefined> {
  const { logo: from } = planLook(config, audience);
  if (from === undefined) return undefined;
  const place = placeOfLogo(config, audience);
  const inside = await isInside(root, from).catch(() => false);
  if (!inside)
    refuse(place, {
      fr: `Logo introuvable (${from}), attendu : une image de la base`,
      en: `Missing logo (${from}), expected a picture of the knowledge base`,
    });
  const bytes = await readFile(path.join(root, from));
  const weight = gzipSync(bytes).length;
  const kilobytes = Math.ceil(weight / 1000);
  if (weight > mostBytes)
    refuse(place, {
      fr: `Logo trop lourd (${kilobytes} ko), attendu : au plus ${mostBytes / 1000} ko une fois compressé ; réduisez l’image`,
      en: `Logo too heavy (${kilobytes} kB), expected at most ${mostBytes / 1000} kB compressed; make the picture smaller`,
    });
  const extension = path.extname(from).toLowerCase();
  const size = await measurePicture(bytes, extension.slice(1));
  if (size === undefined)
    refuse(place, {
      fr: `Logo illisible (${from}), attendu : une image SVG ou PNG qui dit sa taille`,
      en: `Unreadable logo (${from}), expected an SVG or PNG picture that states its size`,
    });
  if (extension === '.svg') safeDrawing(bytes.toString('utf8'), from);
  const scale = Math.min(shownHeight / size.height, mostWidth / size.width);
  const shown = (length: number) => Math.max(1, Math.round(length * scale));
  return { from, to: `assets/logo${extension}`, width: shown(size.width), height: shown(size.height) };
}
