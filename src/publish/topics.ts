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
  };
}

/** A folder's name as a label: `click-and-collect` reads "Click and collect". */
function nameOfFolder(folder: string, lang: string): string {
  const name = folder.replaceAll('-', ' ');
  return name.charAt(0).toLocaleUpperCase(lang) + name.slice(1);
}
