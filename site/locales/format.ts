// Dates, numbers and language names as a reader writes them.
import type { IsoDate } from '../../src/model/iso-date.ts';
import type { UiLanguage } from '../../src/model/wording.ts';

// Making a formatter costs a hundred times what using it does, so each is made once; marked as pure, so that no script brings one that it does not use.
const dateFormats: Readonly<Record<UiLanguage, Intl.DateTimeFormat>> = {
  fr: /* @__PURE__ */ new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeZone: 'UTC' }),
  en: /* @__PURE__ */ new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }),
};
const monthFormats: Readonly<Record<UiLanguage, Intl.DateTimeFormat>> = {
  fr: /* @__PURE__ */ new Intl.DateTimeFormat('fr-FR', { month: 'short', year: 'numeric', timeZone: 'UTC' }),
  en: /* @__PURE__ */ new Intl.DateTimeFormat('en-GB', { month: 'short', year: 'numeric', timeZone: 'UTC' }),
};
const numberFormats: Readonly<Record<UiLanguage, Intl.NumberFormat>> = {
  fr: /* @__PURE__ */ new Intl.NumberFormat('fr-FR'),
  en: /* @__PURE__ */ new Intl.NumberFormat('en-GB'),
};
const percentFormats: Readonly<Record<UiLanguage, Intl.NumberFormat>> = {
  fr: /* @__PURE__ */ new Intl.NumberFormat('fr-FR', { style: 'percent' }),
  en: /* @__PURE__ */ new Intl.NumberFormat('en-GB', { style: 'percent' }),
};
const languageNames = new Map<string, string>();

/** `date` in full, such as "12 mars 2027"; the first of a French month is "1er". */
export function formatDate(date: IsoDate, lang: UiLanguage): string {
  const text = dateFormats[lang].format(new Date(`${date}T00:00:00Z`));
  return lang === 'fr' ? text.replace(/^1 /, '1er ') : text;
}

/** The month of `date`, short, with its year, such as "nov. 2026". */
export function formatMonth(date: IsoDate, lang: UiLanguage): string {
  return monthFormats[lang].format(new Date(`${date}T00:00:00Z`));
}

/** `count` with the language's thousands separator. */
export function formatNumber(count: number, lang: UiLanguage): string {
  return numberFormats[lang].format(count);
}

/** `share` (0 to 1) as a percentage, to the whole one. */
export function formatPercent(share: number, lang: UiLanguage): string {
  return percentFormats[lang].format(share);
}

/** The name that a language has in itself, such as "Français"; the code where it has none. */
export function languageName(code: string): string {
  const known = languageNames.get(code) ?? nameLanguage(code);
  languageNames.set(code, known);
  return known;
}

function nameLanguage(code: string): string {
  try {
    const name = new Intl.DisplayNames([code], { type: 'language', fallback: 'code' }).of(code) ?? code;
    return name.charAt(0).toLocaleUpperCase(code) + name.slice(1);
  } catch {
    return code; // Not a language code at all: shown as it is.
  }
}
