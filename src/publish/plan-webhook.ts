// Which sites offer to send a case note to another tool.
import type { SiteView } from '../../site/view.ts';
import type { Config } from '../model/config.ts';
import { pickLabel } from '../model/wording.ts';
import { tellsEverything } from './select-articles.ts';

/** Undefined where nothing is sent: no tool is configured, the site is not that of the most restricted audience, or it shows a past day. */
export function planWebhook(
  config: Config,
  audience: string,
  languages: readonly string[],
  asOf: boolean,
): SiteView['webhook'] {
  const { webhook, lang: usual } = config;
  if (webhook === undefined || asOf || !tellsEverything(config, audience)) return undefined;
  const { url, label = {}, timeout } = webhook;
  const nameIn = (lang: string) => pickLabel(label, lang, usual) || new URL(url).hostname;
  return { url, timeout, names: Object.fromEntries(languages.map((lang) => [lang, nameIn(lang)])) };
}
