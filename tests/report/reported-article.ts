// A line of the report, for tests of what is made from it.
import { type IsoDate, parseIsoDate } from '../../src/model/iso-date.ts';
import type { ReportedArticle } from '../../src/report/report.ts';

/** The day that `text` names. */
export function day(text: string): IsoDate {
  return parseIsoDate(text) ?? fail(`No such day: ${text}`);
}

function fail(message: string): never {
  throw new Error(message);
}

/** A current, validated procedure of `livraison` but for what `over` says. */
export function reported(id: string, over: Partial<ReportedArticle> = {}): ReportedArticle {
  return {
    id,
    lang: 'fr',
    title: id,
    path: `content/${id}.md`,
    type: 'procedure',
    owner: 'livraison',
    audience: ['internal'],
    reasons: [],
    validity: 'current',
    trust: 'validated',
    expires: null,
    daysLeft: null,
    reviewed: null,
    validatedBy: null,
    validatedOn: null,
    lastChanged: null,
    incomingLinks: 0,
    openFeedback: null,
    contactsPerMonth: null,
    viewsPerMonth: null,
    change: null,
    score: 0,
    why: { fr: '', en: '' },
    priority: 1,
    ...over,
  };
}
