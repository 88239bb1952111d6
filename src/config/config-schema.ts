// The one schema of `kb.config.yaml`: its fields, what they hold, and their defaults.
import * as z from 'zod';
import { articleTypes } from '../model/article.ts';
import { codeownerPattern } from '../model/codeowner.ts';
import { severities } from '../model/finding.ts';
import {
  contextFromExpectations,
  contextFromKeys,
  contextFromSchema,
  findUndeclared,
} from './context-from-schema.ts';
import { contextExpectations, contextKeys, contextSchema, readContextVariables } from './context-schema.ts';
import { fieldExpectations, fieldKeys, fieldSchema } from './field-schema.ts';
import { macrosExpectations, macrosKeys, macrosSchema } from './macros-schema.ts';
import { reasonKeys, reasonsExpectations, reasonsSchema } from './reasons-schema.ts';
import type { Expectations } from './schema-issue.ts';
import { serveExpectations, serveKeys, serveSchema } from './serve-schema.ts';
import { audienceSiteKeys, innerFolder, siteExpectations, siteKeys, siteSchema } from './site-schema.ts';
import { key, label, languageCode, lastingPeriod, period } from './value-schemas.ts';
import { webhookExpectations, webhookKeys, webhookSchema } from './webhook-schema.ts';

const defaultTimezone = 'Europe/Paris';

function isTimezone(name: string): boolean {
  // Where it is named, as it most often is, all that is known of the world's clocks need not be loaded for it.
  if (name === defaultTimezone) return true;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

const validity = z.strictObject({
  due_within: period.default({ amount: 30, unit: 'd' }),
  expires_required: z.array(z.enum(articleTypes)).default(['procedure', 'decision', 'faq', 'macro']),
  longest: z.partialRecord(z.enum(articleTypes), period).default({}),
});

const review = z.strictObject({ four_eyes: z.boolean().default(false) });

const glossaryTerm = z.strictObject({
  prefer: z.string().min(1),
  avoid: z.array(z.string().min(1)).min(1),
  lang: languageCode.optional(),
});

const writing = z.strictObject({
  sentence_words: z.int().min(5).max(200).default(40),
  glossary: z.array(glossaryTerm).default([]),
});

const contacts = z.strictObject({
  domains: z.array(z.string().regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/)).default([]),
  phones: z.array(z.string().regex(/^[+\d][\d .()-]{1,30}$/)).default([]),
});

const images = z.strictObject({
  max_kilobytes: z.int().min(1).default(500),
  max_pixels: z.int().min(1).default(2500),
});

const flowcharts = z.strictObject({
  max_nodes: z.int().min(2).max(2000).default(40),
  label_characters: z.int().min(10).max(2000).default(120),
  answer_characters: z.int().min(3).max(2000).default(40),
});

const ivr = z.strictObject({
  choices: z.int().min(1).max(12).default(3),
  depth: z.int().min(1).max(12).default(3),
  prompt_seconds: z.int().min(1).max(600).default(20),
});

const offline = z.strictObject({
  enabled: z.boolean().default(true),
  stale_after: lastingPeriod.default({ amount: 30, unit: 'd' }),
});

const owner = z.strictObject({
  name: label,
  contact: z.string().optional(),
  codeowners: z.array(z.string().regex(codeownerPattern)).min(1).optional(),
});

const fields = z.strictObject({
  name: z.string().min(1),
  lang: languageCode.default('fr'),
  languages: z.array(languageCode).min(1).optional(),
  timezone: z.string().refine(isTimezone).default(defaultTimezone),
  content: innerFolder.default('content'),
  site: siteSchema.prefault({}),
  validity: validity.prefault({}),
  review: review.prefault({}),
  writing: writing.prefault({}),
  contacts: contacts.prefault({}),
  images: images.prefault({}),
  flowcharts: flowcharts.prefault({}),
  ivr: ivr.prefault({}),
  offline: offline.prefault({}),
  serve: serveSchema.prefault({}),
  field: fieldSchema.prefault({}),
  audiences: z.array(key).min(1).default(['internal', 'partner', 'customer']),
  owners: z.record(key, owner).refine((owners) => Object.keys(owners).length > 0),
  validators: z.array(z.string().trim().min(1)).default([]),
  reasons: reasonsSchema.default({}),
  macros: macrosSchema.prefault({}),
  context: contextSchema.default({}),
  context_from: contextFromSchema.prefault({}),
  webhook: webhookSchema.optional(),
  categories: z.record(z.string(), label).default({}),
  synonyms: z.record(languageCode, z.array(z.array(z.string().regex(/[\p{L}\p{N}]/u)).min(2))).default({}),
  rules: z.record(z.string(), z.enum([...severities, 'off'])).default({}),
});

/** What a service is to be asked for is declared, so that nothing else of its answer comes in; an audience with a site of its own look is one of the base's. */
export const configSchema = fields.superRefine(({ context, context_from, site, audiences }, check) => {
  for (const audience of Object.keys(site.audiences))
    if (!audiences.includes(audience))
      check.addIssue({ code: 'custom', path: ['site', 'audiences', audience] });
  if (findUndeclared(context_from, readContextVariables(context)).length > 0)
    check.addIssue({ code: 'custom', path: ['context_from', 'source', 'values'] });
});

const configKeys: Readonly<Record<string, readonly string[]>> = {
  '': Object.keys(fields.shape),
  validity: Object.keys(validity.shape),
  review: Object.keys(review.shape),
  writing: Object.keys(writing.shape),
  contacts: Object.keys(contacts.shape),
  images: Object.keys(images.shape),
  flowcharts: Object.keys(flowcharts.shape),
  ivr: Object.keys(ivr.shape),
  offline: Object.keys(offline.shape),
  ...siteKeys,
  ...serveKeys,
  ...fieldKeys,
  ...contextFromKeys,
  ...webhookKeys,
  ...macrosKeys,
};

/** Keys allowed at a path of the configuration. */
export function knownConfigKeys(path: string): readonly string[] {
  if (path.startsWith('context_from.source.values.')) return ['path', 'codes'];
  if (path.startsWith('context.')) return contextKeys;
  if (path.startsWith('site.audiences.')) return audienceSiteKeys;
  if (path.startsWith('reasons.')) return reasonKeys;
  if (path.startsWith('owners.')) return Object.keys(owner.shape);
  if (path.startsWith('writing.glossary.')) return Object.keys(glossaryTerm.shape);
  return configKeys[path] ?? [];
}

const languageExpectation = { fr: 'un code de langue, comme fr', en: 'a language code, such as fr' };
const labelExpectation = {
  fr: 'un libellé par langue, comme { fr: Colis en retard }',
  en: 'one label per language, such as { en: Late parcel }',
};

/** What each field holds, in words that complete "expected …". */
export const configExpectations: Expectations = {
  '': { fr: 'un groupe de clés (name, owners…)', en: 'a mapping (name, owners…)' },
  name: { fr: 'le nom de la base', en: 'the name of the knowledge base' },
  lang: languageExpectation,
  languages: {
    fr: 'une liste de codes de langue, comme [fr, en]',
    en: 'a list of language codes, such as [fr, en]',
  },
  'languages.*': languageExpectation,
  timezone: { fr: 'un fuseau horaire, comme Europe/Paris', en: 'a time zone, such as Europe/Paris' },
  content: {
    fr: 'un dossier de la base, sans « .. » ni chemin absolu',
    en: 'a folder inside the knowledge base, without `..` or an absolute path',
  },
  ...siteExpectations,
  'validity.due_within': { fr: 'une durée, comme 30d, 6m ou 1y', en: 'a period, such as 30d, 6m or 1y' },
  'validity.longest': {
    fr: 'une durée par type, comme { procedure: 1y }',
    en: 'one period per type, such as { procedure: 1y }',
  },
  'validity.longest.*': { fr: 'une durée, comme 90d, 6m ou 1y', en: 'a period, such as 90d, 6m or 1y' },
  'review.four_eyes': { fr: 'true ou false', en: 'true or false' },
  'writing.sentence_words': {
    fr: 'un nombre de mots, de 5 à 200',
    en: 'a number of words, from 5 to 200',
  },
  'writing.glossary': {
    fr: 'une liste de termes, comme [{ prefer: colis, avoid: [paquet] }]',
    en: 'a list of terms, such as [{ prefer: parcel, avoid: [package] }]',
  },
  'contacts.domains': {
    fr: 'une liste de domaines, comme [exemple.fr]',
    en: 'a list of domains, such as [example.org]',
  },
  'contacts.domains.*': { fr: 'un domaine, comme exemple.fr', en: 'a domain, such as example.org' },
  'contacts.phones': {
    fr: 'une liste de numéros, comme ["+33 1 99 00 00 00"]',
    en: 'a list of numbers, such as ["+33 1 99 00 00 00"]',
  },
  'contacts.phones.*': {
    fr: 'un numéro entre guillemets, comme "+33 1 99 00 00 00"',
    en: 'a quoted number, such as "+33 1 99 00 00 00"',
  },
  'images.max_kilobytes': { fr: 'un nombre de kilo-octets', en: 'a number of kilobytes' },
  'flowcharts.max_nodes': { fr: 'un nombre de nœuds, de 2 à 2000', en: 'a number of nodes, from 2 to 2000' },
  'flowcharts.label_characters': {
    fr: 'un nombre de signes, de 10 à 2000',
    en: 'a number of characters, from 10 to 2000',
  },
  'flowcharts.answer_characters': {
    fr: 'un nombre de signes, de 3 à 2000',
    en: 'a number of characters, from 3 to 2000',
  },
  'ivr.choices': { fr: 'un nombre de touches, de 1 à 12', en: 'a number of keys, from 1 to 12' },
  'ivr.depth': { fr: 'un nombre de niveaux, de 1 à 12', en: 'a number of levels, from 1 to 12' },
  'ivr.prompt_seconds': {
    fr: 'un nombre de secondes, de 1 à 600',
    en: 'a number of seconds, from 1 to 600',
  },
  'offline.enabled': { fr: 'true ou false', en: 'true or false' },
  'offline.stale_after': {
    fr: 'une durée d’au moins 1d, comme 14d',
    en: 'a period of at least 1d, such as 14d',
  },
  'images.max_pixels': { fr: 'un nombre de pixels', en: 'a number of pixels' },
  audiences: {
    fr: 'une liste de publics, comme [internal, customer]',
    en: 'a list of audiences, such as [internal, customer]',
  },
  owners: {
    fr: 'au moins un responsable, comme livraison: { name: { fr: Livraison } }',
    en: 'at least one owner, such as delivery: { name: { en: Delivery } }',
  },
  validators: {
    fr: 'une liste de noms, comme [Claire Vasseur]',
    en: 'a list of names, such as [Claire Vasseur]',
  },
  'validators.*': { fr: 'un nom', en: 'a name' },
  'owners.*.name': labelExpectation,
  'owners.*.codeowners': {
    fr: 'une liste, comme ["@org/equipe", equipe@exemple.fr]',
    en: 'a list, such as ["@org/team", team@example.org]',
  },
  'owners.*.codeowners.*': {
    fr: '"@nom", "@org/equipe" ou une adresse électronique',
    en: '"@user", "@org/team" or an e-mail address',
  },
  ...reasonsExpectations,
  ...contextExpectations,
  ...contextFromExpectations,
  ...webhookExpectations,
  ...macrosExpectations,
  'categories.*': labelExpectation,
  synonyms: {
    fr: 'des groupes par langue, comme { fr: [[colis, paquet]] }',
    en: 'groups per language, such as { en: [[parcel, package]] }',
  },
  'synonyms.*': {
    fr: 'une liste de groupes, comme [[colis, paquet]]',
    en: 'a list of groups, such as [[parcel, package]]',
  },
  'synonyms.*.*': {
    fr: 'un groupe d’au moins deux mots ou expressions, comme [colis, paquet]',
    en: 'a group of two or more words or phrases, such as [parcel, package]',
  },
  'synonyms.*.*.*': { fr: 'un mot ou une expression', en: 'a word or a phrase' },
  ...fieldExpectations,
  ...serveExpectations,
  'rules.*': { fr: 'error, warning, info ou off', en: 'error, warning, info or off' },
};
