// Who answers for an article: a name that was given, held against those of the configuration.
import { didYouMean } from '../config/schema-issue.ts';
import type { Config } from '../model/config.ts';
import { Problem } from '../model/problem.ts';

/** Whether `name` may validate in a base with this configuration. */
export function mayValidate(name: string, { validators }: Config): boolean {
  return validators.length === 0 || validators.includes(name);
}

/** The name as it is written down. Raises a `Problem` on an empty name, and on one that `validators` does not list. */
export function checkValidator(asked: string, config: Config): string {
  const name = asked.normalize('NFC').replace(/\s+/g, ' ').trim();
  if (name === '') {
    throw new Problem({
      fr: 'Nom vide, attendu : --by "Claire Vasseur"',
      en: 'Unexpected empty name, expected --by "Claire Vasseur"',
    });
  }
  if (mayValidate(name, config)) return name;
  const hint = didYouMean(name, config.validators);
  throw new Problem({
    fr: `« ${name} » ne peut pas valider${hint.fr || `, attendu : ${config.validators.join(', ')} (validators de kb.config.yaml)`}`,
    en: `\`${name}\` may not validate${hint.en || `, expected one of ${config.validators.join(', ')} (validators of kb.config.yaml)`}`,
  });
}
