// Reads article templates, the team's own or the package's, and the files of a new knowledge base.
import { lstat, readdir, readFile, realpath } from 'node:fs/promises';
import path from 'node:path';
import { packageRoot } from '../config/package-root.ts';
import { readText } from '../content/read-text.ts';
import type { ArticleType } from '../model/article.ts';
import { Problem } from '../model/problem.ts';
import type { UiLanguage } from '../model/wording.ts';
import type { Template } from './fill-template.ts';

/** Services whose CI `kb init` can set up. */
export const ciServices = ['github', 'gitlab', 'none'] as const;

export type CiService = (typeof ciServices)[number];

/** A file to write: its path from the root of the base, with `/`, and its text. */
export interface NewFile {
  readonly path: string;
  readonly text: string;
}

/** The package's folder of templates. */
function packageTemplates(): string {
  return path.join(packageRoot(), 'templates');
}

async function isPresent(file: string): Promise<boolean> {
  return lstat(file).then(
    () => true,
    () => false,
  );
}

function unusable(place: string, fr: string, en: string): Problem {
  return new Problem({ fr: `Modèle inutilisable : ${fr}`, en: `Unusable template: ${en}` }, place);
}

/** A template of the base at `root`; undefined where it has none. A link out of the base is refused. */
async function readOwnTemplate(root: string, place: string): Promise<Template | undefined> {
  const file = path.join(root, place);
  if (!(await isPresent(file))) return undefined;
  const [realRoot, real] = await Promise.all([realpath(root), realpath(file).catch(() => undefined)]);
  if (real === undefined || path.relative(realRoot, real).split(path.sep)[0] === '..') {
    throw unusable(place, 'lien symbolique hors de la base', 'a symbolic link out of the knowledge base');
  }
  const result = await readText(real);
  if (!result.ok) throw unusable(place, result.problem.wording.fr, result.problem.wording.en);
  return { text: result.text, place };
}

/** The template for articles of `type` in `lang`: the base's own, else the package's, else the package's in English. Raises a `Problem` where it can't be read. */
export async function readTemplate(root: string, lang: string, type: ArticleType): Promise<Template> {
  const own = await readOwnTemplate(root, `templates/${lang}/${type}.md`);
  if (own) return own;
  const base = lang.split('-')[0] ?? lang;
  for (const folder of [lang, base]) {
    const place = path.join(packageTemplates(), folder, `${type}.md`);
    if (await isPresent(place)) return { text: await readFile(place, 'utf8'), place };
  }
  const place = path.join(packageTemplates(), 'en', `${type}.md`);
  return { text: await readFile(place, 'utf8'), place };
}

/** Files below `folder`, with the paths that they will have below `target`; a leading `_` stands for a dot, which npm would not pack. */
async function readTree(folder: string, target = ''): Promise<NewFile[]> {
  const entries = await readdir(path.join(packageTemplates(), folder), { withFileTypes: true });
  const files = await Promise.all(
    entries.map(async (entry): Promise<NewFile[]> => {
      const source = path.join(folder, entry.name);
      const place = path.posix.join(target, entry.name.replace(/^_/, '.'));
      if (entry.isDirectory()) return readTree(source, place);
      return [{ path: place, text: await readFile(path.join(packageTemplates(), source), 'utf8') }];
    }),
  );
  return files.flat();
}

/** The files of a new base in `lang`, with their placeholders. */
export async function readStarterFiles(lang: UiLanguage, ci: CiService): Promise<readonly NewFile[]> {
  const trees = await Promise.all([
    readTree(`starter/${lang}`),
    readTree('starter/shared'),
    readTree(lang, `templates/${lang}`),
    ci === 'none' ? [] : readTree(`starter/${ci}`),
    ci === 'none' ? [] : readTree('starter/shared-ci'),
  ]);
  return trees.flat().sort((a, b) => (a.path < b.path ? -1 : 1));
}
