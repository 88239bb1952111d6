// Which sites collect what readers say, and by which ways it leaves their devices.
import { mailtoOf } from '../../site/components/href.ts';
import type { FieldView } from '../../site/field-view.ts';
import type { Config } from '../model/config.ts';
import { planLook } from './plan-look.ts';

/** What the site of `audience` offers; undefined where it collects nothing: the most open audience is not the team, unless the configuration says so. */
export function planField(config: Config, audience: string): FieldView | undefined {
  const { field, audiences, contacts } = config;
  const { endpoint, mail, issues } = field;
  const { contact } = planLook(config, audience);
  // Counts have no other way out than the endpoint.
  const usage = field.usage && endpoint !== undefined;
  const collecting = field.audiences ?? (audiences.length > 1 ? audiences.slice(0, -1) : audiences);
  if (!collecting.includes(audience)) return undefined;
  const writers = contact !== undefined && mailtoOf(contact) ? contact : undefined;
  return {
    endpoint,
    mail: mail ?? writers,
    issues,
    domains: contacts.domains,
    usage,
    adoption: usage && field.adoption,
  };
}
