// The values that several fields hold: keys, labels per language, periods.
import { z } from 'zod';
import { type Period, parsePeriod } from '../model/iso-date.ts';

/** As `delivery.late`. */
export const key = z.string().regex(/^[a-z0-9]+([.-][a-z0-9]+)*$/);

/** As `fr` or `fr-CA`. */
export const languageCode = z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/);

/** One text per language, at least one. */
export const label = z.record(z.string(), z.string().min(1)).refine((texts) => Object.keys(texts).length > 0);

/** As `90d`, `2w`, `6m` or `1y`. */
export const period = z.string().transform((text, context): Period => {
  const parsed = parsePeriod(text);
  if (parsed) return parsed;
  context.addIssue({ code: 'custom' });
  return z.NEVER;
});

/** A period of a day or more. */
export const lastingPeriod = period.refine(({ amount }) => amount > 0);
