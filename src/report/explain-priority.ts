// Says in one line why an article stands where it stands in the queue.
import type { ArticleChange } from '../history/read-changes.ts';
import { quote } from '../model/quote.ts';
import { type UiLanguage, uiLanguages, type Wording } from '../model/wording.ts';
import type { PriorityTerms } from './priority.ts';

/** What the line is made of. */
export interface ExplainedTerms extends PriorityTerms {
  readonly change: ArticleChange | null;
  readonly validatedOn: string | null;
}

type Noun = Readonly<Record<UiLanguage, readonly [one: string, many: string]>>;

const days: Noun = { fr: ['jour', 'jours'], en: ['day', 'days'] };
const contacts: Noun = {
  fr: ['contact par mois', 'contacts par mois'],
  en: ['contact a month', 'contacts a month'],
};
const articles: Noun = { fr: ['article', 'articles'], en: ['article', 'articles'] };
const views: Noun = {
  fr: ['lecture en 30 jours', 'lectures en 30 jours'],
  en: ['view in 30 days', 'views in 30 days'],
};
const remarks: Noun = {
  fr: ['signalement ouvert', 'signalements ouverts'],
  en: ['open remark', 'open remarks'],
};

const formatters = new Map<UiLanguage, Intl.NumberFormat>();

/** `count` with its digits grouped as the language does; below a thousand, as nearly all counts are, there is nothing to group. */
function formatCount(count: number, lang: UiLanguage): string {
  if (Number.isInteger(count) && count >= 0 && count < 1000) return String(count);
  // Making a formatter costs a hundred times what using it does, so each is made once, and when it is needed.
  const formatter = formatters.get(lang) ?? new Intl.NumberFormat(lang);
  formatters.set(lang, formatter);
  return formatter.format(count);
}

/** "1 jour", "12 340 contacts par mois": grouped as the language does; French counts zero as singular (CLDR). */
export function countNoun(count: number, noun: Noun, lang: UiLanguage): string {
  const singular = lang === 'fr' ? count < 2 : count === 1;
  return `${formatCount(count, lang)} ${noun[lang][singular ? 0 : 1]}`;
}

function each(word: (lang: UiLanguage) => string): Wording {
  return { fr: word('fr'), en: word('en') };
}

function explainTime({ validity, daysLeft }: ExplainedTerms): Wording | undefined {
  if (validity === 'undated') return { fr: 'sans date de fin', en: 'no end date' };
  if (daysLeft === null) return undefined;
  const count = (lang: UiLanguage) => countNoun(Math.abs(daysLeft), days, lang);
  if (validity === 'expired') return { fr: `périmé depuis ${count('fr')}`, en: `expired ${count('en')} ago` };
  if (validity !== 'due') return undefined;
  if (daysLeft === 0) return { fr: 'dernier jour aujourd’hui', en: 'last day today' };
  if (daysLeft === 1) return { fr: 'dernier jour demain', en: 'last day tomorrow' };
  return { fr: `dernier jour dans ${count('fr')}`, en: `last day in ${count('en')}` };
}

function explainTrust({ trust, change, validatedOn }: ExplainedTerms): Wording | undefined {
  if (trust === 'unvalidated') return { fr: 'jamais validé', en: 'never validated' };
  if (trust !== 'changed') return undefined;
  const by = change?.by ? quote(change.by) : undefined;
  const author = by === undefined ? { fr: '', en: '' } : { fr: ` par ${by}`, en: ` by ${by}` };
  if (change?.since) {
    return {
      fr: `modifié depuis le ${change.since}${author.fr}`,
      en: `changed since ${change.since}${author.en}`,
    };
  }
  return {
    fr: `modifié${author.fr} depuis sa validation${validatedOn ? ` du ${validatedOn}` : ''}`,
    en: `changed${author.en} since its validation${validatedOn ? ` of ${validatedOn}` : ''}`,
  };
}

function explainReach({
  contactsPerMonth,
  viewsPerMonth,
  incomingLinks,
  openFeedback,
}: ExplainedTerms): Wording[] {
  const parts: Wording[] = [];
  if (openFeedback) parts.push(each((lang) => countNoun(openFeedback, remarks, lang)));
  if (contactsPerMonth) parts.push(each((lang) => countNoun(contactsPerMonth, contacts, lang)));
  if (viewsPerMonth) parts.push(each((lang) => countNoun(viewsPerMonth, views, lang)));
  if (incomingLinks > 0) {
    const count = each((lang) => countNoun(incomingLinks, articles, lang));
    parts.push({ fr: `cité par ${count.fr}`, en: `linked from ${count.en}` });
  }
  return parts;
}

/** Why an article has its `score`, such as "expired 12 days ago, 340 contacts a month, linked from 9 articles". */
export function explainPriority(terms: ExplainedTerms, score: number): Wording {
  if (terms.validity === 'invalid') return { fr: 'fichier illisible', en: 'unreadable file' };
  if (terms.trust === 'archived') return { fr: 'archivé', en: 'archived' };
  if (terms.trust === 'draft') return { fr: 'brouillon', en: 'draft' };
  if (score === 0) return { fr: 'rien à mettre à jour', en: 'nothing to update' };
  const parts = [explainTime(terms), explainTrust(terms), ...explainReach(terms)].filter(
    (part) => part !== undefined,
  );
  return Object.fromEntries(
    uiLanguages.map((lang) => [lang, parts.map((part) => part[lang]).join(', ')]),
  ) as Wording;
}
