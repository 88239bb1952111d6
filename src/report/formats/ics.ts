// `--format ics`: a calendar with one all-day event per owner and last valid day (RFC 5545).
import ical, { ICalEventTransparency } from 'ical-generator';
import type { IsoDate } from '../../model/iso-date.ts';
import { legible, wellFormed } from '../../model/legible.ts';
import { quote } from '../../model/quote.ts';
import type { UiLanguage } from '../../model/wording.ts';
import { nameOwner, type ReportLabels } from '../group-articles.ts';
import type { Report, ReportedArticle } from '../report.ts';
import type { ReportFormat } from './report-format.ts';
import { countArticles } from './report-words.ts';

/** Most articles that an event names: a calendar is no place for more. */
const mostNamed = 100;

interface Deadline {
  readonly owner: string;
  readonly day: IsoDate;
  readonly articles: readonly ReportedArticle[];
}

/** The last valid days of what readers are shown, the earliest first. What has expired already stays until somebody sees to it. */
function collectDeadlines({ articles }: Report): Deadline[] {
  const deadlines = new Map<string, { owner: string; day: IsoDate; articles: ReportedArticle[] }>();
  for (const article of articles) {
    const { owner, expires: day, trust } = article;
    if (owner === null || day === null || trust === 'archived' || trust === 'draft') continue;
    const key = `${day} ${owner}`;
    const deadline = deadlines.get(key) ?? { owner, day, articles: [] };
    deadline.articles.push(article);
    deadlines.set(key, deadline);
  }
  return [...deadlines].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, deadline]) => deadline);
}

/** Names the base in the identifiers of its events: letters, digits and hyphens. */
function slugOf(name: string): string {
  const words = wellFormed(name).normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return words.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-+|-+$/g, '') || 'kb';
}

const plain = (text: string, most: number) => legible(quote(text, most));

function describe({ articles }: Deadline, lang: UiLanguage): string {
  const named = articles
    .slice(0, mostNamed)
    .map(({ id, lang: language, title, path }) => `- ${plain(title ?? path, 120)} (${id}, ${language})`);
  const more = articles.length - named.length;
  if (more > 0) named.push({ fr: `- … et ${more} de plus`, en: `- … and ${more} more` }[lang]);
  return named.join('\n');
}

function summarize({ owner, articles }: Deadline, labels: ReportLabels, lang: UiLanguage): string {
  const name = plain(nameOwner(owner, labels, lang), 80);
  const count = countArticles(articles.length, lang);
  return {
    fr: `Dernier jour de validité\u00a0: ${count} (${name})`,
    en: `Last valid day: ${count} (${name})`,
  }[lang];
}

/** Midnight in UTC: an all-day event is written as its day, and the day of the report is the only time that is known. */
const midnight = (day: IsoDate) => new Date(`${day}T00:00:00Z`);

export const formatIcs: ReportFormat = (report, { lang, labels }) => {
  const calendar = ical({
    prodId: { company: 'kb', product: 'kb report', language: lang.toUpperCase() },
    // The library writes the name as it is, without the escapes of a text value.
    name: plain(labels.name, 80).replace(/[\\;,]/g, '\\$&'),
  });
  for (const deadline of collectDeadlines(report)) {
    const { owner, day } = deadline;
    calendar.createEvent({
      // The same in every report, so that a calendar that is imported again updates its events.
      id: `kb-${encodeURIComponent(wellFormed(owner))}-${day}@${slugOf(labels.name)}`,
      start: midnight(day),
      allDay: true,
      timezone: 'UTC',
      stamp: midnight(report.today),
      summary: summarize(deadline, labels, lang),
      description: describe(deadline, lang),
      // A deadline takes up nobody's day.
      transparency: ICalEventTransparency.TRANSPARENT,
    });
  }
  return `${calendar.toString()}\r\n`;
};
