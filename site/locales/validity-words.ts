// Until when an article holds, in plain words with its dates: on its page, in feeds and for other programs.
import { addPeriod } from '../../src/model/iso-date.ts';
import type { Validity } from '../../src/model/validity.ts';
import type { ValidityView } from '../view.ts';
import { formatDate } from './format.ts';
import type { Messages } from './messages.ts';

/** What `state` means for an article with these dates. */
export function sayValidity({ expires, effective }: ValidityView, state: Validity, t: Messages): string {
  if (state === 'undated') return t.article.undated;
  if (state === 'scheduled' && effective !== undefined)
    return t.article.scheduledFrom(formatDate(effective, t.lang));
  if (expires === undefined) return t.article.noEnd;
  if (state === 'expired')
    return t.article.expiredSince(formatDate(addPeriod(expires, { amount: 1, unit: 'd' }), t.lang));
  return state === 'due'
    ? t.article.due(formatDate(expires, t.lang))
    : t.article.validUntil(formatDate(expires, t.lang));
}
