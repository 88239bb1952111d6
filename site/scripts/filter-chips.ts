// The search page's filters as chips: what they show, how many results each stands for, and what pressing one wants.
import type { SearchWords } from '../locales/search-words.ts';
import type { Facet, FacetCounts } from './facet-counts.ts';
import { noFilters, type Wanted } from './search-address.ts';

export interface FilterChips {
  readonly show: (wanted: Wanted) => void;
  readonly showCounts: (counts: FacetCounts | undefined) => void;
  /** The name of a contact reason by its key. */
  readonly reasonName: (key: string) => string;
  readonly listen: (refine: (next: (wanted: Wanted) => Partial<Wanted>) => void) => void;
}

export function setUpFilterChips(filters: HTMLElement, pageLang: string, words: SearchWords): FilterChips {
  const chips = [...filters.querySelectorAll<HTMLButtonElement>('button[data-facet]')];
  const toggle = filters.querySelector<HTMLButtonElement>('#search-filters-toggle');
  const clear = filters.querySelector<HTMLButtonElement>('#search-clear');
  const reasons = filters.querySelector<HTMLElement>('#search-reasons');
  toggle?.addEventListener('click', () => {
    toggle.setAttribute('aria-expanded', String(toggle.getAttribute('aria-expanded') !== 'true'));
  });
  return {
    show: (wanted) => {
      for (const chip of chips) chip.setAttribute('aria-pressed', String(isPressed(chip, wanted, pageLang)));
      const active = wanted.types.size + wanted.reasons.size + wanted.validities.size;
      if (toggle) toggle.textContent = words.showFilters(active);
      if (clear) clear.hidden = active === 0;
      if (reasons) reasons.textContent = wanted.reasons.size === 0 ? '' : ` (${wanted.reasons.size})`;
    },
    showCounts: (counts) => {
      for (const chip of chips) {
        const place = chip.querySelector('.chip-count');
        const { facet = '', value = '' } = chip.dataset;
        const counted = isFacet(facet) ? counts?.[facet] : undefined;
        if (place) place.textContent = counted === undefined ? '' : String(counted.get(value) ?? 0);
      }
    },
    reasonName: (key) =>
      chips
        .find(({ dataset }) => dataset.facet === 'reasons' && dataset.value === key)
        ?.querySelector('.chip-name')?.textContent ?? key,
    listen: (refine) => {
      for (const chip of chips) chip.addEventListener('click', () => refine(pressing(chip, pageLang)));
      clear?.addEventListener('click', () => {
        refine(() => noFilters);
        // The button is gone now.
        chips[0]?.focus();
      });
    },
  };
}

function isFacet(name: string): name is Facet {
  return name === 'types' || name === 'reasons' || name === 'validities';
}

function isPressed({ dataset: { facet = '', value = '' } }: HTMLElement, wanted: Wanted, pageLang: string) {
  if (facet === 'lang') return (wanted.lang || pageLang) === value;
  if (facet === 'obsolete') return wanted.obsolete;
  return isFacet(facet) && (wanted[facet] as ReadonlySet<string>).has(value);
}

/** What is wanted once the chip was pressed. */
function pressing(
  { dataset: { facet = '', value = '' } }: HTMLElement,
  pageLang: string,
): (wanted: Wanted) => Partial<Wanted> {
  return (wanted) => {
    if (facet === 'lang') return { lang: value === pageLang ? '' : value };
    if (facet === 'obsolete') return { obsolete: !wanted.obsolete };
    return isFacet(facet) ? { [facet]: toggled(wanted[facet], value) } : {};
  };
}

function toggled(set: ReadonlySet<string>, value: string): ReadonlySet<string> {
  const next = new Set(set);
  if (!next.delete(value)) next.add(value);
  return next;
}
