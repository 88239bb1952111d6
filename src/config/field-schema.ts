// The fields of `field` in `kb.config.yaml`: how what readers say leaves their devices, and what is counted of them.
import * as z from 'zod';
import type { Expectations } from './schema-issue.ts';

const audience = z.string().regex(/^[a-z0-9]+([.-][a-z0-9]+)*$/);

/** Where an endpoint is: nothing after its path, and no name or password in it. */
const endpoint = z
  .string()
  .regex(/^https?:\/\/[^\s"'<>?#@;,]+$/)
  .refine(URL.canParse);

export const fieldSchema = z.strictObject({
  endpoint: endpoint.optional(),
  mail: z
    .string()
    .regex(/^[\w.+-]+@[\w-]+(\.[\w-]+)+$/)
    .optional(),
  issues: z
    .string()
    .regex(/^https:\/\/[^\s"'<>?#@]+$/)
    .refine(URL.canParse)
    .optional(),
  audiences: z.array(audience).optional(),
  usage: z.boolean().default(false),
  adoption: z.boolean().default(false),
});

/** Keys allowed in `field`. */
export const fieldKeys: Readonly<Record<string, readonly string[]>> = {
  field: Object.keys(fieldSchema.shape),
};

export const fieldExpectations: Expectations = {
  'field.endpoint': {
    fr: 'une adresse, comme https://champ.exemple.fr',
    en: 'an address, such as https://field.example.org',
  },
  'field.mail': { fr: 'une adresse électronique', en: 'an e-mail address' },
  'field.issues': {
    fr: 'l’adresse des nouveaux tickets, comme https://github.com/org/base/issues/new',
    en: 'the address of new issues, such as https://github.com/org/base/issues/new',
  },
  'field.usage': { fr: 'true ou false', en: 'true or false' },
  'field.adoption': { fr: 'true ou false', en: 'true or false' },
  'field.audiences': {
    fr: 'une liste de publics, comme [internal, partner]',
    en: 'a list of audiences, such as [internal, partner]',
  },
};
