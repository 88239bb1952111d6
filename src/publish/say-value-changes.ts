// What a search result says of values that are others by now, in the words of the search page.
import { formatDate } from '../../site/locales/format.ts';
import { searchWordsFor } from '../../site/locales/search-words.ts';
import type { IsoDate } from '../model/iso-date.ts';
import { findValueChanges } from '../model/value-change.ts';
import type { UiLanguage } from '../model/wording.ts';
import type { SearchHit } from './query-index.ts';

/** A line for each value in `excerpt`, the plain text of the hit's, that is another one on `today`. */
export function sayValueChanges(
  { meta }: SearchHit,
  excerpt: string,
  today: IsoDate,
  lang: UiLanguage,
): readonly string[] {
  return findValueChanges(meta.valueSteps, excerpt, today).map(({ from, before, after }) =>
    searchWordsFor(lang).valueChanged(formatDate(from, lang), before, after),
  );
}
