// What the search index keeps of an article besides its text: facets to filter by and facts to show in results (Pagefind 1.6 attributes).
import type { JSX } from 'preact';
import type { SearchFacts } from '../search-document.tsx';

/** Elements of the head. The title is taken from the heading itself. */
export function SearchData({ view }: { readonly view: SearchFacts }): JSX.Element {
  const { validity } = view;
  const filters: readonly (readonly [name: string, value: string])[] = [
    ['type', view.type],
    ['validity', validity.state],
    ['trust', view.trust],
    ...(view.owner === undefined ? [] : [['owner', view.owner] as const]),
    ['lang', view.lang],
    ...view.reasons.map((reason) => ['reason', reason] as const),
  ];
  const facts: readonly (readonly [name: string, value: string | undefined])[] = [
    ['id', view.id],
    ['type', view.type],
    ['summary', view.summary],
    ['keywords', view.keywords.join(', ') || undefined],
    ['category', view.category.join(' › ') || undefined],
    ['owner', view.owner],
    ['validity', validity.state],
    ['trust', view.trust],
    ['effective', validity.effective],
    ['expires', validity.expires],
    ['valueSteps', view.valueSteps],
    ['needsExpiry', validity.needsExpiry ? 'true' : undefined],
  ];
  return (
    <>
      <meta data-pagefind-sort="url[content]" content={view.url} />
      {filters.map(([name, value]) => (
        <meta key={`${name} ${value}`} data-pagefind-filter={`${name}[content]`} content={value} />
      ))}
      {facts.map(
        ([name, value]) =>
          value !== undefined && <meta key={name} data-pagefind-meta={`${name}[content]`} content={value} />,
      )}
    </>
  );
}
