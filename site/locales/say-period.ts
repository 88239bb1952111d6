// Periods in words, as the browser and Node know them in every language.
import type { Period } from '../../src/model/iso-date.ts';
import type { UiLanguage } from '../../src/model/wording.ts';

const units = { d: 'day', w: 'week', m: 'month', y: 'year' } as const;

/** From now on: "in 2 days". */
export function sayFromNow({ amount, unit }: Period, lang: UiLanguage): string {
  return new Intl.RelativeTimeFormat(lang).format(amount, units[unit]);
}

/** As a length of time: "2 days". */
export function sayLength({ amount, unit }: Period, lang: UiLanguage): string {
  return new Intl.NumberFormat(lang, { style: 'unit', unit: units[unit], unitDisplay: 'long' }).format(
    amount,
  );
}
