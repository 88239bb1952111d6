// Where the package keeps what the reader's browser receives: bundled when the package is built.
import { createHash } from 'node:crypto';
import { access, readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { SiteView } from '../../site/view.ts';
import { packageRoot } from '../config/package-root.ts';
import { Problem } from '../model/problem.ts';

/** The folder of bundled styles and scripts. */
export function packageAssets(): string {
  return path.join(packageRoot(), 'dist', 'site', 'assets');
}

/** Raises a `Problem` where the package was not built. */
export async function checkPackageAssets(): Promise<void> {
  const folder = packageAssets();
  await access(folder).catch((cause: unknown) => {
    throw new Problem(
      {
        fr: 'Fichiers du site absents ; dans un clone du projet, lancez « npm run compile »',
        en: 'Missing site files; in a clone of the project, run `npm run compile`',
      },
      folder,
      cause,
    );
  });
}

/** Addresses of the assets in a site, from its root, under their plain names: `kb dev` shows them so. */
export const siteAssets: SiteView['assets'] = {
  style: 'assets/kb.css',
  script: 'assets/kb.js',
  theme: 'assets/theme.js',
  search: 'assets/search.js',
  searchStyle: 'assets/search.css',
  picture: 'assets/picture.js',
  guide: 'assets/guide.js',
  pictureStyle: 'assets/picture.css',
  guideStyle: 'assets/guide.css',
  quiz: 'assets/quiz.js',
  quizStyle: 'assets/quiz.css',
  cases: 'assets/cases.js',
  macros: 'assets/macros.js',
  values: 'assets/values.js',
  followUps: 'assets/follow-ups.js',
  followUpsStyle: 'assets/follow-ups.css',
  macrosStyle: 'assets/macros.css',
  keypad: 'assets/keypad.js',
  keypadStyle: 'assets/keypad.css',
  context: 'assets/context.js',
  contextStyle: 'assets/context.css',
  casesStyle: 'assets/cases.css',
  path: 'assets/path.js',
  home: 'assets/home.js',
  healthStyle: 'assets/health.css',
  go: 'assets/go.js',
  offline: 'assets/offline.js',
  field: 'assets/field.js',
  fieldStyle: 'assets/field.css',
  urgent: 'assets/urgent.js',
  usage: 'assets/usage.js',
  urgentStyle: 'assets/urgent.css',
  icon: 'assets/icon.svg',
};

/** Files of the package that a built site does not carry, or carries under another name elsewhere. */
const notCopied: readonly string[] = [
  'dev.js',
  'embed.js',
  'pagefind-classic.js',
  'printed.css',
  'worker.js',
  'worker-end.js',
];

/** What pages of other tools load, by a name that never changes: in the site of those who have such tools. */
export const embedScript = 'embed.js';

export interface AssetFile {
  /** Name in the package's folder of assets. */
  readonly from: string;
  /** Path from the site's root. */
  readonly to: string;
}

export interface BuildAssets {
  readonly addresses: SiteView['assets'];
  readonly files: readonly AssetFile[];
}

/**
 * The assets of a built site. What pages load by the addresses below holds its hash in its name, so that no cache on the way ever gives the
 * page of one build a script or a style of another.
 */
export async function nameAssets(): Promise<BuildAssets> {
  const folder = packageAssets();
  const loaded = new Set(Object.values(siteAssets));
  const names = (await readdir(folder)).filter((name) => !notCopied.includes(name)).sort();
  const files = await Promise.all(
    names.map(async (from): Promise<AssetFile> => {
      const plain = `assets/${from}`;
      return {
        from,
        to: loaded.has(plain) ? hashedName(plain, await readFile(path.join(folder, from))) : plain,
      };
    }),
  );
  const addressOf = new Map(files.map(({ from, to }) => [`assets/${from}`, to]));
  const addresses = Object.entries(siteAssets).map(([use, plain]) => [use, addressOf.get(plain) ?? plain]);
  return { addresses: Object.fromEntries(addresses) as SiteView['assets'], files };
}

/** `assets/kb.css` → `assets/kb.1a2b3c4d5e.css`. */
function hashedName(plain: string, bytes: Buffer): string {
  const { dir, name, ext } = path.posix.parse(plain);
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 10);
  return `${dir}/${name}.${hash}${ext}`;
}
