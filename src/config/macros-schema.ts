// The field `macros` of `kb.config.yaml`: how long texts for customers may be, what they must not say, and what their places are called elsewhere.
import * as z from 'zod';
import type { Expectations } from './schema-issue.ts';

/** As other tools write a place: letters, digits, dots, dashes and underscores. */
const elsewhere = z.string().regex(/^[A-Za-z0-9_.[\]-]{1,120}$/);

export const macrosSchema = z.strictObject({
  sms_segments: z.int().min(1).max(10).default(2),
  chat_characters: z.int().min(50).max(10_000).default(1000),
  email_characters: z.int().min(100).max(100_000).default(5000),
  internal_words: z.array(z.string().trim().min(2)).default([]),
  zendesk: z.record(z.string(), elsewhere).default({}),
});

/** Keys allowed in `macros`. */
export const macrosKeys: Readonly<Record<string, readonly string[]>> = {
  macros: Object.keys(macrosSchema.shape),
};

export const macrosExpectations: Expectations = {
  'macros.sms_segments': { fr: 'un nombre de SMS, de 1 à 10', en: 'a number of text messages, from 1 to 10' },
  'macros.chat_characters': {
    fr: 'un nombre de signes, de 50 à 10000',
    en: 'a number of characters, from 50 to 10000',
  },
  'macros.email_characters': {
    fr: 'un nombre de signes, de 100 à 100000',
    en: 'a number of characters, from 100 to 100000',
  },
  'macros.internal_words': {
    fr: 'une liste de mots, comme [fiche commande, escalade]',
    en: 'a list of words, such as [order sheet, escalation]',
  },
  'macros.zendesk.*': {
    fr: 'le nom de Zendesk, comme ticket.requester.first_name',
    en: 'Zendesk’s name, such as ticket.requester.first_name',
  },
};
