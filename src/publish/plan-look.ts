// How the site of an audience looks, what it is called, and whom its readers write to: its own words, else the base's.
import type { Config, SiteLook } from '../model/config.ts';

/** The look of the site for `audience`, with its name. */
export function planLook({ name, site }: Config, audience: string): SiteLook & { readonly name: string } {
  const { audiences, ...usual } = site;
  const own = Object.hasOwn(audiences, audience) ? audiences[audience] : undefined;
  return {
    name: own?.name ?? name,
    logo: own?.logo ?? usual.logo,
    accent: own?.accent ?? usual.accent,
    contact: own?.contact ?? usual.contact,
  };
}
