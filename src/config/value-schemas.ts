// The values that several fields hold: keys, labels per language, periods, addresses that nobody on the way can read.
import * as z from 'zod';
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

/** From 1 to 30 seconds, as `5s`; in milliseconds. */
export const seconds = z
  .string()
  .regex(/^([1-9]|[12]\d|30)s$/)
  .transform((text) => Number.parseInt(text, 10) * 1000);

const loopback = /^(localhost|127\.0\.0\.1|\[::1\])$/;

/** Whether what comes from there, or goes there, can't be read on the way: https, or this very machine. */
export function isSafe(url: URL): boolean {
  return url.protocol === 'https:' || (url.protocol === 'http:' && loopback.test(url.hostname));
}
