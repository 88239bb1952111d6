// Where the pages that list articles are, and what they are called.
import type { SiteLink } from '../../site/view.ts';
import type { Config } from '../model/config.ts';
import { pickLabel } from '../model/wording.ts';
import { encodePath } from './site-plan.ts';

/** Address and name of each list page, by language and key. */
export interface Topics {
  readonly category: (lang: string, folders: readonly string[]) => SiteLink;
  readonly reason: (lang: string, key: string) => SiteLink;
  readonly owner: (lang: string, key: string) => SiteLink;
  /** `key` as `tagKey` makes it. */
  readonly tag: (lang: string, key: string, label: string) => SiteLink;
}

/** The longest name of a tag's folder, in characters: file systems take 255 bytes. */
const longestTagKey = 60;

/**
 * The name of a tag's folder: lower case, no accents, a hyphen for whatever is no letter or digit, so that no tag can name
 * a path and spellings that differ only there share a page. Empty for a tag without any letter or digit.
 */
export function tagKey(tag: string): string {
  const plain = tag
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase();
  const words = plain.replace(/[^\p{L}\p{N}]+/gu, '-');
  return [...words]
    .slice(0, longestTagKey)
    .join('')
    .replace(/^-+|-+$/g, '');
}

/** The topics of a base with this configuration. */
export function planTopics(config: Config): Topics {
  const link = (lang: string, kind: string, key: string, label: string): SiteLink => ({
    url: `${lang}/${kind}/${encodePath(key)}/index.html`,
    label,
  });
  return {
    category: (lang, folders) => {
      const key = folders.join('/');
      const label = config.categories[key];
      return link(
        lang,
        'category',
        key,
        label ? pickLabel(label, lang, config.lang) : nameOfFolder(folders.at(-1) ?? '', lang),
      );
    },
    reason: (lang, key) =>
      link(lang, 'reason', key, pickLabel(config.reasons[key] ?? { '': key }, lang, config.lang)),
    owner: (lang, key) =>
      link(lang, 'owner', key, pickLabel(config.owners[key]?.name ?? { '': key }, lang, config.lang)),
    tag: (lang, key, label) => link(lang, 'tag', key, label),
  };
}

/** A folder's name as a label: `click-and-collect` reads "Click and collect". */
function nameOfFolder(folder: string, lang: string): string {
  const name = folder.replaceAll('-', ' ');
  return name.charAt(0).toLocaleUpperCase(lang) + name.slice(1);
}
