// The field `webhook` of `kb.config.yaml`: the tool that a case note may be sent to.
import * as z from 'zod';
import type { Expectations } from './schema-issue.ts';
import { isSafe, label, seconds } from './value-schemas.ts';

/** Nothing that names or lets in a person, and nothing that could end the attribute or the policy that it stands in. */
function isAddress(text: string): boolean {
  return /^https?:\/\/[^\s"'<>@#;,\\{}]+$/.test(text) && URL.canParse(text) && isSafe(new URL(text));
}

export const webhookSchema = z.strictObject({
  url: z.string().max(2000).refine(isAddress),
  label: label.optional(),
  timeout: seconds.prefault('10s'),
});

/** Keys allowed in `webhook`. */
export const webhookKeys: Readonly<Record<string, readonly string[]>> = {
  webhook: Object.keys(webhookSchema.shape),
};

export const webhookExpectations: Expectations = {
  webhook: { fr: '{ url, label, timeout }', en: '{ url, label, timeout }' },
  'webhook.url': {
    fr: 'une adresse https sans nom ni mot de passe, comme https://tickets.exemple.fr/notes',
    en: 'an https address without a name or password, such as https://tickets.example.org/notes',
  },
  'webhook.label': {
    fr: 'le nom de l’outil par langue, comme { fr: Tickets }',
    en: 'the tool’s name per language, such as { en: Tickets }',
  },
  'webhook.timeout': { fr: 'de 1s à 30s', en: '1s to 30s' },
};
