// The field `reasons` of `kb.config.yaml`: contact reasons, by their label alone or with what the team aims at.
import * as z from 'zod';
import type { Config, ReasonTargets } from '../model/config.ts';
import { anyLanguage } from '../model/reasons.ts';
import type { Label } from '../model/wording.ts';
import type { Expectations } from './schema-issue.ts';
import { key, label, languageCode, lastingPeriod } from './value-schemas.ts';

/** Longer texts are sentences, and nobody searches by one. */
const longestKeyword = 80;

const keyword = z
  .string()
  .trim()
  .max(longestKeyword)
  .regex(/^(?=.*[\p{L}\p{N}])[^\p{Cc}]+$/u);

const keywords = z.array(keyword).min(1);

const longForm = z.strictObject({
  title: label,
  contacts: z.int().min(1).max(100).optional(),
  resolve_within: lastingPeriod.optional(),
  escalation: label.optional(),
  parent: key.optional(),
  keywords: z
    .union([keywords, z.record(languageCode, keywords).refine((lists) => Object.keys(lists).length > 0)])
    .optional(),
});

/** A label alone; with `title` it is meant for the long form. */
const shortForm = label
  .refine((texts) => !('title' in texts))
  .transform((title): z.output<typeof longForm> => ({ title }));

/** Reasons by key: a label, or a mapping with `title` and what is aimed at. */
export const reasonsSchema = z.record(key, z.union([shortForm, longForm]));

/** Keys allowed for a reason in its long form. */
export const reasonKeys: readonly string[] = Object.keys(longForm.shape);

/** The reasons as the schema gives them. */
export type WrittenReasons = z.output<typeof reasonsSchema>;

/** The reasons by label, in their order, and what is aimed at for those that say it. */
export function readReasons(
  written: WrittenReasons,
): Pick<Config, 'reasons' | 'reasonTargets' | 'reasonKeywords' | 'reasonParents'> {
  const entries = Object.entries(written);
  const targets = entries.flatMap(([key, { contacts, resolve_within, escalation }]) => {
    const some = contacts ?? resolve_within ?? escalation;
    return some === undefined
      ? []
      : [[key, { contacts, resolveWithin: resolve_within, escalation }] as const];
  });
  const called = entries.flatMap(([key, { keywords }]) =>
    keywords === undefined
      ? []
      : [[key, Array.isArray(keywords) ? { [anyLanguage]: keywords } : keywords] as const],
  );
  return {
    reasons: Object.fromEntries(entries.map(([key, { title }]): [string, Label] => [key, title])),
    reasonTargets: Object.fromEntries<ReasonTargets>(targets),
    reasonKeywords: Object.fromEntries(called),
    reasonParents: Object.fromEntries(
      entries.flatMap(([key, { parent }]) => (parent === undefined ? [] : [[key, parent] as const])),
    ),
  };
}

const labelExpectation = {
  fr: 'un libellé par langue, comme { fr: Colis en retard }',
  en: 'one label per language, such as { en: Late parcel }',
};

export const reasonsExpectations: Expectations = {
  'reasons.*': {
    fr: 'un libellé par langue, comme { fr: Colis en retard }, ou { title, keywords… }',
    en: 'one label per language, such as { en: Late parcel }, or { title, keywords… }',
  },
  'reasons.*.title': labelExpectation,
  'reasons.*.contacts': {
    fr: 'un nombre de contacts, de 1 à 100',
    en: 'a number of contacts, from 1 to 100',
  },
  'reasons.*.resolve_within': {
    fr: 'une durée d’au moins 1d, comme 3d ou 2w',
    en: 'a period of at least 1d, such as 3d or 2w',
  },
  'reasons.*.escalation': {
    fr: 'un texte par langue, comme { fr: Prévenir le responsable. }',
    en: 'one text per language, such as { en: Tell the team leader. }',
  },
  'reasons.*.parent': {
    fr: 'la clé d’un autre motif, comme delivery',
    en: 'the key of another reason, such as delivery',
  },
  'reasons.*.keywords.*': {
    fr: `un mot-clé d’une ligne et d’au plus ${longestKeyword} signes`,
    en: `a keyword of one line and at most ${longestKeyword} characters`,
  },
  'reasons.*.keywords': {
    fr: `une liste de mots-clés d’au plus ${longestKeyword} signes, comme [pas reçu], ou une liste par langue`,
    en: `a list of keywords of at most ${longestKeyword} characters, such as [not received], or a list per language`,
  },
};
