// A page may be read after a planned day: shows the values of the base's variables that hold on the reader's day.
import type { IsoDate } from '../../src/model/iso-date.ts';
import { readJudgingTerms } from './reader-clock.ts';

function showValues(): void {
  const terms = readJudgingTerms(new Date());
  if (!terms) return;
  for (const place of document.querySelectorAll<HTMLElement>('[data-value]')) {
    const shown = valueOfDay(place.dataset.value ?? '', terms.today);
    if (shown !== undefined && shown !== place.textContent) place.textContent = shown;
  }
}

/** The text of `today` among `[day, text]` in the order of days; undefined where none can be read, and then what the build wrote stays. */
function valueOfDay(written: string, today: IsoDate): string | undefined {
  try {
    const steps = JSON.parse(written) as readonly (readonly [IsoDate, string])[];
    return steps.filter(([from]) => from <= today).at(-1)?.[1];
  } catch {
    return undefined;
  }
}

showValues();
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'visible') showValues();
});
