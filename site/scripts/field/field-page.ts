// What the page says of itself to these scripts: whose base, which article, which ways out of the outbox.
import type { ArticleReference } from '../../../src/model/field-item.ts';
import type { IsoDate } from '../../../src/model/iso-date.ts';
import { type FieldWords, fieldWordsFor } from '../../locales/field-words.ts';
import { readReaderDay } from '../reader-clock.ts';

export interface FieldSettings {
  readonly endpoint?: string | undefined;
  readonly mail?: string | undefined;
  readonly issues?: string | undefined;
  /** E-mail domains of the team itself: nobody's personal data. */
  readonly domains: readonly string[];
}

export function baseName(): string {
  return document.querySelector<HTMLMetaElement>('meta[name="application-name"]')?.content ?? '';
}

export function pageWords(): FieldWords {
  return fieldWordsFor(pageLang());
}

export function pageLang(): string {
  return document.documentElement.lang;
}

export function readerDay(): IsoDate {
  return readReaderDay(new Date());
}

/** The build wrote them, from the configuration. */
export function fieldSettings(): FieldSettings {
  const { fieldEndpoint, fieldMail, fieldIssues, fieldDomains = '' } = document.documentElement.dataset;
  return {
    endpoint: fieldEndpoint,
    mail: fieldMail,
    issues: fieldIssues,
    domains: fieldDomains.split(' ').filter((domain) => domain !== ''),
  };
}

/** Whether remarks and confirmations are collected on this site. */
export function collects(): boolean {
  return document.documentElement.dataset.fieldOn !== undefined;
}

/** The article that the page shows, in the version that it shows. */
export function articleInView(): (ArticleReference & { readonly title: string }) | undefined {
  const { id, version } = document.querySelector<HTMLElement>('.article')?.dataset ?? {};
  const title = document.querySelector('h1')?.textContent?.trim() ?? '';
  return id && version ? { id, lang: pageLang(), version, title } : undefined;
}

/** That article without its title, as an item names it. */
export function referenceTo({ id, lang, version }: ArticleReference): ArticleReference {
  return { id, lang, version };
}
