// What pages need to know of the context of a contact: in the site of those who talk with customers, and in no other.
import { type ContextData, contextDataUrl, contextGlobal } from '../../site/context-data.ts';
import type { SiteView } from '../../site/view.ts';
import type { Config } from '../model/config.ts';
import { sourceAddress } from '../model/context-source.ts';
import { pickLabel } from '../model/wording.ts';
import { tellsEverything } from './select-articles.ts';
import type { PlannedFile } from './site-plan.ts';

/** Undefined where pages have no bar: nothing is declared, or the site is for customers or partners, who hold no contact of ours. */
export function planContextView(config: Config, audience: string, asOf: boolean): SiteView['context'] {
  if (config.context.length === 0 || asOf || !tellsEverything(config, audience)) return undefined;
  const { source, origins } = config.contextFrom;
  return { source: source && sourceAddress(source, '0'), listens: origins.length > 0 };
}

/** The data of each language. */
export function planContextData({ languages, assets }: SiteView, config: Config): readonly PlannedFile[] {
  return languages.map((lang) => ({
    url: contextDataUrl(lang),
    render: () =>
      `window.${contextGlobal}=${JSON.stringify(contextDataFor(lang, config, assets.contextStyle))}\n`,
  }));
}

function contextDataFor(
  lang: string,
  { context, contextFrom, lang: usual }: Config,
  style: string,
): ContextData {
  const { origins, source } = contextFrom;
  return {
    style,
    fields: context.map(({ name, label, values, samples }) => ({
      name,
      label: pickLabel(label, lang, usual) || name,
      values: values?.map((choice) => ({
        value: choice.value,
        label: pickLabel(choice.label, lang, usual) || choice.value,
      })),
      sample: values ? undefined : samples[0],
    })),
    origins,
    source: source && { ...source, ask: pickLabel(source.ask, lang, usual) },
  };
}
