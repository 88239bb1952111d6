// How old the base is on the reader's clock, and whether that is too old to be silent about.
import { addPeriod, daysBetween, parseIsoDate, parsePeriod } from '../../../src/model/iso-date.ts';
import { readReaderDay } from '../reader-clock.ts';

/** Days since the build, where they are more than the base allows itself; a base of a past day never is too old. */
function readStaleDays(now: Date): number | undefined {
  const { builtOn, staleAfter, asOf } = document.documentElement.dataset;
  const [built, period] = [parseIsoDate(builtOn ?? ''), parsePeriod(staleAfter ?? '')];
  if (!built || !period || asOf !== undefined) return undefined;
  const today = readReaderDay(now);
  return today > addPeriod(built, period) ? daysBetween(built, today) : undefined;
}

/** Marks the page of a base that is too old; the styles show the notice. Called before the first paint, so that nothing moves. */
export function markBaseAge(now: Date): void {
  const { dataset } = document.documentElement;
  const days = readStaleDays(now);
  if (days === undefined) delete dataset.stale;
  else dataset.stale = String(days);
}

/** Says the number of days in the notice, now and whenever the reader comes back to a page left open. */
export function setUpBaseAge(): void {
  const say = () => {
    markBaseAge(new Date());
    const place = document.querySelector('#staleNote [data-age]');
    if (place) place.textContent = document.documentElement.dataset.stale ?? '';
  };
  say();
  document.addEventListener('visibilitychange', say);
}
