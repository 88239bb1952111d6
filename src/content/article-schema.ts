// The one schema of an article's front matter: its fields and what each holds.
import * as z from 'zod';
import type { Expectations } from '../config/schema-issue.ts';
import { lastingPeriod } from '../config/value-schemas.ts';
import { announcementLevels, articleTypes } from '../model/article.ts';
import { longestFollowUp, mostFollowUps } from '../model/follow-up.ts';
import { type IsoDate, parseIsoDate } from '../model/iso-date.ts';
import { statuses } from '../model/trust.ts';
import { transferPattern } from '../model/voice-menu.ts';

/** Names of the site's own pages beside the articles, which no id may take. */
export const reservedIds: readonly string[] = ['index', 'search', 'health', 'go'];

/** What an id looks like. */
export const idPattern = /^[a-z0-9]+(-[a-z0-9]+)*$/;
/** What the key of a form in another tool looks like, and its most signs. */
export const formPattern = /^[a-z0-9]+([._-][a-z0-9]+)*$/;
export const longestForm = 60;
/** An earlier version of the article: the first 12 hexadecimal digits of its digest. */
export const versionPattern = /^[0-9a-f]{12}$/;
/** The most letters of an id. */
export const longestId = 120;

const id = z
  .string()
  .regex(idPattern)
  .max(longestId)
  .refine((text) => !reservedIds.includes(text));
const text = z.string().trim().min(1);
const form = z.string().regex(formPattern).max(longestForm);
const words = z.array(text).default([]);

const date = z.string().transform((value, context): IsoDate => {
  const day = parseIsoDate(value);
  if (day !== undefined) return day;
  context.addIssue({ code: 'custom', params: { date: true } });
  return z.NEVER;
});

const validation = z.strictObject({ by: text, on: date, digest: text });

const quizSettings = z.strictObject({
  draw: z.int().min(1).max(100).optional(),
  pass: z.int().min(1).max(100).optional(),
});

const ask = z.strictObject({
  variable: text,
  answers: z.record(text, z.array(text).min(1)).optional(),
});

const line = text.max(longestFollowUp).regex(/^\P{Cc}+$/u);
const followUp = z
  // biome-ignore lint/suspicious/noThenProperty: the front matter's own key, and no value of it is a function
  .strictObject({ after: lastingPeriod, check: line, then: line.optional() });

export const articleSchema = z.strictObject({
  id,
  title: text,
  type: z.enum(articleTypes),
  owner: text,
  lang: text.optional(),
  summary: text.optional(),
  audience: z.array(text).min(1).optional(),
  reasons: words,
  tags: words,
  keywords: words,
  forms: z.array(form).default([]),
  effective: date.optional(),
  expires: date.optional(),
  reviewed: date.optional(),
  validation: validation.optional(),
  level: z.enum(announcementLevels).optional(),
  acknowledge: z.boolean().default(false),
  acknowledged_also: z.array(z.string().regex(versionPattern)).default([]),
  quiz: quizSettings.optional(),
  asks: z
    .record(text, z.union([text.transform((variable): z.output<typeof ask> => ({ variable })), ask]))
    .optional(),
  transfers: z.record(text, z.string().regex(transferPattern)).optional(),
  follow_ups: z.array(followUp).min(1).max(mostFollowUps).optional(),
  status: z.enum(statuses).default('published'),
  replaces: z.array(id).default([]),
  replaced_by: id.optional(),
  formerly: z.array(id).default([]),
});

/** An article's front matter as the schema gives it. */
export type ArticleFields = z.output<typeof articleSchema>;

/** Keys allowed at a path of the front matter. */
export function knownArticleKeys(path: string): readonly string[] {
  if (path === '') return Object.keys(articleSchema.shape);
  if (path.startsWith('asks.')) return Object.keys(ask.shape);
  if (path.startsWith('follow_ups.')) return Object.keys(followUp.shape);
  if (path === 'quiz') return Object.keys(quizSettings.shape);
  return path === 'validation' ? Object.keys(validation.shape) : [];
}

const idExpectation = {
  fr: 'minuscules, chiffres et tirets (colis-en-retard)',
  en: 'lower-case letters, digits, hyphens (late-parcel)',
};
const dateExpectation = { fr: 'un jour réel, comme 2027-03-31', en: 'a real day, such as 2027-03-31' };
const listExpectation = { fr: 'une liste, comme [a, b]', en: 'a list, such as [a, b]' };

const followUpExpectation = {
  fr: `une phrase sur une ligne, de ${longestFollowUp} signes au plus`,
  en: `a sentence on one line, ${longestFollowUp} characters at most`,
};

/** What each field holds, in words that complete "expected …". */
export const articleExpectations: Expectations = {
  '': { fr: 'un groupe de clés (id, title, type, owner…)', en: 'a mapping (id, title, type, owner…)' },
  id: idExpectation,
  title: { fr: 'le titre de l’article', en: 'the article’s title' },
  owner: { fr: 'un responsable de la configuration', en: 'an owner of the configuration' },
  type: { fr: articleTypes.join(', '), en: articleTypes.join(', ') },
  audience: listExpectation,
  reasons: listExpectation,
  tags: listExpectation,
  keywords: listExpectation,
  forms: listExpectation,
  'forms.*': {
    fr: `une clé de ${longestForm} signes au plus\u00a0: minuscules, chiffres, points et tirets (refund-request)`,
    en: `a key of ${longestForm} characters at most: lower-case letters, digits, dots and hyphens (refund-request)`,
  },
  replaces: listExpectation,
  formerly: listExpectation,
  'replaces.*': idExpectation,
  'formerly.*': idExpectation,
  replaced_by: idExpectation,
  effective: dateExpectation,
  expires: dateExpectation,
  reviewed: dateExpectation,
  validation: {
    fr: 'by, on et digest, écrits par « kb validate »',
    en: 'by, on and digest, as `kb validate` writes them',
  },
  'validation.by': { fr: 'un nom', en: 'a name' },
  'validation.on': dateExpectation,
  'validation.digest': { fr: 'une empreinte sha256:…', en: 'a sha256:… digest' },
  level: { fr: announcementLevels.join(', '), en: announcementLevels.join(', ') },
  acknowledge: { fr: 'true ou false', en: 'true or false' },
  acknowledged_also: listExpectation,
  'acknowledged_also.*': {
    fr: '12 chiffres hexadécimaux entre guillemets, écrits par « kb validate --minor »',
    en: '12 quoted hexadecimal digits, as `kb validate --minor` writes them',
  },
  quiz: {
    fr: 'draw et pass, comme { draw: 10, pass: 80 }',
    en: 'draw and pass, such as { draw: 10, pass: 80 }',
  },
  asks: {
    fr: 'une variable par question, comme { q2: order.status }',
    en: 'one variable for each question, such as { q2: order.status }',
  },
  'asks.*': {
    fr: 'une variable de context, ou { variable, answers }',
    en: 'a variable of the context, or { variable, answers }',
  },
  transfers: {
    fr: 'une adresse par fin du menu, comme { conseiller: tel:+33199000000 }',
    en: 'one address for each end of the menu, such as { agent: tel:+33199000000 }',
  },
  'transfers.*': {
    fr: 'une adresse tel:+33199000000, ou sip:accueil@exemple.fr',
    en: 'an address tel:+33199000000, or sip:desk@example.com',
  },
  follow_ups: {
    fr: `une liste de 1 à ${mostFollowUps} suivis, comme [{ after: 2d, check: Le colis est livré. }]`,
    en: `a list of 1 to ${mostFollowUps} follow-ups, such as [{ after: 2d, check: The parcel has arrived. }]`,
  },
  'follow_ups.*': { fr: 'after, check et then', en: 'after, check and then' },
  'follow_ups.*.after': {
    fr: 'une durée d’au moins 1d, comme 2d ou 1w',
    en: 'a period of at least 1d, such as 2d or 1w',
  },
  'follow_ups.*.check': followUpExpectation,
  'follow_ups.*.then': followUpExpectation,
  'quiz.draw': { fr: 'un nombre de questions, de 1 à 100', en: 'a number of questions, from 1 to 100' },
  'quiz.pass': { fr: 'un pourcentage, de 1 à 100', en: 'a percentage, from 1 to 100' },
  status: { fr: 'draft, published ou archived', en: 'draft, published or archived' },
};
